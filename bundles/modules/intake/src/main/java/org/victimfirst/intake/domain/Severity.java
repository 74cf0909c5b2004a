package org.victimfirst.intake.domain;

import java.util.Locale;

/** What a problem led to. */
public enum Severity {
  /** The row, or the file, was left out. */
  REJECTED,
  /** It was taken, and somebody should look at it. */
  REPORTED;

  /** As it is stored and sent: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity of a code. */
  public static Severity of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
