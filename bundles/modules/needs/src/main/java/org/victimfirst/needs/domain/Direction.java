package org.victimfirst.needs.domain;

/** What became of a need, or of the sum of all needs of a case, between two assessments. */
public enum Direction {
  /** It is smaller. */
  REDUCED("reduced"),
  /** It is as it was. */
  STAYED_THE_SAME("stayed_the_same"),
  /** It is larger. */
  INCREASED("increased"),
  /** At least one of the two has no answer. Never of a sum. */
  NOT_COMPARABLE("not_comparable");

  private final String code;

  Direction(String code) {
    this.code = code;
  }

  /** From one score to another. */
  public static Direction of(int from, int to) {
    if (from == to) {
      return STAYED_THE_SAME;
    }
    return to < from ? REDUCED : INCREASED;
  }

  /** Its code, as in the quarterly report. */
  public String code() {
    return code;
  }
}
