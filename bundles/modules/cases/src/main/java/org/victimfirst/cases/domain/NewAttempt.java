package org.victimfirst.cases.domain;

import java.time.LocalDateTime;

/**
 * An attempt to reach a person, to be recorded.
 *
 * @param attemptedAt local time, not before the case was opened and not in the future
 * @param channel code of {@code contact_channel}, or {@code in_person}
 * @param result code of {@code contact_result}
 * @param note what was said, or an empty string
 */
public record NewAttempt(LocalDateTime attemptedAt, String channel, String result, String note) {}
