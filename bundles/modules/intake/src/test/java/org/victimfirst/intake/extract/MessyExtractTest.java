package org.victimfirst.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.intake.domain.Counts;
import org.victimfirst.intake.domain.FileStatus;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.Severity;
import org.victimfirst.intake.testkit.Columns;
import org.victimfirst.intake.testkit.LookupsProfile;
import org.victimfirst.intake.testkit.Messy;

/** The messy extract, read: every fault of form is found where it is, and nothing else. */
class MessyExtractTest {
  /** Faults that can be seen in a row by itself; the others need what is stored. */
  private static final Set<String> OF_FORM =
      Set.of(
          "missing_mandatory",
          "invalid_date",
          "other_date_format",
          "untidy_code",
          "unknown_code",
          "too_few_cells",
          "too_many_cells",
          "stray_quote",
          "nul_byte",
          "windows_1252");

  private static final LookupsProfile PROFILE = new LookupsProfile();

  @TempDir private Path folder = Path.of("");

  static Stream<String> files() {
    return Columns.OF.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachFaultOfFormIsFoundWhereItIs(String file) throws IOException {
    List<Problem> found = read(file, Messy.copy(file, folder.resolve(file))).problems();

    List<String> expected =
        Messy.rows().stream()
            .filter(row -> row.file().equals(file) && OF_FORM.contains(row.code()))
            .filter(row -> !neededElsewhere(row))
            .map(row -> line(row.record(), row.line(), row.key(), row.column(), row.code()))
            .toList();
    assertThat(
            found.stream()
                .filter(problem -> OF_FORM.contains(problem.code()))
                .map(p -> line(p.record(), p.line(), p.key(), p.column(), p.code()))
                .filter(each -> !each.contains(" religion "))
                .toList())
        .containsExactlyElementsOf(expected);
  }

  /** Whether a mandatory cell depends on other cells, so that the loader must look. */
  private static boolean neededElsewhere(Messy.Expected row) {
    return row.file().equals("cases.csv")
        && row.code().equals("missing_mandatory")
        && (row.column().equals("closed_at") || row.column().equals("closure_outcome"));
  }

  private static String line(long record, long line, String key, String column, String code) {
    return record + " " + line + " " + key + " " + column + " " + code;
  }

  @ParameterizedTest
  @MethodSource("files")
  void rejectedIsLeftOutAndReportedIsTaken(String file) throws IOException {
    Reading reading = read(file, Messy.copy(file, folder.resolve(file)));

    for (Messy.Expected row : Messy.rows()) {
      if (!row.file().equals(file)) {
        continue;
      }
      boolean taken = reading.rows().containsKey(row.record());
      if (OF_FORM.contains(row.code()) && !neededElsewhere(row)) {
        assertThat(taken)
            .as("record %s of %s, %s", row.record(), file, row.code())
            .isEqualTo(!row.expect().equals("reject"));
      } else {
        assertThat(taken).as("record %s of %s is sound in form", row.record(), file).isTrue();
      }
    }
    long rejected =
        reading.problems().stream()
            .filter(problem -> problem.severity() == Severity.REJECTED)
            .map(Problem::record)
            .distinct()
            .count();
    assertThat(reading.rows().size() + rejected).isEqualTo(reading.survey().records());
  }

  @Test
  void oddTextIsReadAsItWasMeant() throws IOException {
    Map<Long, ExtractRow> rows =
        read("referrals.csv", Messy.copy("referrals.csv", folder.resolve("referrals.csv"))).rows();

    assertThat(row(rows, 443).get("victim_first_name")).isEqualTo("Zoë");
    assertThat(row(rows, 804).get("victim_last_name")).isEqualTo("O’Brien");
    assertThat(row(rows, 514).get("offence_summary")).isEqualTo("Pushed – then robbed of £40");
    assertThat(row(rows, 2002).get("victim_first_name")).isEqualTo("Nul");
    assertThat(row(rows, 1569).get("offence_summary")).isEqualTo("He said \"stop\" and left");
    assertThat(row(rows, 885).get("offence_summary")).hasSize(50_000);
    assertThat(row(rows, 2507).get("victim_last_name")).hasSize(480);
    assertThat(row(rows, 426).get("victim_first_name")).isEqualTo("An\u200Bna");
    assertThat(row(rows, 1676).get("victim_first_name")).isEqualTo("\u202EnomiS");
    assertThat(row(rows, 2824).get("victim_first_name")).isEqualTo("=cmd|'/C calc'!A0");
    assertThat(row(rows, 3588).get("offence_summary"))
        .isEqualTo("First line\nsecond line, with a comma\n\"quoted words\" and a third line");
    assertThat(row(rows, 3733).get("offence_summary")).isEqualTo("Windows\r\nline break inside");
    assertThat(row(rows, 239).get("source")).isEqualTo("self_referral");
    assertThat(row(rows, 632).get("received_at")).isEqualTo("2020-07-06T09:15:00");
    assertThat(row(rows, 2323).time("received_at")).isEqualTo("2020-07-06T09:15:00");
    assertThat(row(rows, 2699).time("received_at")).isEqualTo("2020-07-06T00:00:00");
    assertThat(row(rows, 3328).get("gender")).isEqualTo("unknown");
  }

  private static ExtractRow row(Map<Long, ExtractRow> rows, long record) {
    return Objects.requireNonNull(rows.get(record), () -> "record " + record);
  }

  @Test
  void sentencesDoNotRepeatWhatIsInTheCells() throws IOException {
    List<Problem> found =
        read("referrals.csv", Messy.copy("referrals.csv", folder.resolve("referrals.csv")))
            .problems();

    assertThat(found)
        .extracting(Problem::sentence)
        .noneMatch(sentence -> sentence.contains("assault_xyz") || sentence.contains("Zo"))
        .allMatch(sentence -> sentence.endsWith("."));
  }

  static Stream<JsonNode> wholeFiles() {
    List<JsonNode> files = new ArrayList<>();
    Messy.wholeFiles().forEach(files::add);
    return files.stream();
  }

  @ParameterizedTest
  @MethodSource("wholeFiles")
  void wholeFilesAreRefusedReportedOrTaken(JsonNode expected) throws IOException {
    String name = expected.path("file").asText().replace("messy_files/", "");
    Path path = Messy.copy("whole/" + name, folder.resolve(name));

    Survey survey = survey("referrals.csv", path);

    switch (expected.path("expect").asText()) {
      case "reject" -> {
        assertThat(survey.refused()).isTrue();
        assertThat(survey.problems())
            .extracting(Problem::severity, Problem::code)
            .contains(tuple(Severity.REJECTED, wholeFileCode(name)));
      }
      case "report" -> {
        Reading reading = read("referrals.csv", path);
        assertThat(reading.problems())
            .extracting(Problem::code)
            .containsExactly(wholeFileCode(name));
        assertThat(reading.rows()).isNotEmpty();
      }
      default -> assertThat(read("referrals.csv", path).problems()).isEmpty();
    }
  }

  private static String wholeFileCode(String name) {
    return switch (name) {
      case "referrals_semicolons.csv" -> "wrong_delimiter";
      case "referrals_utf16.csv" -> "utf_16";
      case "referrals_no_header.csv" -> "no_header";
      case "referrals_missing_column.csv" -> "missing_column";
      case "referrals_extra_column.csv" -> "unknown_column";
      case "referrals_duplicate_header.csv" -> "duplicate_column";
      case "referrals_unterminated_quote.csv" -> "unterminated_quote";
      case "referrals_truncated.csv" -> "truncated_row";
      case "referrals_empty.csv" -> "empty_file";
      case "referrals_is_a_zip.csv" -> "not_csv";
      case "referrals_latin1_all.csv" -> "windows_1252";
      default -> "";
    };
  }

  @Test
  void aHeaderDecidesWhereColumnsStand() throws IOException {
    ExtractRow plain = row(read("referrals.csv", whole("referrals_latin1_all.csv")).rows(), 1);
    ExtractRow reordered = row(read("referrals.csv", whole("referrals_reordered.csv")).rows(), 1);

    assertThat(reordered.key()).isEqualTo("R00000519");
    assertThat(reordered.get("victim_last_name")).isEqualTo(plain.get("victim_last_name"));
    assertThat(plain.get("town")).isEqualTo("Exâmpleton");
    assertThat(reordered.get("town")).isEqualTo("Exampleton");
    assertThat(reordered.contentHash()).isNotEqualTo(plain.contentHash());
  }

  @Test
  void theHashDoesNotDependOnTheOrderOfColumns() throws IOException {
    ExtractRow extra = row(read("referrals.csv", whole("referrals_extra_column.csv")).rows(), 1);
    ExtractRow reordered = row(read("referrals.csv", whole("referrals_reordered.csv")).rows(), 1);

    assertThat(extra.contentHash()).isEqualTo(reordered.contentHash());
  }

  private Path whole(String name) {
    return Messy.copy("whole/" + name, folder.resolve(name));
  }

  private Survey survey(String file, Path path) throws IOException {
    return Survey.of(path, file, columns(file), PROFILE, records -> {});
  }

  private Reading read(String file, Path path) throws IOException {
    Survey survey = survey(file, path);
    assertThat(survey.refused()).as(survey.problems().toString()).isFalse();
    ImportFile form =
        new ImportFile(
                1, 1, 1, file, "", 0, FileStatus.WAITING, "", survey.form(), 0, 0, Counts.NONE)
            .surveyed(survey.records(), survey.form(), "");
    List<Problem> problems = new ArrayList<>(survey.problems());
    Map<Long, ExtractRow> rows = new TreeMap<>();
    try (RowReader reader = RowReader.open(path, form, columns(file), PROFILE)) {
      for (RowReader.Batch b = reader.next(1000); b.records() > 0; b = reader.next(1000)) {
        problems.addAll(b.problems());
        b.rows().forEach(row -> rows.put(row.record(), row));
      }
    }
    return new Reading(survey, rows, problems);
  }

  private static List<ExtractColumn> columns(String file) {
    return Objects.requireNonNull(Columns.OF.get(file));
  }

  private record Reading(Survey survey, Map<Long, ExtractRow> rows, List<Problem> problems) {}
}
