package org.victimfirst.needs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.victimfirst.needs.fixture.TestNeeds.CASEWORKER;
import static org.victimfirst.needs.fixture.TestNeeds.CLOCK;
import static org.victimfirst.needs.fixture.TestNeeds.PROFILE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Call;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.ChangeTally;
import org.victimfirst.needs.domain.Direction;
import org.victimfirst.needs.domain.ImpactSample;
import org.victimfirst.needs.domain.ImpactSamples;
import org.victimfirst.needs.domain.RefusedException;
import org.victimfirst.needs.domain.SampleHead;
import org.victimfirst.needs.domain.UseCases;
import org.victimfirst.needs.web.SamplePages;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestCases;
import org.victimfirst.testing.TestDatabase;
import org.victimfirst.testing.TestPages;
import org.victimfirst.testing.TestRequest;

class SamplesDbTest {
  private static final LocalDate APRIL = LocalDate.of(2020, 4, 1);
  private static final LocalDate JUNE = LocalDate.of(2020, 6, 30);
  private static final Call MANAGER =
      new Call(
          new Actor(
              8, "sm01", "Sam Example", Actor.Kind.PERSON, Set.of(), Set.of(NeedsModule.SAMPLE)),
          "192.0.2.1",
          "request-1");

  @OnEachDatabase
  void drawsFromClosedEnhancedCasesWithBothAssessments(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      ImpactSamples samples = samples(test);

      ImpactSample drawn = samples.draw(CASEWORKER, APRIL, JUNE, 7, 2);

      assertThat(drawn.caseIds()).hasSize(2).isSubsetOf(1L, 2L, 3L);
      assertThat(samples.find(drawn.id())).isEqualTo(drawn);
      assertThat(samples.page(1, 50).items())
          .containsExactly(
              new SampleHead(drawn.id(), drawn.drawnOn(), drawn.drawnBy(), drawn.draw(), 2));
      assertThat(drawn.draw())
          .isEqualTo(new ImpactSample.Draw(APRIL, JUNE, 7, 2, 3, "sha256-smallest-1"));
      assertThat(samples.draw(CASEWORKER, APRIL, JUNE, 7, 2).caseIds()).isEqualTo(drawn.caseIds());
      assertThat(test.audit().actions()).endsWith("needs.sample.drawn", "needs.sample.drawn");
    }
  }

  @OnEachDatabase
  void samplesAreListedInPages(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      ImpactSamples samples = samples(test);
      List<Long> newestFirst = new ArrayList<>();
      for (int seed = 1; seed <= 5; seed++) {
        newestFirst.add(0, samples.draw(CASEWORKER, APRIL, JUNE, seed, 1).id());
      }

      Paged<SampleHead> second = samples.page(2, 2);

      assertThat(second.items())
          .extracting(SampleHead::id)
          .containsExactlyElementsOf(newestFirst.subList(2, 4));
      assertThat(second)
          .extracting(Paged::page, Paged::size, Paged::total, Paged::pages)
          .containsExactly(2, 2, 5L, 3);
      assertThat(samples.page(4, 2).items()).isEmpty();
      assertThat(
              TestPages.html(
                  new TestPages(new SamplePages(samples, new TestCases()))
                      .get("/needs/samples", TestRequest.by(MANAGER).asking("page", "9999"))))
          .as("past the end: the last page")
          .contains("/needs/samples/" + newestFirst.get(4));
      assertThat(samples.page(0, 0).items()).hasSize(1);
    }
  }

  @OnEachDatabase
  void changeIsToldOfAllCasesOfAPeriod(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      ImpactSamples samples = samples(test);

      ChangeTally all = samples.change(APRIL, JUNE);

      assertThat(all.cases()).isEqualTo(3);
      assertThat(all.total(Direction.REDUCED)).isEqualTo(2);
      assertThat(all.total(Direction.INCREASED)).isEqualTo(1);
      assertThatThrownBy(() -> samples.change(JUNE, APRIL))
          .isInstanceOf(RefusedException.class)
          .hasMessage("date_order");
    }
  }

  @OnEachDatabase
  void aSampleIsDrawnOfAPeriodThatIsOver(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      ImpactSamples samples = samples(test);

      assertThatThrownBy(() -> samples.draw(CASEWORKER, APRIL, LocalDate.of(2020, 9, 30), 7, 0))
          .isInstanceOf(RefusedException.class)
          .hasMessage("period_not_over, out_of_range");
      assertThatThrownBy(() -> samples.draw(CASEWORKER, JUNE, APRIL, 7, 1))
          .hasMessage("date_order");
      assertThatThrownBy(
              () -> samples.draw(CASEWORKER, APRIL.minusYears(1), JUNE.minusYears(1), 7, 1))
          .isInstanceOf(ProblemException.class);
    }
  }

  private static ImpactSamples samples(TestDatabase test) {
    return UseCases.samples(new TestStores(test).ofClosedCases(), PROFILE, CLOCK);
  }
}
