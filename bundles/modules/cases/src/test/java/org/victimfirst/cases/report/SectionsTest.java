package org.victimfirst.cases.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.reporting.Check;
import org.victimfirst.api.reporting.Section;

/** What the sections do with codes that are new, gone, unknown or missing. */
class SectionsTest {
  private static CountedCases cases(int year) {
    return new CountedCases(LocalDate.of(year, 1, 1), LocalDate.of(year, 3, 31));
  }

  private static Map<?, ?> map(Map<?, ?> figures, String... path) {
    Map<?, ?> map = figures;
    for (String key : path) {
      Object inner = map.get(key);
      assertThat(inner).as(key).isInstanceOf(Map.class);
      map = (Map<?, ?>) Objects.requireNonNull(inner);
    }
    return map;
  }

  @Test
  void showsTheCodesThatWereInUse() throws Exception {
    ReferralSourceSection section = new ReferralSourceSection();
    assertThat(map(cases(2020).count(section).figures(), "closed").keySet())
        .hasSize(14)
        .asString()
        .contains("action_fraud")
        .doesNotContain("report_fraud");
    assertThat(map(cases(2026).count(section).figures(), "closed").keySet())
        .asString()
        .contains("report_fraud")
        .doesNotContain("action_fraud");
  }

  @Test
  void countsCodesThatHaveEndedOrThatNoListHas() throws Exception {
    Section section =
        cases(2026)
            .with(false, false, Map.of(FactDimension.SOURCE, "action_fraud"))
            .with(true, true, Map.of(FactDimension.SOURCE, "carrier_pigeon"))
            .count(new ReferralSourceSection());
    assertThat(map(section.figures(), "closed").get("action_fraud")).isEqualTo(1L);
    assertThat(map(section.figures(), "cyp_enhanced").get("carrier_pigeon")).isEqualTo(1L);
    assertThat(section.checks()).allMatch(Check::agrees);
  }

  @Test
  void namesWhatIsNotRecordedAndDropsNothing() throws Exception {
    CountedCases cases =
        cases(2020)
            .with(true, false, Map.of())
            .with(false, false, Map.of(FactDimension.GENDER, "unknown"));
    Section sources = cases.count(new ReferralSourceSection());
    assertThat(map(sources.figures(), "closed").get("not_recorded")).isEqualTo(2L);
    assertThat(sources.checks()).allMatch(Check::agrees);

    DemographicsSection people = new DemographicsSection();
    assertThat(map(cases.count(people).figures(), "gender", "closed").get("unknown")).isEqualTo(2L);
    assertThat(cases.matching(people, Map.of("gender", "unknown"))).isEqualTo(2);
    assertThat(cases.matching(people, Map.of("gender", "unknown", "level", "enhanced")))
        .isEqualTo(1);
  }

  @Test
  void namesTheFiguresThatDoNotAddUpWithThoseBesideThem() throws Exception {
    assertThat(cases(2020).count(new HeadlinesSection()).apart()).isEqualTo(Map.of("referred", ""));
    assertThat(cases(2020).count(new NewReferralsSection()).apart())
        .isEqualTo(Map.of("of_third_party_action_fraud", "third_party"));
    assertThat(cases(2020).count(new ReferralSourceSection()).apart()).isEmpty();
  }

  @Test
  void countsEachDisability() throws Exception {
    CountedCases cases =
        cases(2020)
            .withDisabilities("mental_health", "unseen_disability")
            .withDisabilities("no_disability")
            .withDisabilities();
    DemographicsSection people = new DemographicsSection();
    Map<?, ?> closed = map(cases.count(people).figures(), "disability", "closed");
    assertThat(closed.get("mental_health")).isEqualTo(1L);
    assertThat(closed.get("unseen_disability")).isEqualTo(1L);
    assertThat(closed.get("unknown")).isEqualTo(1L);
    assertThat(cases.matching(people, Map.of("disability", "unseen_disability"))).isEqualTo(1);
    assertThat(cases.matching(people, Map.of("disability", "unknown"))).isEqualTo(1);
  }

  @Test
  void putsUnknownBeatsUnderUnknown() throws Exception {
    CountedCases cases =
        cases(2020)
            .with(false, false, Map.of(FactDimension.BEAT, "no_such_beat"))
            .with(false, false, Map.of(FactDimension.BEAT, "west_abbey"));
    Section section = cases.count(new GeographySection());
    assertThat(map(section.figures(), "local_authority", "closed").get("unknown")).isEqualTo(1L);
    assertThat(map(section.figures(), "npa", "closed").get("west_leicester")).isEqualTo(1L);
    assertThat(map(section.figures(), "npa", "closed").containsKey("unknown")).isFalse();
    assertThat(section.checks()).allMatch(Check::agrees);
    assertThat(cases.matching(new GeographySection(), Map.of("local_authority", "unknown")))
        .isEqualTo(1);
  }

  @Test
  void noticesAnOutcomeThatDoesNotFitItsSupportLevel() throws Exception {
    Section section =
        cases(2020)
            .with(true, false, Map.of(FactDimension.CLOSURE_OUTCOME, "standard_letter"))
            .count(new HeadlinesSection());
    assertThat(section.checks()).anyMatch(check -> !check.agrees());
  }

  @Test
  void refusesFiltersThatAreNotItsOwn() {
    CountedCases cases = cases(2020);
    assertThatThrownBy(() -> cases.matching(new ReferralSourceSection(), Map.of("gender", "male")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cases.matching(new ReferralSourceSection(), Map.of("source", "moon")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cases.matching(new NewReferralsSection(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
