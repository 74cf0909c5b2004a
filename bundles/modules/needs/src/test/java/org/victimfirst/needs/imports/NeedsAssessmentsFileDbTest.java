package org.victimfirst.needs.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.needs.domain.NeedFact;
import org.victimfirst.needs.domain.NeedsAssessment;
import org.victimfirst.needs.fixture.TestImport;
import org.victimfirst.needs.fixture.TestNeeds;
import org.victimfirst.needs.store.TestStores;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestCases;
import org.victimfirst.testing.TestDatabase;

class NeedsAssessmentsFileDbTest {
  private static final LocalDateTime OPENED = LocalDateTime.of(2020, 4, 1, 9, 0);
  private static final LocalDateTime CLOSED = LocalDateTime.of(2020, 6, 30, 17, 0);

  /** Two cases whose rows are mixed, so that every batch of three ends in the middle of both. */
  private static final String[] TWO_CASES = {
    "N1,C1,start,family,mild,2020-04-13T11:00:00",
    "N2,C2,start,family,severe,2020-04-14T11:00:00",
    "N3,C1,end,family,none,2020-05-13T11:00:00",
    "N4,C1,start,personal_safety,moderate,2020-04-13T11:00:00",
    "N5,C2,review,family,severe,2020-04-20T11:00:00",
    "N6,C1,end,personal_safety,not_recorded,2020-05-13T11:00:00",
    "N7,C2,end,family,moderate,2020-05-14T11:00:00",
  };

  @OnEachDatabase
  void rowsBecomeAssessmentsAcrossBatches(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestStores stores = new TestStores(test);
      TestImport run = run(test, stores, 3).load(TWO_CASES);

      assertThat(run.problems()).isEmpty();
      assertThat(run.added()).isEqualTo(7);
      List<NeedsAssessment> first = stores.assessments().ofCase(1).assessments();
      assertThat(first).extracting(a -> a.stage().code()).containsExactly("start", "end");
      assertThat(first.get(0).assessedOn()).isEqualTo(LocalDate.of(2020, 4, 13));
      assertThat(first.get(0).answers().level("family")).isEqualTo("mild");
      assertThat(first.get(0).answers().level("personal_safety")).isEqualTo("moderate");
      assertThat(stores.assessments().ofCase(2).assessments())
          .extracting(a -> a.stage().code())
          .containsExactly("start", "review", "end");
      assertThat(stores.facts(1L, 2L))
          .extracting(NeedFact::caseId, NeedFact::startScore, NeedFact::endScore)
          .containsExactlyInAnyOrder(
              org.assertj.core.api.Assertions.tuple(1L, 3, 0),
              org.assertj.core.api.Assertions.tuple(2L, 3, 2));
    }
  }

  @OnEachDatabase
  void theSameFileTwiceAddsNothing(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestStores stores = new TestStores(test);
      run(test, stores, 2).load(TWO_CASES);
      List<NeedFact> before = stores.facts(1L, 2L);

      TestImport again = run(test, stores, 5).asImport(2).load(TWO_CASES);

      assertThat(again.problems()).isEmpty();
      assertThat(again.added()).isZero();
      assertThat(again.unchanged()).isEqualTo(7);
      assertThat(stores.facts(1L, 2L)).containsExactlyInAnyOrderElementsOf(before);
    }
  }

  @OnEachDatabase
  void whatDoesNotFitIsRefused(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestStores stores = new TestStores(test);
      TestImport run =
          run(test, stores, 100)
              .withRejectedCases("C9")
              .load(
                  "N1,C1,start,family,mild,2020-04-13T11:00:00",
                  "N2,C8,start,family,mild,2020-04-13T11:00:00",
                  "N3,C9,start,family,mild,2020-04-13T11:00:00",
                  "N4,C3,start,family,mild,2020-04-13T11:00:00",
                  "N5,C1,end,family,mild,2099-01-01T00:00:00",
                  "N6,C1,start,family,severe,2020-03-28T10:00:00",
                  "N1,C1,start,family,severe,2020-04-13T11:00:00",
                  "N1,C2,start,family,mild,2020-04-13T11:00:00",
                  "N7,C2,start,family,mild,2020-03-31T11:00:00",
                  "N8,C2,start,family,mild,2020-07-01T11:00:00",
                  "N9,C1,end,family,mild,2020-04-12T11:00:00",
                  "N10,C1,start,personal_safety,mild,2020-04-14T11:00:00");

      assertThat(run.problems())
          .containsExactly(
              "N2 case_id orphan",
              "N3 case_id parent_rejected",
              "N4 case_id rule",
              "N5 assessed_at future_date",
              "N6 area duplicate_value",
              "N1 needs_id duplicate_key",
              "N1 needs_id duplicate_key",
              "N7 assessed_at date_order",
              "N8 assessed_at date_order",
              "N9 assessed_at date_order",
              "+N10 assessed_at contradiction");
      assertThat(run.added()).isEqualTo(2);
      assertThat(stores.assessments().ofCase(2).assessments()).isEmpty();
    }
  }

  @OnEachDatabase
  void duplicatesAreFoundAcrossBatches(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestImport run =
          run(test, new TestStores(test), 1)
              .load(
                  "N1,C1,start,family,mild,2020-04-13T11:00:00",
                  "N1,C2,start,family,mild,2020-04-13T11:00:00",
                  "N2,C1,start,family,severe,2020-04-13T11:00:00");

      assertThat(run.problems())
          .containsExactly("N1 needs_id duplicate_key", "N2 area duplicate_value");
    }
  }

  @OnEachDatabase
  void aKeyThatIsTooLongForItsColumnIsRefused(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      String longest = "N".repeat(60);
      TestImport run =
          run(test, new TestStores(test), 1)
              .load(
                  longest + ",C1,start,family,mild,2020-04-13T11:00:00",
                  longest + "N,C2,start,family,mild,2020-04-13T11:00:00",
                  "N3,C2,end,family,mild,2020-04-13T11:00:00");

      assertThat(run.problems()).containsExactly(longest + "N needs_id over_long");
      assertThat(run.added()).isEqualTo(2);
    }
  }

  @OnEachDatabase
  void theVerySameRowTwiceIsNamed(Dialect dialect) {
    String row = "N1,C1,start,family,mild,2020-04-13T11:00:00";
    String other = "N2,C2,start,family,mild,2020-04-13T11:00:00";
    for (int batch : List.of(1, 10)) {
      try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
        TestStores stores = new TestStores(test);
        TestImport run = run(test, stores, batch).load(row, other, row);
        assertThat(run.problems()).containsExactly("N1 needs_id exact_duplicate");
        assertThat(run.added()).isEqualTo(2);
        assertThat(run.unchanged()).isZero();

        TestImport goesOn = run(test, stores, batch).load(row);
        assertThat(goesOn.problems()).containsExactly("N1 needs_id exact_duplicate");

        TestImport again = run(test, stores, batch).asImport(2).load(row, other, row);
        assertThat(again.problems()).containsExactly("N1 needs_id exact_duplicate");
        assertThat(again.unchanged()).isEqualTo(2);

        TestImport stopped =
            run(test, stores, batch).asImport(2).goingOnAfter(row, other).load(row, other);
        assertThat(stopped.problems())
            .containsExactly("N1 needs_id exact_duplicate", "N2 needs_id exact_duplicate");
        TestImport changed =
            run(test, stores, batch)
                .asImport(3)
                .goingOnAfter("N1,C1,start,family,severe,2020-04-13T11:00:00")
                .load(row);
        assertThat(changed.problems()).isEmpty();
        assertThat(changed.unchanged()).isEqualTo(1);
      }
    }
  }

  @OnEachDatabase
  void whatWasAssessedHereStands(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestStores stores = new TestStores(test);
      stores.add(1, TestNeeds.draft(LocalDate.of(2020, 4, 13), "family=severe"));

      TestImport run =
          run(test, stores, 10)
              .load(
                  "N1,C1,start,personal_safety,mild,2020-04-13T11:00:00",
                  "N2,C1,end,family,mild,2020-04-15T11:00:00");

      assertThat(run.problems()).containsExactly("N1 stage duplicate_value");
      assertThat(stores.facts(1L))
          .singleElement()
          .extracting(NeedFact::startScore, NeedFact::endScore)
          .containsExactly(0, 1);
    }
  }

  private static TestImport run(TestDatabase test, TestStores stores, int batch) {
    TestCases cases =
        new TestCases()
            .legacy("C1", 1, OPENED, CLOSED, "enhanced")
            .legacy("C2", 2, OPENED, CLOSED, "enhanced")
            .legacy("C3", 3, OPENED, CLOSED, "standard");
    return new TestImport(
        test.database(),
        new NeedsAssessmentsFile(
            cases, stores.legacyAssessments(), () -> TestNeeds.PROFILE, test.ids()),
        batch);
  }
}
