package org.victimfirst.cases.domain;

import java.time.LocalDateTime;

/**
 * One attempt to reach a person.
 *
 * @param id its id
 * @param attemptedAt local time
 * @param channel code of {@code contact_channel}, or {@code in_person}
 * @param result code of {@code contact_result}
 * @param madeBy login of who made it
 * @param note what was said, or an empty string; personal data
 * @param incident whether it was recorded as a safe-contact incident
 * @param whatHappened what happened in the incident and who may have noticed, or an empty string;
 *     personal data
 */
public record ContactAttempt(
    long id,
    LocalDateTime attemptedAt,
    String channel,
    String result,
    String madeBy,
    String note,
    boolean incident,
    String whatHappened) {}
