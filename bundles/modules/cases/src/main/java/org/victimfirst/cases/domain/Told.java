package org.victimfirst.cases.domain;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that referrers tell about safe contact, as it was told last.
 *
 * @param answer a code; {@code unknown} and an empty string tell nothing
 * @param at when the referral that told it was received, or null where nothing was told
 */
public record Told(String answer, @Nullable LocalDateTime at) {
  /** Nobody told anything. */
  public static final Told NOTHING = new Told("unknown", null);

  /** What a referral tells. */
  public static Told of(String answer, LocalDateTime receivedAt) {
    return tells(answer) ? new Told(answer, receivedAt) : new Told(answer, null);
  }

  /** What is known after another referral: one that tells nothing takes nothing away. */
  public Told and(String newer, LocalDateTime receivedAt) {
    LocalDateTime before = at;
    boolean older = before != null && receivedAt.isBefore(before);
    return !tells(newer) || older ? this : new Told(newer, receivedAt);
  }

  /** What is known after a referral has made it doubtful. */
  Told endedBy(LocalDateTime receivedAt) {
    LocalDateTime before = at;
    return before != null && receivedAt.isBefore(before) ? this : new Told("unknown", receivedAt);
  }

  private static boolean tells(String answer) {
    return !answer.isEmpty() && !answer.equals("unknown");
  }
}
