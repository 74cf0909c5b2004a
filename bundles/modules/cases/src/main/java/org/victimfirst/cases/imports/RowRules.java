package org.victimfirst.cases.imports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.intake.Problems;

/** The rules of one row. After {@link #sound} is false, nothing more is said about the row. */
final class RowRules {
  private static final int PLAUSIBLE_AGE = 120;
  private static final int LONG_NAME = 200;
  private static final int INTAKE_REPORTS = 4000;
  private static final Pattern PHONE = Pattern.compile("[+0-9() .-]+");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final Pattern POSTCODE =
      Pattern.compile("[A-Za-z]{1,2}[0-9][A-Za-z0-9]? ?[0-9][A-Za-z]{2}");

  private final ExtractRow row;
  private final Problems problems;
  private boolean sound = true;

  RowRules(ExtractRow row, Problems problems) {
    this.row = row;
    this.problems = problems;
  }

  /** Whether the row may be stored. */
  boolean sound() {
    return sound;
  }

  /** Refuses the row unless something holds. */
  RowRules require(boolean holds, String column, String code, String sentence) {
    if (sound && !holds) {
      problems.reject(row, column, code, sentence);
      sound = false;
    }
    return this;
  }

  /** Reports the row unless something holds. */
  RowRules expect(boolean holds, String column, String code, String sentence) {
    if (sound && !holds) {
      problems.report(row, column, code, sentence);
    }
    return this;
  }

  RowRules notAfterExtract(String column, @Nullable LocalDateTime time, LocalDate extractDate) {
    return require(
        time == null || !time.toLocalDate().isAfter(extractDate),
        column,
        "future_date",
        "The time is after the day on which the extract was made. The row was left out.");
  }

  RowRules notBefore(
      String column,
      @Nullable LocalDateTime later,
      @Nullable LocalDateTime earlier,
      String sentence) {
    return require(
        later == null || earlier == null || !later.isBefore(earlier),
        column,
        "date_order",
        sentence);
  }

  /** Reports a name that is longer than names are; intake reports texts that are longer still. */
  RowRules name(String column) {
    int length = row.get(column).length();
    return expect(
        length <= LONG_NAME || length > INTAKE_REPORTS,
        column,
        "over_long",
        "The name has " + length + " characters. All of it was taken.");
  }

  /** Refuses what does not fit its column, since it is never cut. */
  RowRules fits(String column, int limit) {
    return require(
        row.get(column).length() <= limit,
        column,
        "over_long",
        "The text is longer than " + limit + " characters. The row was left out, not cut.");
  }

  RowRules plausibleBirth(String column, @Nullable LocalDate born, LocalDate received) {
    return expect(
        born == null || born.plusYears(PLAUSIBLE_AGE).isAfter(received),
        column,
        "implausible_date",
        "The person would be older than 120 years. The date was taken as it is.");
  }

  RowRules phone(String column) {
    String phone = row.get(column);
    int digits = 0;
    for (int i = 0; i < phone.length(); i++) {
      digits += phone.charAt(i) >= '0' && phone.charAt(i) <= '9' ? 1 : 0;
    }
    boolean likely = digits >= 10 && digits <= 16 && PHONE.matcher(phone).matches();
    return expect(
        phone.isEmpty() || likely,
        column,
        "malformed_contact",
        "This cannot be a telephone number. It was taken as it is.");
  }

  RowRules email(String column) {
    String email = row.get(column);
    return expect(
        email.isEmpty() || EMAIL.matcher(email).matches(),
        column,
        "malformed_contact",
        "This cannot be an email address. It was taken as it is.");
  }

  RowRules postcode(String column) {
    String postcode = row.get(column);
    return expect(
        postcode.isEmpty() || POSTCODE.matcher(postcode.strip()).matches(),
        column,
        "malformed_contact",
        "This cannot be a postcode. It was taken as it is.");
  }
}
