package org.victimfirst.modules.domain;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A change that was ordered.
 *
 * @param id its id
 * @param action what was ordered
 * @param module the module
 * @param fromVersion version before, or an empty string
 * @param toVersion version after, or an empty string
 * @param status {@code waiting}, {@code running}, {@code done} or {@code failed}
 * @param message what it is doing, or how it ended and why
 * @param requestedBy login of who ordered it
 * @param requestedAt local time
 * @param endedAt local time, or null
 */
public record Operation(
    long id,
    Change.Action action,
    String module,
    String fromVersion,
    String toVersion,
    String status,
    String message,
    String requestedBy,
    LocalDateTime requestedAt,
    @Nullable LocalDateTime endedAt) {
  /** Ordered, not begun. */
  public static final String WAITING = "waiting";

  /** At work. */
  public static final String RUNNING = "running";

  /** Ended well. */
  public static final String DONE = "done";

  /** Ended badly, and rolled back. */
  public static final String FAILED = "failed";

  /** Whether it has ended, well or not. */
  public boolean ended() {
    return status.equals(DONE) || status.equals(FAILED);
  }
}
