package org.victimfirst.needs.imports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.cases.LegacyCase;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.intake.Problems;
import org.victimfirst.needs.domain.KeySet;

/** The checks that both files share. A row that fails is refused, with its problem. */
final class RowChecks {
  /** The longest key that there is room for. */
  private static final int KEY = 60;

  private final ExtractLoader.Import run;
  private final Map<String, LegacyCase> cases;
  private final Problems problems;

  RowChecks(ExtractLoader.Import run, Map<String, LegacyCase> cases, Problems problems) {
    this.run = run;
    this.cases = cases;
    this.problems = problems;
  }

  /** Whether there is room for a row's key; else the row is refused, since a key is never cut. */
  boolean fits(ExtractRow row, String keyColumn) {
    if (fits(row.key())) {
      return true;
    }
    problems.reject(
        row,
        keyColumn,
        "over_long",
        "The key is longer than " + KEY + " characters. The row was left out, not cut.");
    return false;
  }

  static boolean fits(String key) {
    return key.length() <= KEY;
  }

  /** The row's case; null, and the row refused, when it is missing or had no enhanced support. */
  @Nullable LegacyCase enhancedCase(ExtractRow row) {
    String key = row.get("case_id");
    LegacyCase theCase = cases.get(key);
    if (theCase == null) {
      if (problems.rejected(NeedsAssessmentsFile.CASES, key)) {
        problems.reject(row, "case_id", "parent_rejected", "Its case was refused.");
      } else {
        problems.reject(row, "case_id", "orphan", "There is no such case.");
      }
      return null;
    }
    String level = theCase.supportLevel();
    if (level != null && !level.equals("enhanced")) {
      rule(row, "case_id", "The case had no enhanced support, so no needs were assessed.");
      return null;
    }
    return theCase;
  }

  /** Whether a day or time is not later than the extract itself; else the row is refused. */
  boolean notInFuture(ExtractRow row, String column) {
    LocalDate day = day(row, column);
    if (day != null && day.isAfter(run.extractDate())) {
      problems.reject(row, column, "future_date", "The date is after the day of the extract.");
      return false;
    }
    return true;
  }

  /** Whether a time is not before the case was opened nor after it was closed. */
  boolean withinCase(ExtractRow row, String column, LegacyCase theCase) {
    LocalDateTime at = row.time(column);
    LocalDateTime closedAt = theCase.closedAt();
    if (at != null
        && (at.isBefore(theCase.openedAt()) || closedAt != null && at.isAfter(closedAt))) {
      return dateOrder(row, column, "The time is before the case was opened or after it closed.");
    }
    return true;
  }

  /** Refuses a row that breaks a rule; false. */
  boolean rule(ExtractRow row, String column, String sentence) {
    problems.reject(row, column, "rule", sentence);
    return false;
  }

  /** Refuses a row whose dates are in the wrong order; false. */
  boolean dateOrder(ExtractRow row, String column, String sentence) {
    problems.reject(row, column, "date_order", sentence);
    return false;
  }

  /** Refuses a row whose key was loaded before with other content; false. */
  boolean duplicateKey(ExtractRow row, String column) {
    problems.reject(
        row,
        column,
        "duplicate_key",
        "A row with this key was loaded before, with other content. The first one stands.");
    return false;
  }

  /**
   * Refuses a row that this import had already; false.
   *
   * @param before the import that the stored row came with
   * @param met {@linkplain #copy rows} of this import that an earlier one stored; the row is added
   * @return whether it is the first of this import
   */
  boolean firstCopy(ExtractRow row, String column, long before, KeySet met) {
    if (before == run.importId() || met.contains(copy(row))) {
      problems.reject(
          row,
          column,
          "exact_duplicate",
          "The very same row stands earlier in the file. It was left out.");
      return false;
    }
    met.add(copy(row));
    return true;
  }

  /** What a row and its copies have in common. */
  static String copy(ExtractRow row) {
    return row.key() + ' ' + row.contentHash();
  }

  /** Refuses a row whose place is taken by another; false. */
  boolean duplicateValue(ExtractRow row, String column, String sentence) {
    problems.reject(row, column, "duplicate_value", sentence);
    return false;
  }

  /** Takes a row, and says what is odd about it. */
  void report(ExtractRow row, String column, String code, String sentence) {
    problems.report(row, column, code, sentence);
  }

  private static @Nullable LocalDate day(ExtractRow row, String column) {
    return column.endsWith("_at") ? dayOf(row.time(column)) : row.date(column);
  }

  private static @Nullable LocalDate dayOf(@Nullable LocalDateTime at) {
    return at == null ? null : at.toLocalDate();
  }
}
