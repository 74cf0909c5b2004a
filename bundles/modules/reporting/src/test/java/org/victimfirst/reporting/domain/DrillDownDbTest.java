package org.victimfirst.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.cases.ReferralFact;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.reporting.Block;
import org.victimfirst.api.reporting.ReportRun;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestDatabase;

/** Every figure of the sample quarter opens as many cases or referrals as it counts. */
class DrillDownDbTest {
  private static final Map<String, String> COLUMNS =
      Map.of(
          "referral_source", FactDimension.SOURCE.column(),
          "crime_types", FactDimension.OCCURRENCE_TYPE.column(),
          "repeat_victims", FactDimension.REPEAT_VICTIM.column(),
          "age", FactDimension.AGE_BAND.column());

  @OnEachDatabase
  void opensAsManyAsEveryFigureOfTheFilesCounts(Dialect dialect) {
    TestDatabase database = ReportsFixture.of(dialect).database();
    Report report = Quarter.report(database, Quarter.sections());

    List<Drill> drills = new ArrayList<>();
    for (ReportSection section : Quarter.sections()) {
      assertThat(section.definitions()).isNotEmpty();
      Report.Part part = part(report, section.key());
      List<Drill> shown = new ArrayList<>();
      part.section().blocks().forEach(block -> drills(section, block, shown));
      Map<Map<String, String>, Long> links = new LinkedHashMap<>();
      shown.forEach(drill -> links.put(drill.filter, drill.expected));
      Figures.counts(part.section().figures())
          .forEach(
              (path, count) ->
                  assertThat(links)
                      .as(section.key() + " " + path)
                      .containsEntry(filter(section.key(), path), count));
      drills.addAll(shown);
    }
    count(database, drills);
    assertThat(drills).hasSizeGreaterThan(300);
    for (Drill drill : drills) {
      assertThat(drill.filter).as(drill.section.key()).isNotEmpty();
      assertThat(drill.found.get())
          .as(drill.section.key() + drill.filter)
          .isEqualTo(drill.expected);
    }
  }

  /** The drill-down that a figure of the JSON must have. */
  private static Map<String, String> filter(String section, String path) {
    String[] keys = path.split("\\.", -1);
    String last = keys[keys.length - 1];
    if (section.equals("new_referrals")) {
      return Map.of(ReportSection.REFERRALS, path.equals("total") ? "all" : path);
    }
    if (section.equals("headlines")) {
      return headline(keys);
    }
    Map<String, String> filter = new TreeMap<>();
    String counted = keys[keys.length - 2];
    String by = keys.length == 3 ? keys[0] : section;
    filter.put(COLUMNS.getOrDefault(by, by), last);
    if (counted.startsWith("cyp_")) {
      filter.put("child", "yes");
    }
    if (counted.endsWith("enhanced")) {
      filter.put("level", "enhanced");
    }
    return filter;
  }

  private static Map<String, String> headline(String... keys) {
    return switch (String.join(".", keys)) {
      case "referred" -> Map.of(ReportSection.REFERRALS, "all");
      case "closed" -> Map.of("cases", "all");
      case "enhanced.total" -> Map.of("level", "enhanced");
      case "standard.total" -> Map.of(FactDimension.SUPPORT_LEVEL.column(), "standard");
      default ->
          Quarter.PROFILE.list("closure_outcome").codes().stream()
              .filter(code -> code.attribute("group").orElse("").equals(keys[0]))
              .filter(
                  code -> keys.length == 1 || code.attribute("report").orElse("").equals(keys[1]))
              .map(Code::code)
              .findFirst()
              .map(code -> Map.of(FactDimension.CLOSURE_OUTCOME.column(), code))
              .orElseThrow();
    };
  }

  @OnEachDatabase
  void opensReferralsByGroupAndByPart(Dialect dialect) {
    ReportsFixture fixture = ReportsFixture.of(dialect);
    Report report = Quarter.report(fixture.database(), Quarter.sections());
    Map<String, Object> figures = part(report, "new_referrals").section().figures();

    for (String figure : List.of("third_party", "of_third_party_action_fraud")) {
      assertThat(
              fixture
                  .reports()
                  .behind(Quarter.PERIOD, "new_referrals", Map.of(ReportSection.REFERRALS, figure)))
          .hasSize(((Long) Objects.requireNonNull(figures.get(figure))).intValue());
    }
    for (Map<String, String> filter :
        List.of(
            Map.of(ReportSection.REFERRALS, "nobody"),
            Map.of(ReportSection.REFERRALS, "all", "level", "enhanced"),
            Map.of("source", "uava"))) {
      assertThatThrownBy(() -> fixture.reports().behind(Quarter.PERIOD, "new_referrals", filter))
          .isInstanceOf(ProblemException.class);
    }
    assertThatThrownBy(
            () ->
                fixture
                    .reports()
                    .behind(Quarter.PERIOD, "geography", Map.of(ReportSection.REFERRALS, "all")))
        .isInstanceOf(ProblemException.class);
  }

  private record Drill(
      ReportSection section, Map<String, String> filter, long expected, AtomicLong found) {
    static Drill of(ReportSection section, String figure, Map<String, String> filter) {
      return new Drill(section, filter, Long.parseLong(figure.replace(",", "")), new AtomicLong());
    }

    boolean ofReferrals() {
      return filter.containsKey(ReportSection.REFERRALS);
    }
  }

  private static void drills(ReportSection section, Block block, List<Drill> drills) {
    if (block instanceof Block.Tiles tiles) {
      for (Block.Tile tile : tiles.tiles()) {
        drills.add(Drill.of(section, tile.figure(), tile.drill()));
        if (!tile.noteDrill().isEmpty()) {
          drills.add(Drill.of(section, tile.note().split(" ", 2)[0], tile.noteDrill()));
        }
      }
    } else if (block instanceof Block.Bars bars) {
      bars.bars().forEach(bar -> drills(section, bar.values(), bar.drill(), drills));
      if (bars.total()) {
        drills(section, totals(bars), bars.totalDrill(), drills);
      }
    }
  }

  private static void drills(
      ReportSection section,
      List<Long> values,
      List<Map<String, String>> filters,
      List<Drill> drills) {
    assertThat(filters).as(section.key()).hasSameSizeAs(values);
    for (int i = 0; i < values.size(); i++) {
      drills.add(new Drill(section, filters.get(i), values.get(i), new AtomicLong()));
    }
  }

  private static List<Long> totals(Block.Bars bars) {
    List<Long> totals = new ArrayList<>();
    for (int i = 0; i < bars.columns().size(); i++) {
      int column = i;
      totals.add(bars.bars().stream().mapToLong(bar -> bar.values().get(column)).sum());
    }
    return totals;
  }

  private static void count(TestDatabase database, List<Drill> drills) {
    ReportMaker maker = new ReportMaker(List.of(), Quarter.facts(), Quarter.PROFILE);
    database
        .database()
        .read(
            connection -> {
              ReportRun run = maker.run(connection, Quarter.PERIOD);
              Map<Drill, Predicate<CaseFact>> cases = new LinkedHashMap<>();
              Map<Drill, Predicate<ReferralFact>> referrals = new LinkedHashMap<>();
              for (Drill drill : drills) {
                if (drill.ofReferrals()) {
                  referrals.put(drill, drill.section.referrals(run, drill.filter));
                } else {
                  cases.put(drill, drill.section.cases(run, drill.filter));
                }
              }
              Quarter.facts()
                  .closed(
                      connection,
                      run.from(),
                      run.to(),
                      fact ->
                          cases.forEach(
                              (drill, test) -> drill.found.addAndGet(test.test(fact) ? 1 : 0)));
              Quarter.facts()
                  .received(
                      connection,
                      run.from(),
                      run.to(),
                      fact ->
                          referrals.forEach(
                              (drill, test) -> drill.found.addAndGet(test.test(fact) ? 1 : 0)));
              return true;
            });
  }

  private static Report.Part part(Report report, String key) {
    return report.parts().stream().filter(part -> part.key().equals(key)).findFirst().orElseThrow();
  }
}
