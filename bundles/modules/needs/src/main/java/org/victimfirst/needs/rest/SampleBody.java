package org.victimfirst.needs.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.rest.ProblemException;

/**
 * What is asked for when a sample is drawn.
 *
 * @param from first day of the period in which the cases were closed
 * @param to last day, included
 * @param seed any whole number
 * @param size how many cases
 */
record SampleBody(@Nullable LocalDate from, @Nullable LocalDate to, long seed, int size) {
  LocalDate first() {
    return day("from", from);
  }

  LocalDate last() {
    return day("to", to);
  }

  /** The body, if there is one. */
  static SampleBody sent(@Nullable SampleBody body) {
    if (body == null) {
      throw ProblemException.badRequest("body_missing", "Send from, to, seed and size as JSON.");
    }
    return body;
  }

  /** A day that must be there. */
  static LocalDate day(String field, @Nullable LocalDate day) {
    if (day == null) {
      throw ProblemException.field(field, "missing", "Send " + field + " as in 2020-04-01.");
    }
    return day;
  }
}
