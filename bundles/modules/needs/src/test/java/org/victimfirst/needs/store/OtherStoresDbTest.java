package org.victimfirst.needs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.victimfirst.needs.fixture.TestNeeds.CASEWORKER;
import static org.victimfirst.needs.fixture.TestNeeds.CLOCK;
import static org.victimfirst.needs.fixture.TestNeeds.PROFILE;
import static org.victimfirst.needs.fixture.TestNeeds.TODAY;
import static org.victimfirst.needs.fixture.TestNeeds.answers;
import static org.victimfirst.needs.fixture.TestNeeds.draft;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.needs.domain.NeedsAssessment;
import org.victimfirst.needs.domain.Reviews;
import org.victimfirst.needs.domain.UseCases;
import org.victimfirst.needs.fixture.CaseFactTable;
import org.victimfirst.needs.privacy.NeedsSubjectData;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestDatabase;

class OtherStoresDbTest {
  @OnEachDatabase
  void reviewsAreDueInOpenCasesWithoutAnEnd(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      CaseFactTable facts = new CaseFactTable(test.database());
      TestStores stores = new TestStores(test);
      for (long caseId = 1; caseId <= 4; caseId++) {
        stores.add(caseId, answers(TODAY.minusDays(30), "family=mild"));
        facts.add(caseId, caseId == 3 ? TODAY : null, "enhanced");
      }
      stores.add(2, answers(TODAY, "family=none"));
      stores.add(4, draft(TODAY, "family=none"));
      stores.add(5, answers(TODAY.minusDays(22), "family=none"));
      facts.add(5, null, "enhanced");

      List<Reviews.Review> due =
          UseCases.reviews(stores.reviewsDue(), PROFILE, CLOCK).of(CASEWORKER.actor());

      assertThat(due).extracting(Reviews.Review::caseId).containsExactly(1L, 4L, 5L);
      assertThat(due).extracting(Reviews.Review::late).containsExactly(true, true, false);
    }
  }

  @OnEachDatabase
  void evidenceForClosingComesFromFinishedAssessments(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestStores stores = new TestStores(test);
      stores.add(1, answers(TODAY, "family=mild"));
      stores.add(1, answers(TODAY, "family=none"));
      stores.add(2, answers(TODAY, "family=mild"));
      stores.add(2, draft(TODAY, "family=mild"));
      stores.add(3, draft(TODAY, "family=mild"));

      assertThat(evidence(test, 1))
          .containsExactlyInAnyOrder("needs_assessed", "end_assessment_made");
      assertThat(evidence(test, 2)).containsExactly("needs_assessed");
      assertThat(evidence(test, 3)).isEmpty();
    }
  }

  @OnEachDatabase
  void whatIsHeldOfAPersonIsGivenOutAndErasedButFactsStay(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestStores stores = new TestStores(test);
      stores.add(1, answers(TODAY, "family=severe", "finance_and_benefits=none"));
      NeedsAssessment other = stores.add(2, answers(TODAY, "family=mild"));
      NeedsSubjectData subject = new NeedsSubjectData(stores.rows(), () -> PROFILE);
      Set<Long> caseIds = Set.of(1L);

      Map<String, Iterable<Map<String, String>>> pack =
          test.database().read(connection -> subject.export(connection, 1001, caseIds));
      assertThat(pack.get("Needs assessments"))
          .hasSize(2)
          .anySatisfy(
              row ->
                  assertThat(row)
                      .containsEntry("Assessment", "Start")
                      .containsEntry("Need", "Family")
                      .containsEntry("Level", PROFILE.list("need_level").label("severe")));

      int erased = test.database().write(c -> subject.erase(c, 1001, caseIds));

      assertThat(erased).isEqualTo(3);
      assertThat(test.database().<Boolean>read(c -> subject.holds(c, 1001, caseIds))).isFalse();
      assertThat(stores.assessments().find(other.id())).isPresent();
      assertThat(stores.facts(1L))
          .singleElement()
          .satisfies(fact -> assertThat(fact.startScore()).isEqualTo(3));
    }
  }

  private static Set<String> evidence(TestDatabase test, long caseId) {
    return test.database().read(connection -> new NeedsEvidence().facts(connection, caseId));
  }
}
