package org.victimfirst.needs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.victimfirst.needs.fixture.TestNeeds.CASEWORKER;
import static org.victimfirst.needs.fixture.TestNeeds.PROFILE;
import static org.victimfirst.needs.fixture.TestNeeds.answers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.reporting.Block;
import org.victimfirst.api.reporting.Check;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;
import org.victimfirst.needs.domain.ImpactSample;
import org.victimfirst.needs.domain.LegacySamples;
import org.victimfirst.needs.domain.SampleDraw;
import org.victimfirst.needs.fixture.CaseFactTable;
import org.victimfirst.needs.fixture.TestReport;
import org.victimfirst.needs.store.TestStores;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestDatabase;

class SectionsDbTest {
  private static final LocalDate APRIL = LocalDate.of(2020, 4, 1);
  private static final LocalDate JUNE = LocalDate.of(2020, 6, 30);
  private static final int CASES = 6;

  @OnEachDatabase
  void everyEnhancedCaseIsCountedOnceAtEachNeedAndStage(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestStores stores = cases(test);
      Section section = made(test, new IdentifiedNeedsSection(stores.closedCaseFacts()));

      assertThat(section.figures()).containsOnlyKeys(codes("need_area"));
      assertThat(section.figures().get("family"))
          .isEqualTo(
              Map.of(
                  "start",
                  Map.of("none", 0L, "mild", 0L, "moderate", 0L, "severe", 3L, "not_recorded", 2L),
                  "end",
                  Map.of(
                      "none", 1L, "mild", 1L, "moderate", 0L, "severe", 1L, "not_recorded", 2L)));
      assertThat(section.checks()).hasSize(20).allMatch(Check::agrees);
      assertThat(section.percent()).isEmpty();
    }
  }

  @OnEachDatabase
  void behindALevelAreItsCases(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      ReportSection section = new IdentifiedNeedsSection(cases(test).closedCaseFacts());
      Block.Levels levels = (Block.Levels) made(test, section).blocks().get(0);

      assertThat(levels.columns())
          .startsWith("Severe Need", "Moderate Need", "Mild Need")
          .hasSize(5);
      assertThat(levels.drawn())
          .as("levels of need, the most severe first")
          .containsExactly(0, 1, 2);
      assertThat(levels.pairs()).hasSize(10);
      for (Block.Pair pair : levels.pairs()) {
        for (int i = 0; i < levels.columns().size(); i++) {
          assertThat(found(test, section, pair.startDrill().get(i)))
              .as("%s, start, %s", pair.code(), levels.columns().get(i))
              .hasSize(pair.start().get(i).intValue());
          assertThat(found(test, section, pair.endDrill().get(i)))
              .as("%s, end, %s", pair.code(), levels.columns().get(i))
              .hasSize(pair.end().get(i).intValue());
        }
      }
      assertThat(found(test, section, Map.of("need", "family", "stage", "end", "level", "mild")))
          .containsExactly(2L);
      assertThatThrownBy(() -> found(test, section, Map.of("need", "weather")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @OnEachDatabase
  void theSampleThatWasHandedOverIsCounted(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestStores stores = cases(test);
      drawn(stores, 1L, 2L, 3L);
      given(test, stores, new long[] {1, 2, 4, 9}, "", "felt_the_same", "", "");
      ReportSection section = new ReductionInNeedSection(stores.closedCaseFacts());
      Section made = made(test, section);

      assertThat(made.figures())
          .containsEntry("sample_size", 3L)
          .containsEntry("reduced", 3L)
          .containsEntry("stayed_the_same", 0L)
          .containsEntry("increased", 0L)
          .containsEntry(
              "stayed_the_same_reason", Map.of("no_further_contact", 0L, "felt_the_same", 1L));
      assertThat(made.percent()).containsEntry("reduced", new BigDecimal("100.0"));
      assertThat(made.checks()).allMatch(Check::agrees);
      assertThat(found(test, section, Map.of("direction", "reduced"))).containsExactly(1L, 2L, 4L);
      for (Block block : made.blocks()) {
        opensAsManyAsItCounts(test, section, block);
      }
      assertThat(found(test, section, Map.of("sample", "sampled_cases"))).hasSize(3);
      assertThat(found(test, section, Map.of("no_change_reason", "felt_the_same")))
          .containsExactly(2L);
      for (String filter : List.of("direction", "sample", "no_change_reason")) {
        assertThatThrownBy(() -> found(test, section, Map.of(filter, "sideways")))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  /** Every figure of the files stands on the page, with the way to its cases. */
  private static void opensAsManyAsItCounts(TestDatabase test, ReportSection section, Block block) {
    if (block instanceof Block.Tiles tiles) {
      assertThat(tiles.tiles())
          .extracting(Block.Tile::drill)
          .containsExactly(
              Map.of("sample", "sampled_cases"),
              Map.of("direction", "reduced"),
              Map.of("direction", "stayed_the_same"),
              Map.of("direction", "increased"));
      for (Block.Tile tile : tiles.tiles()) {
        assertThat(found(test, section, tile.drill())).hasSize(Integer.parseInt(tile.figure()));
      }
    } else {
      List<Block.Bar> bars = ((Block.Bars) block).bars();
      assertThat(bars)
          .extracting(Block.Bar::code)
          .containsExactly("no_further_contact", "felt_the_same");
      for (Block.Bar bar : bars) {
        assertThat(found(test, section, bar.drill().get(0)))
            .hasSize(bar.values().get(0).intValue());
      }
    }
  }

  @OnEachDatabase
  void withoutOneTheFirstThatWasDrawnForThePeriodIsCounted(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestStores stores = cases(test);
      drawn(stores, 1L, 3L);
      drawn(stores, 1L, 2L, 3L);
      Section made = made(test, new ReductionInNeedSection(stores.closedCaseFacts()));

      assertThat(made.figures())
          .containsEntry("sample_size", 2L)
          .containsEntry("reduced", 1L)
          .containsEntry("stayed_the_same", 1L);
      assertThat(made.percent()).containsEntry("increased", new BigDecimal("0.0"));
    }
  }

  @OnEachDatabase
  void withoutAnySampleNothingIsDivided(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      Section made = made(test, new ReductionInNeedSection(cases(test).closedCaseFacts()));

      assertThat(made.figures()).containsEntry("sample_size", 0L);
      assertThat(made.percent()).containsEntry("reduced", null);
    }
  }

  /**
   * Five enhanced cases of the period: 1 to 3 assessed twice, 4 at the start only and not about the
   * family, 5 not at all; 6 has standard support, 9 was closed later.
   */
  private static TestStores cases(TestDatabase test) {
    CaseFactTable facts = new CaseFactTable(test.database());
    TestStores stores = new TestStores(test);
    for (long caseId = 1; caseId <= CASES; caseId++) {
      facts.add(caseId, JUNE, caseId == 6 ? "standard" : "enhanced");
    }
    facts.add(9, JUNE.plusDays(1), "enhanced");
    String[] ends = {"none", "mild", "severe"};
    for (int i = 0; i < ends.length; i++) {
      stores.add(i + 1, answers(APRIL, "family=severe"));
      stores.add(i + 1, answers(JUNE, "family=" + ends[i]));
    }
    stores.add(4, answers(APRIL, "personal_safety=mild", "family=not_recorded"));
    stores.add(9, answers(APRIL, "family=severe"));
    return stores;
  }

  private static void drawn(TestStores stores, Long... caseIds) {
    ImpactSample.Draw draw =
        new ImpactSample.Draw(APRIL, JUNE, 7, caseIds.length, 3, SampleDraw.ALGORITHM);
    stores
        .samples()
        .add(CASEWORKER, new ImpactSample(0, JUNE.plusDays(3), "cw07", draw, List.of(caseIds)));
  }

  private static void given(
      TestDatabase test, TestStores stores, long[] caseIds, String... reasons) {
    test.database()
        .write(
            connection -> {
              for (int i = 0; i < caseIds.length; i++) {
                stores
                    .legacySamples()
                    .add(
                        connection,
                        List.of(
                            new LegacySamples.Row(
                                caseIds[i], JUNE.plusDays(3), reasons[i], "M" + i, i, 1)));
              }
              return stores;
            });
  }

  private static Section made(TestDatabase test, ReportSection section) {
    return test.database()
        .read(
            connection -> {
              ReportSection.Counter counter = section.begin(new TestReport(connection));
              closed().forEach(counter::closed);
              return counter.end(new Totals(CASES, CASES - 1, 0, 0, 0));
            });
  }

  private static List<Long> found(
      TestDatabase test, ReportSection section, Map<String, String> filter) {
    Predicate<CaseFact> cases =
        test.database().read(connection -> section.cases(new TestReport(connection), filter));
    return closed().stream().filter(cases).map(CaseFact::caseId).toList();
  }

  private static List<CaseFact> closed() {
    return LongStream.rangeClosed(1, CASES)
        .mapToObj(id -> (CaseFact) new TestReport.Closed(id, id != 6))
        .toList();
  }

  private static String[] codes(String list) {
    return PROFILE.list(list).codes().stream().map(code -> code.code()).toArray(String[]::new);
  }
}
