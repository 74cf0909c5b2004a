package org.victimfirst.cases.domain;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.api.cases.SafeContact;

/**
 * One case with its person, referral, safe contact and attempts: what the pages and the resource of
 * a case show. Personal data; whoever shows it leaves out what is to be hidden.
 *
 * @param summary the case in a line
 * @param version the case's version, for optimistic locking
 * @param personVersion the person's version, for changes of details and safe contact
 * @param referralId the referral's id
 * @param person who it is about, as known now
 * @param others other ways to reach the person that referrals gave and nobody has compared yet,
 *     newest first
 * @param contactRule what to do when somebody else answers, or an empty string
 * @param referral what was referred
 * @param demographics answers for equality monitoring, or null when there are none
 * @param firstAttemptAt or null
 * @param firstContactAt the first time somebody was spoken to, or null
 * @param lengthOfSupportDays closed enhanced cases only, else null
 * @param duplicateOfReferralId the referral that this one repeats, or null
 * @param next what is to be done next
 * @param safeContact how the person may be contacted today; for a closed case as it was answered
 * @param ended answers about safe contact, yes or no, that have ended by today, by channel
 * @param attempts oldest first
 */
public record CaseFile(
    CaseSummary summary,
    int version,
    int personVersion,
    long referralId,
    PersonDetails person,
    List<OtherDetails> others,
    String contactRule,
    ReferralDetails referral,
    @Nullable Demographics demographics,
    @Nullable LocalDateTime firstAttemptAt,
    @Nullable LocalDateTime firstContactAt,
    @Nullable Integer lengthOfSupportDays,
    @Nullable Long duplicateOfReferralId,
    NextAction next,
    SafeContact safeContact,
    Map<String, PermissionEntry> ended,
    List<ContactAttempt> attempts) {
  /** Copies the lists. */
  public CaseFile {
    others = List.copyOf(others);
    ended = Map.copyOf(ended);
    attempts = List.copyOf(attempts);
  }

  /**
   * Whether a way to reach the person may be given out: not where its channel is not safe.
   *
   * @param detail {@code phone}, {@code email} or {@code address}
   */
  public boolean maySay(String detail) {
    String channel =
        switch (detail) {
          case "phone" -> "call";
          case "email" -> "email";
          default -> "letter";
        };
    return safeContact.state(channel) != SafeContact.State.NO;
  }
}
