package org.victimfirst.needs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.victimfirst.needs.fixture.TestNeeds.CASEWORKER;
import static org.victimfirst.needs.fixture.TestNeeds.TODAY;
import static org.victimfirst.needs.fixture.TestNeeds.answers;
import static org.victimfirst.needs.fixture.TestNeeds.assessment;
import static org.victimfirst.needs.fixture.TestNeeds.draft;

import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.persistence.PersistenceException;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.needs.domain.AssessmentAnswers;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.AssessmentStore;
import org.victimfirst.needs.domain.NeedFact;
import org.victimfirst.needs.domain.NeedRating;
import org.victimfirst.needs.domain.NeedsAssessment;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestDatabase;

class JpaAssessmentStoreDbTest {
  private static final String ACT = "needs.assessment.finished";

  /** Enough for two threads to meet at the worst moment. */
  private static final int ROUNDS = 40;

  @OnEachDatabase
  void storedAssessmentIsFoundAsItWas(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      AssessmentStore store = store(test);
      AssessmentAnswers answers =
          new AssessmentAnswers(
              TODAY,
              "phone",
              "",
              "",
              false,
              List.of(
                  new NeedRating("family", "mild", "Sees her sister again"),
                  new NeedRating("personal_safety", "severe", "")));

      NeedsAssessment stored =
          store.add(CASEWORKER, ACT, assessment(0, AssessmentStage.START, 1, answers));

      assertThat(stored.id()).isPositive();
      assertThat(store.find(stored.id())).contains(stored);
      assertThat(store.ofCase(1).assessments()).containsExactly(stored);
      assertThat(stored.answers()).isEqualTo(answers);
      assertThat(test.audit().entries())
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.inTransaction()).isTrue();
                assertThat(entry.action()).isEqualTo(ACT);
                assertThat(entry.details()).containsEntry("case_id", "1");
              });
    }
  }

  @OnEachDatabase
  void changeReplacesTheAnswersAndCountsTheVersion(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      AssessmentStore store = store(test);
      NeedsAssessment first =
          store.add(
              CASEWORKER,
              ACT,
              assessment(
                  0,
                  AssessmentStage.START,
                  1,
                  draft(TODAY, "family=mild", "personal_safety=severe")));

      NeedsAssessment second =
          store.change(
              CASEWORKER,
              ACT,
              first.with(
                  draft(TODAY, "family=moderate", "shelter_and_accommodation=none"),
                  CASEWORKER.actor(),
                  LocalDateTime.of(TODAY, TODAY.atTime(12, 0).toLocalTime())));

      assertThat(second.version()).isGreaterThan(first.version());
      assertThat(store.find(first.id()))
          .get()
          .satisfies(
              found -> {
                assertThat(found.version()).isEqualTo(second.version());
                assertThat(found.answers().level("family")).isEqualTo("moderate");
                assertThat(found.answers().level("personal_safety")).isEmpty();
                assertThat(found.answers().level("shelter_and_accommodation")).isEqualTo("none");
              });
    }
  }

  /** Most answers of an assessment say the same: JPA must not take one for the other. */
  @OnEachDatabase
  void equalAnswersAreChangedOneByOne(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      AssessmentStore store = store(test);
      List<String> areas =
          List.of("family", "personal_safety", "shelter_and_accommodation", "social_interactions");
      List<String> answers = new ArrayList<>(areas.stream().map(area -> area + "=none").toList());
      NeedsAssessment stored =
          store.add(CASEWORKER, ACT, assessment(0, AssessmentStage.START, 1, saying(answers)));

      for (int i = 0; i < 2 * areas.size(); i++) {
        String area = areas.get(i % areas.size());
        answers.set(i % areas.size(), area + (i < areas.size() ? "=severe" : "=none"));
        store.change(CASEWORKER, ACT, with(stored, saying(answers)));
        stored = store.find(stored.id()).orElseThrow();
        assertThat(stored.answers()).isEqualTo(saying(answers));
      }
      while (answers.size() > 1) {
        answers.remove(0);
        store.change(CASEWORKER, ACT, with(stored, saying(answers)));
        stored = store.find(stored.id()).orElseThrow();
        assertThat(stored.answers()).isEqualTo(saying(answers));
      }
    }
  }

  private static AssessmentAnswers saying(List<String> answers) {
    return draft(TODAY, answers.toArray(String[]::new));
  }

  @OnEachDatabase
  void changeFromAnOlderVersionIsRefused(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      AssessmentStore store = store(test);
      NeedsAssessment mine =
          store.add(
              CASEWORKER,
              ACT,
              assessment(0, AssessmentStage.START, 1, draft(TODAY, "family=mild")));
      store.change(CASEWORKER, ACT, with(mine, "family=none"));

      assertThatThrownBy(() -> store.change(CASEWORKER, ACT, with(mine, "family=severe")))
          .isInstanceOf(StaleVersionException.class);
      assertThatThrownBy(() -> store.remove(CASEWORKER, ACT, mine))
          .isInstanceOf(StaleVersionException.class);
      assertThat(store.find(mine.id()).orElseThrow().answers().level("family")).isEqualTo("none");
    }
  }

  @OnEachDatabase
  void ofTwoWhoBeginAtOnceTheSecondIsRefused(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      AssessmentStore store = store(test);
      NeedsAssessment start =
          assessment(0, AssessmentStage.START, 1, answers(TODAY, "family=mild"));
      store.add(CASEWORKER, ACT, start);

      assertThatThrownBy(() -> store.add(CASEWORKER, ACT, start))
          .isInstanceOf(StaleVersionException.class);
      assertThat(store.ofCase(1).assessments()).hasSize(1);
    }
  }

  /** A rule that this module does not know, and that each of its three acts breaks. */
  @OnEachDatabase
  void whatElseTheDatabaseRefusesIsNobodysChange(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      AssessmentStore store = store(test);
      NeedsAssessment start = assessment(0, AssessmentStage.START, 1, draft(TODAY, "family=mild"));
      NeedsAssessment stored = store.add(CASEWORKER, ACT, start);
      execute(test, "create table needs.kept (id bigint references needs.assessment (id))");
      execute(test, "insert into needs.kept (id) select id from needs.assessment");
      execute(test, "create unique index level_once on needs.rating (need_level)");

      NeedsAssessment next =
          assessment(0, AssessmentStage.REVIEW, 2, saying(List.of("family=mild")));
      NeedsAssessment changed =
          with(stored, saying(List.of("family=none", "personal_safety=none")));
      assertThatThrownBy(() -> store.add(CASEWORKER, ACT, next))
          .isInstanceOf(PersistenceException.class);
      assertThatThrownBy(() -> store.change(CASEWORKER, ACT, changed))
          .isInstanceOf(PersistenceException.class);
      assertThatThrownBy(() -> store.remove(CASEWORKER, "needs.draft.discarded", stored))
          .isInstanceOf(PersistenceException.class);
      assertThat(store.ofCase(1).assessments()).containsExactly(stored);
    }
  }

  private static void execute(TestDatabase test, String sql) {
    test.database()
        .write(
            connection -> {
              try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
              }
            });
  }

  @OnEachDatabase
  void factsFollowFinishedAssessmentsOnly(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      AssessmentStore store = store(test);
      NeedsAssessment start =
          store.add(
              CASEWORKER,
              ACT,
              assessment(0, AssessmentStage.START, 1, draft(TODAY, "family=moderate")));
      assertThat(facts(test)).isEmpty();

      store.change(
          CASEWORKER,
          ACT,
          start.with(
              answers(
                  TODAY,
                  "family=moderate",
                  "personal_safety=severe",
                  "finance_and_benefits=not_recorded"),
              CASEWORKER.actor(),
              start.recordedAt()));
      store.add(
          CASEWORKER,
          ACT,
          assessment(0, AssessmentStage.END, 2, answers(TODAY, "personal_safety=mild")));

      assertThat(facts(test))
          .singleElement()
          .satisfies(
              fact -> {
                assertThat(fact.startScore()).isEqualTo(5);
                assertThat(fact.endScore()).isEqualTo(1);
                assertThat(fact.start())
                    .isEqualTo(
                        new NeedFact.Levels(
                            Map.of(
                                "family", "moderate",
                                "personal_safety", "severe",
                                "finance_and_benefits", "not_recorded"),
                            5));
              });
    }
  }

  @OnEachDatabase
  void ofTwoWhoChangeOneCaseAtOnceBothAreCounted(Dialect dialect) throws Exception {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestStores stores = new TestStores(test);
      AssessmentStore store = stores.assessments();
      ExecutorService two = Executors.newFixedThreadPool(2);
      try {
        for (long caseId = 1; caseId <= ROUNDS; caseId++) {
          NeedsAssessment start = stores.add(caseId, answers(TODAY, "family=severe"));
          NeedsAssessment end = stores.add(caseId, draft(TODAY, "family=moderate"));
          CyclicBarrier together = new CyclicBarrier(2);

          Future<NeedsAssessment> corrected =
              two.submit(() -> change(store, start, "family=moderate", together));
          Future<NeedsAssessment> finished =
              two.submit(() -> change(store, end, "family=mild", together));
          corrected.get();
          finished.get();

          assertThat(stores.facts(caseId))
              .singleElement()
              .satisfies(
                  fact -> {
                    assertThat(fact.startScore()).isEqualTo(2);
                    assertThat(fact.endScore()).isEqualTo(1);
                  });
        }
      } finally {
        two.shutdownNow();
      }
    }
  }

  private static NeedsAssessment change(
      AssessmentStore store, NeedsAssessment assessment, String level, CyclicBarrier together)
      throws Exception {
    together.await();
    return store.change(
        CASEWORKER,
        ACT,
        assessment.with(answers(TODAY, level), CASEWORKER.actor(), assessment.recordedAt()));
  }

  @OnEachDatabase
  void removedDraftIsGone(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      AssessmentStore store = store(test);
      NeedsAssessment start =
          store.add(
              CASEWORKER,
              ACT,
              assessment(0, AssessmentStage.START, 1, draft(TODAY, "family=mild")));

      store.remove(CASEWORKER, "needs.draft.discarded", start);

      assertThat(store.find(start.id())).isEmpty();
      assertThat(test.audit().actions()).containsExactly(ACT, "needs.draft.discarded");
    }
  }

  private static NeedsAssessment with(NeedsAssessment assessment, String level) {
    return with(assessment, draft(TODAY, level));
  }

  private static NeedsAssessment with(NeedsAssessment assessment, AssessmentAnswers answers) {
    return assessment.with(answers, CASEWORKER.actor(), assessment.recordedAt());
  }

  private static List<NeedFact> facts(TestDatabase test) {
    return new TestStores(test).facts(1L);
  }

  private static AssessmentStore store(TestDatabase test) {
    return new TestStores(test).assessments();
  }
}
