package org.victimfirst.cases.rest;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.victimfirst.cases.domain.NewReferral;
import org.victimfirst.cases.domain.ReferralDetails;

/**
 * A referral, as it was sent.
 *
 * @param personId a person who is known already, or left out for a new one
 * @param person as the referrer told
 * @param referral what was referred
 * @param demographics answers for equality monitoring, or left out when nobody asked
 */
record SentReferral(
    @Nullable String personId,
    @Nullable SentPerson person,
    @Nullable Details referral,
    @Nullable SentDemographics demographics) {
  NewReferral read() {
    return new NewReferral(
        personId == null ? 0 : Sent.id("personId", personId),
        Sent.field("person", person).details(),
        Sent.field("referral", referral).read(),
        demographics == null ? null : demographics.answers());
  }

  /**
   * What was referred; the names are those of {@link ReferralDetails}.
   *
   * @param receivedAt local time; must be there
   * @param source code of {@code referral_source}
   * @param role code of {@code referral_role}
   * @param occurrenceType code of {@code occurrence_type}
   * @param offenceOn day of the offence
   * @param crimeReference reference of the police
   * @param policeForce code of {@code police_force}
   * @param hateFlag code of {@code hate_flag}
   * @param enhancedRights code of {@code vcop_enhanced_entitlement}
   * @param domesticFlag {@code yes} or {@code no}
   * @param officerInCase the officer
   * @param offenceSummary what happened
   * @param beat code of {@code beat}
   * @param safeToLeaveMessage {@code yes}, {@code no} or {@code unknown}
   * @param safeToWrite {@code yes}, {@code no} or {@code unknown}
   * @param preferredContact code of {@code preferred_contact}
   * @param consentGiven as the referrer told
   * @param repeatVictim code of {@code is_repeat_victim}
   */
  public record Details(
      @Nullable LocalDateTime receivedAt,
      @Nullable String source,
      @Nullable String role,
      @Nullable String occurrenceType,
      @Nullable LocalDate offenceOn,
      @Nullable String crimeReference,
      @Nullable String policeForce,
      @Nullable String hateFlag,
      @Nullable String enhancedRights,
      @Nullable String domesticFlag,
      @Nullable String officerInCase,
      @Nullable String offenceSummary,
      @Nullable String beat,
      @Nullable String safeToLeaveMessage,
      @Nullable String safeToWrite,
      @Nullable String preferredContact,
      @Nullable String consentGiven,
      @Nullable String repeatVictim) {
    private ReferralDetails read() {
      return new ReferralDetails(
          Sent.field("receivedAt", receivedAt),
          Sent.text(source),
          Sent.text(role),
          Sent.text(occurrenceType),
          offenceOn,
          Sent.text(crimeReference),
          Sent.text(policeForce),
          Sent.text(hateFlag),
          Sent.text(enhancedRights),
          Sent.text(domesticFlag),
          Sent.text(officerInCase),
          Sent.text(offenceSummary),
          Sent.text(beat),
          Sent.text(safeToLeaveMessage),
          Sent.text(safeToWrite),
          Sent.text(preferredContact),
          Sent.text(consentGiven),
          Sent.text(repeatVictim));
    }
  }
}
