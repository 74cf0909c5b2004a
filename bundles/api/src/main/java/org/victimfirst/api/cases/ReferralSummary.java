package org.victimfirst.api.cases;

import java.time.LocalDateTime;

/**
 * One referral in a line, for lists.
 *
 * @param id the referral's id
 * @param receivedAt local time
 * @param personName the person's name as the referral gives it
 * @param occurrenceType code of {@code occurrence_type}
 * @param source code of {@code referral_source}
 * @param caseId the case that was opened for it, or 0
 * @param caseReference reference of the case for people, or an empty string
 */
public record ReferralSummary(
    long id,
    LocalDateTime receivedAt,
    String personName,
    String occurrenceType,
    String source,
    long caseId,
    String caseReference) {}
