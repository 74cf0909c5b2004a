package org.victimfirst.cases.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done next with a case.
 *
 * @param what a few words without personal data, or an empty string for nothing
 * @param due the day by which it is due, or null
 */
public record NextAction(String what, @Nullable LocalDate due) {
  /** Longest text. */
  public static final int MAX_LENGTH = 400;

  /** Nothing is planned. */
  public static final NextAction NONE = new NextAction("", null);
}
