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
record SampleBody(
    @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Long seed, @Nullable Integer size) {
  LocalDate first() {
    return sent("from", from);
  }

  LocalDate last() {
    return sent("to", to);
  }

  long anyNumber() {
    return sent("seed", seed);
  }

  int howMany() {
    return sent("size", size);
  }

  /** The body, if there is one. */
  static SampleBody sent(@Nullable SampleBody body) {
    if (body == null) {
      throw ProblemException.badRequest("body_missing", "Send from, to, seed and size as JSON.");
    }
    return body;
  }

  /** A value that must be there. */
  static <T> T sent(String field, @Nullable T value) {
    if (value == null) {
      throw ProblemException.field(field, "missing", "Send " + field + ".");
    }
    return value;
  }
}
