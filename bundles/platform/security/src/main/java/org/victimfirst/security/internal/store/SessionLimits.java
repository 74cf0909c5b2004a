package org.victimfirst.security.internal.store;

import java.time.Duration;

/**
 * When sessions end.
 *
 * @param idle time without use
 * @param absolute time since signing in
 */
record SessionLimits(Duration idle, Duration absolute) {
  static SessionLimits of(SessionSettings settings) {
    return new SessionLimits(
        Duration.ofMinutes(Math.max(1, settings.idleMinutes())),
        Duration.ofHours(Math.max(1, settings.absoluteHours())));
  }

  boolean over(long began, long lastUsed, long now) {
    return now - lastUsed > idle.toMillis() || now - began > absolute.toMillis();
  }

  /** Use is written once a minute at most, oftener only where minutes would matter. */
  boolean worthWriting(long lastUsed, long now) {
    return now - lastUsed >= Math.min(60_000, idle.toMillis() / 10);
  }
}
