package org.victimfirst.cases.imports;

/** Lengths of columns. A text that is longer refuses its row; it is never cut. */
final class Limits {
  static final int KEY = 100;
  static final int NAME = 2000;
  static final int CONTACT = 400;
  static final int SHORT = 100;
  static final int OFFICER = 1000;
  static final int CRIME_REFERENCE = 200;

  private Limits() {}
}
