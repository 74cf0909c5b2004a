package org.victimfirst.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.reporting.Definition;
import org.victimfirst.api.reporting.ReportRun;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestDatabase;

/** The sample quarter's report equals the one that was worked out from the files. */
class QuarterlyReportDbTest {
  private static final Path EXPECTED = Path.of("../../../itests/extract/llr-2020-q1-expected.json");

  @OnEachDatabase
  void givesEveryFigureAsExpected(Dialect dialect) throws IOException {
    TestDatabase database = ReportsFixture.of(dialect).database();
    Report report = Quarter.report(database, Quarter.sections());

    JsonNode expected = new ObjectMapper().readTree(EXPECTED.toFile()).get("sections");
    assertThat(report.parts()).hasSize(7);
    for (Report.Part part : report.parts()) {
      JsonNode section = expected.get(part.key());
      assertThat(leaves(part.section().figures()))
          .as(part.key())
          .containsExactlyInAnyOrderEntriesOf(leaves(section.get("figures")));
      assertThat(leaves(part.section().percent()))
          .as(part.key() + ", percent")
          .containsExactlyInAnyOrderEntriesOf(leaves(section.path("percent")));
    }
    assertThat(report.failing()).isEmpty();
    assertThat(report.checks()).hasSizeGreaterThan(30);
    assertThat(report.absent())
        .extracting(Report.Absent::key)
        .contains("hate", "identified_needs", "success_stories")
        .doesNotContain("headlines", "geography");
  }

  @OnEachDatabase
  void namesSectionsThatFailAndMakesTheOthers(Dialect dialect) {
    TestDatabase database = ReportsFixture.of(dialect).database();
    List<ReportSection> sections = new ArrayList<>(Quarter.sections());
    sections.add(0, new Failing("fails_at_start"));
    sections.add(1, new Failing("fails_in_sql"));
    sections.add(2, new Failing("fails_in_a_row"));
    sections.add(new Failing("fails_at_end"));
    Report report = Quarter.report(database, sections);

    assertThat(report.parts()).hasSize(7);
    assertThat(report.totals().closed()).isEqualTo(2641);
    assertThat(report.absent())
        .filteredOn(absent -> absent.reason() == Report.Reason.NOT_AVAILABLE)
        .extracting(Report.Absent::key)
        .containsExactly("fails_at_start", "fails_in_sql", "fails_in_a_row", "fails_at_end");
  }

  @OnEachDatabase
  void countsNothingInAnEmptyPeriod(Dialect dialect) {
    TestDatabase database = ReportsFixture.of(dialect).database();
    Report report =
        Quarter.report(database, Quarter.sections(), Period.of("1999-01-01", "1999-03-31"));

    assertThat(made(report, "headlines").figures()).containsEntry("closed", 0L);
    assertThat(leaves(made(report, "headlines").percent())).containsEntry("enhanced", "null");
    assertThat(report.failing()).isEmpty();
  }

  @OnEachDatabase
  void withholdsSmallCountsAndWhatWouldShowThem(Dialect dialect) {
    TestDatabase database = ReportsFixture.of(dialect).database();
    Report whole = Quarter.report(database, Quarter.sections());
    Report report = new SmallCounts(Quarter.PROFILE).withhold(whole);

    assertThat(report.withheld()).isTrue();
    for (Report.Part part : report.parts()) {
      leaves(part.section().figures())
          .forEach((path, value) -> assertThat(value).as(path).isNotIn("1", "2", "3", "4"));
    }
    Map<String, String> sources = leaves(made(report, "referral_source").figures());
    assertThat(sources)
        .containsEntry("closed.sarc", "null")
        .containsEntry("closed.leicestershire_crime_report", "2112")
        .containsEntry("closed.witness_care_unit", "11")
        .containsEntry("cyp_closed.rtc", "0");
    // UAVA sent 5, all enhanced: the enhanced ones are withheld with a 1, the others as they are 5.
    assertThat(sources).containsEntry("enhanced.uava", "null").containsEntry("closed.uava", "null");
    // One outcome was 1, so the next smallest goes with it; its share goes too.
    assertThat(leaves(made(report, "headlines").figures()))
        .containsEntry("contact_police_dept", "null")
        .containsEntry("specialist_referral", "null")
        .containsEntry("duplicate", "184");
    assertThat(leaves(made(report, "headlines").percent()))
        .containsEntry("specialist_referral", "null")
        .containsEntry("enhanced", "21.2");
    // Elsewhere is a row of its own and its own total: 2 enhanced cases are withheld in both.
    assertThat(leaves(made(report, "geography").figures()))
        .containsEntry("beat.enhanced.other_than_leicester", "null")
        .containsEntry("local_authority.enhanced.other_than_leicester", "null")
        .containsEntry("local_authority.enhanced.unknown", "null")
        .containsEntry("beat.enhanced.unknown", "null");
  }

  private static Section made(Report report, String key) {
    return report.parts().stream()
        .filter(part -> part.key().equals(key))
        .map(Report.Part::section)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> leaves(Map<String, Object> tree) {
    Map<String, String> leaves = new LinkedHashMap<>();
    Figures.leaves(tree, (path, value) -> leaves.put(path, String.valueOf(value)));
    return leaves;
  }

  private static Map<String, String> leaves(JsonNode tree) {
    Map<String, String> leaves = new LinkedHashMap<>();
    walk("", tree, leaves);
    return leaves;
  }

  private static void walk(String prefix, JsonNode node, Map<String, String> leaves) {
    node.properties()
        .forEach(
            field -> {
              if (field.getValue().isObject()) {
                walk(prefix + field.getKey() + ".", field.getValue(), leaves);
              } else {
                leaves.put(prefix + field.getKey(), text(field.getValue()));
              }
            });
  }

  private static String text(JsonNode value) {
    return value.isFloatingPointNumber()
        ? BigDecimal.valueOf(value.doubleValue()).setScale(1).toString()
        : value.asText();
  }

  /** A section that fails where its key says. */
  private record Failing(String key) implements ReportSection {
    @Override
    public String title() {
      return key;
    }

    @Override
    public int order() {
      return 0;
    }

    @Override
    public List<Definition> definitions() {
      return List.of();
    }

    @Override
    public Counter begin(ReportRun run) throws SQLException {
      if (key.equals("fails_at_start")) {
        throw new IllegalStateException("as asked");
      }
      if (key.equals("fails_in_sql")) {
        run.connection().createStatement().executeQuery("SELECT a FROM cases.no_such_table");
      }
      return new Counter() {
        @Override
        public void closed(CaseFact fact) {
          if (key.equals("fails_in_a_row")) {
            throw new IllegalStateException("as asked");
          }
        }

        @Override
        public Section end(Totals totals) {
          throw new IllegalStateException("as asked");
        }
      };
    }

    @Override
    public Predicate<CaseFact> cases(ReportRun run, Map<String, String> filter) {
      return fact -> false;
    }
  }
}
