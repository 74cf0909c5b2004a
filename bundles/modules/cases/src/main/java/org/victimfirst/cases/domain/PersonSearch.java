package org.victimfirst.cases.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for. Never put into an address or a log: it is personal data.
 *
 * @param text a name (surname, or first name and surname, or surname and first name; beginnings are
 *     enough), a reference of a case in any spelling, or a police reference; may be empty when a
 *     date of birth is given
 * @param bornOn date of birth, or null
 */
public record PersonSearch(String text, @Nullable LocalDate bornOn) {
  /** Most cases that a search gives. */
  public static final int LIMIT = 100;

  /** Longest text. */
  public static final int MAX_LENGTH = 100;
}
