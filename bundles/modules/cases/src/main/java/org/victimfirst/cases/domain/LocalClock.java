package org.victimfirst.cases.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Local time, as people read it on the wall. */
public final class LocalClock {
  /** Where the service is. */
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  private final Clock clock;

  /** The system's clock. */
  public LocalClock() {
    this(Clock.system(ZONE));
  }

  /** A given clock, for tests. */
  public LocalClock(Clock clock) {
    this.clock = clock;
  }

  /** Now, to the millisecond. */
  public LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
  }

  /** Today. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }
}
