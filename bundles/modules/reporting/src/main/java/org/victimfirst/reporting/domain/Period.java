package org.victimfirst.reporting.domain;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.rest.ProblemException;

/**
 * The days that a report covers.
 *
 * @param from first day
 * @param to last day, included
 */
public record Period(LocalDate from, LocalDate to) {
  /** The longest period, in days. */
  public static final long MOST_DAYS = 400;

  /**
   * Reads a period as it was asked for.
   *
   * @throws ProblemException 400 {@code missing_date}, {@code bad_date}, {@code backwards_period}
   *     or {@code long_period}
   */
  public static Period of(@Nullable String from, @Nullable String to) {
    Period period = new Period(day("from", from), day("to", to));
    if (period.to.isBefore(period.from)) {
      throw ProblemException.badRequest(
          "backwards_period", "The last day (to) is before the first day (from): exchange them");
    }
    if (ChronoUnit.DAYS.between(period.from, period.to) + 1 > MOST_DAYS) {
      throw ProblemException.badRequest(
          "long_period", "A report covers " + MOST_DAYS + " days at most: ask for several");
    }
    return period;
  }

  /** Whether its last day is before a day. */
  public boolean isOver(LocalDate today) {
    return to.isBefore(today);
  }

  private static LocalDate day(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw ProblemException.badRequest(
          "missing_date", "Say the day \"" + name + "\", such as " + name + "=2020-04-01");
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw ProblemException.badRequest(
          "bad_date", "The day \"" + name + "\" is written like 2020-04-01");
    }
  }
}
