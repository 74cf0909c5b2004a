package org.victimfirst.security.internal.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * When something happened, as it is stored and hashed.
 *
 * @param millis milliseconds since 1970; in rows that were written before schema version 2, of the
 *     local clock
 * @param localClock whether it is such a row: of the hour that came twice nobody can say which it
 *     was
 */
public record AuditTime(long millis, boolean localClock) {
  /** Where the service works. */
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  private static final DateTimeFormatter ZONE_NAME = DateTimeFormatter.ofPattern("zzz", Locale.UK);

  /** Now. */
  public static AuditTime now(Clock clock) {
    return new AuditTime(clock.millis(), false);
  }

  /** The moment. */
  public Instant instant() {
    return localClock ? local().atZone(ZONE).toInstant() : Instant.ofEpochMilli(millis);
  }

  /** What the clock on the wall said. */
  public LocalDateTime local() {
    return LocalDateTime.ofInstant(
        Instant.ofEpochMilli(millis), localClock ? ZoneOffset.UTC : ZONE);
  }

  /**
   * Whether the clock on the wall said so twice that day, and the row knows at which of the two.
   */
  public boolean isOfHourThatComesTwice() {
    return !localClock && ZONE.getRules().getValidOffsets(local()).size() > 1;
  }

  /** The name of the time that the clock showed: BST or GMT. */
  public String zoneName() {
    return ZONE_NAME.format(instant().atZone(ZONE));
  }

  /** The local time of a moment, counted as {@link #millis} of an old row. */
  public static Instant asLocalClock(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZONE).toInstant(ZoneOffset.UTC);
  }
}
