package org.victimfirst.cases.domain;

/** Gives the numbers of codes in case facts. */
public interface FactCodes {
  /**
   * The number of a code, given now when it has none yet.
   *
   * @return from 1; 0 for an empty code
   */
  int id(String list, String code);

  /** The code of a number that {@link #id} gave; an empty string for 0. */
  String code(String list, int id);

  /** The bits of answers that may be several, separated by semicolons. */
  long bits(String list, String codes);
}
