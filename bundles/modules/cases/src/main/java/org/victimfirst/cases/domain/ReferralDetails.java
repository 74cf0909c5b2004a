package org.victimfirst.cases.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One request from one source and what it says of the event. Texts are empty where nothing is
 * recorded.
 *
 * @param receivedAt local time
 * @param source code of {@code referral_source}
 * @param role code of {@code referral_role}
 * @param occurrenceType code of {@code occurrence_type}
 * @param offenceOn day of the offence, or null
 * @param crimeReference reference of the police or of Report Fraud
 * @param policeForce code of {@code police_force}
 * @param hateFlag the police officer's flag: code of {@code hate_flag}
 * @param enhancedRights category of the Victims' Code: code of {@code vcop_enhanced_entitlement}
 * @param domesticFlag {@code yes}, {@code no} or an empty string
 * @param officerInCase the officer; personal data
 * @param offenceSummary what happened, any length; personal data
 * @param beat code of {@code beat}
 * @param safeToLeaveMessage as the referrer told: {@code yes}, {@code no}, {@code unknown}
 * @param safeToWrite as the referrer told
 * @param preferredContact code of {@code contact_channel}
 * @param consentGiven as the referrer told; never taken for consent to the service
 * @param repeatVictim code of {@code is_repeat_victim}
 */
public record ReferralDetails(
    LocalDateTime receivedAt,
    String source,
    String role,
    String occurrenceType,
    @Nullable LocalDate offenceOn,
    String crimeReference,
    String policeForce,
    String hateFlag,
    String enhancedRights,
    String domesticFlag,
    String officerInCase,
    String offenceSummary,
    String beat,
    String safeToLeaveMessage,
    String safeToWrite,
    String preferredContact,
    String consentGiven,
    String repeatVictim) {}
