package org.victimfirst.security.internal.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands until it is moved. */
final class MovableClock extends Clock {
  private Instant now = Instant.parse("2020-06-01T09:00:00Z");

  void move(Duration by) {
    now = now.plus(by);
  }

  @Override
  public ZoneId getZone() {
    return ZoneId.of("Europe/London");
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new AssertionError("This clock stays in its zone, and was asked for " + zone);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
