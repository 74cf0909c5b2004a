package org.victimfirst.cases.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.cases.SafeContact.State;

/**
 * One answer about a channel, in force or past.
 *
 * @param channel the channel
 * @param state what was answered
 * @param note when or how, or an empty string; personal data
 * @param askedOn the day
 * @param askAgainBy the last day on which it holds
 * @param recordedBy login; an empty string for what a referrer told
 * @param recordedAt local time
 * @param replacedAt when another answer replaced it, or null while it is the last one
 */
public record PermissionEntry(
    String channel,
    State state,
    String note,
    LocalDate askedOn,
    LocalDate askAgainBy,
    String recordedBy,
    LocalDateTime recordedAt,
    @Nullable LocalDateTime replacedAt) {
  /**
   * Whether a "yes" was taken away with the phone, email or address that it was about: it has ended
   * before the day on which that was noticed, and nothing was asked since.
   */
  public boolean takenAway() {
    return state == State.NOT_ASKED && askAgainBy.isBefore(askedOn);
  }
}
