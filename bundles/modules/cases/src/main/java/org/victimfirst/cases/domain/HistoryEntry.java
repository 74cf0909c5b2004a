package org.victimfirst.cases.domain;

import java.time.LocalDateTime;

/**
 * A change of the state of a case.
 *
 * @param kind {@code opened}, {@code assigned}, {@code closed}, {@code reopened}, {@code
 *     next_action}, {@code details}, {@code demographics} or {@code contact_rule} (what to do when
 *     somebody else answers)
 * @param before the value before, a code, login or text, or an empty string
 * @param after the value after
 * @param reason why, as somebody wrote it, or an empty string
 * @param by login of who did it
 * @param at local time
 */
public record HistoryEntry(
    String kind, String before, String after, String reason, String by, LocalDateTime at) {}
