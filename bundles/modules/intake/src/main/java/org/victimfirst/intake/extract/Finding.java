package org.victimfirst.intake.extract;

import org.victimfirst.intake.domain.Severity;

/**
 * What a check found in a cell.
 *
 * @param code the problem's code
 * @param severity what it leads to
 * @param sentence what is wrong and what was done
 */
record Finding(String code, Severity severity, String sentence) {
  static final Finding MISSING =
      rejected(
          "missing_mandatory",
          "The cell is empty, and this column must be filled. The row was left out.");
  static final Finding NO_DATE =
      rejected(
          "invalid_date",
          "This is not a date that exists, written as YYYY-MM-DD. The row was left out.");
  static final Finding NO_TIME =
      rejected(
          "invalid_date",
          "This is not a time that exists, written as YYYY-MM-DDTHH:MM:SS. The row was left out.");
  static final Finding OTHER_DATE =
      reported(
          "other_date_format",
          "The date is not written as YYYY-MM-DD. It was read as day before month and taken.");
  static final Finding OTHER_TIME =
      reported(
          "other_date_format",
          "The time is not written as YYYY-MM-DDTHH:MM:SS. It was read as day before month and"
              + " taken.");
  static final Finding MIDNIGHT =
      reported(
          "other_date_format",
          "The cell has a date and no time. The day was read as day before month, and midnight was"
              + " stored.");
  static final Finding TIME_LEFT_OUT =
      reported(
          "other_date_format", "The cell has a time where only a date belongs. The day was taken.");
  static final Finding NO_NUMBER =
      rejected("invalid_number", "This is not a whole number. The row was left out.");
  static final Finding UNTIDY_CODE =
      reported(
          "untidy_code",
          "A known code has blanks or capitals round it. It was taken without them.");
  static final Finding UNKNOWN_CODE =
      rejected("unknown_code", "The list has no such code. The row was left out.");
  static final Finding UNKNOWN_PART =
      reported(
          "unknown_code",
          "The list does not have one of the codes. That one was left out, the others were taken.");
  static final Finding OVER_LONG =
      reported(
          "over_long",
          "The text is longer than " + ColumnCheck.LONG_TEXT + " characters. All of it was kept.");
  static final Finding STRAY_QUOTE =
      reported(
          "stray_quote",
          "There are quotation marks inside a cell that is not quoted. It was taken as it stands.");
  static final Finding NUL =
      reported("nul_byte", "The cell has a NUL byte. It was taken out, the rest was taken.");
  static final Finding WINDOWS_1252 =
      reported(
          "windows_1252", "The cell is not UTF-8. It was read as Windows-1252; compare it once.");
  static final Finding UNREADABLE =
      rejected(
          "unreadable_bytes",
          "The cell has bytes that are neither UTF-8 nor Windows-1252. The row was left out.");

  /** An unknown code for which another is stored. */
  static Finding stored(String code) {
    return reported("unknown_code", "The list has no such code. “" + code + "” was stored.");
  }

  private static Finding rejected(String code, String sentence) {
    return new Finding(code, Severity.REJECTED, sentence);
  }

  private static Finding reported(String code, String sentence) {
    return new Finding(code, Severity.REPORTED, sentence);
  }
}
