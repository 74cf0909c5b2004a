package org.victimfirst.needs.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.victimfirst.needs.fixture.TestNeeds.answers;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.needs.domain.ImpactSample;
import org.victimfirst.needs.domain.SampleHead;
import org.victimfirst.needs.fixture.CaseFactTable;
import org.victimfirst.needs.fixture.TestImport;
import org.victimfirst.needs.store.TestStores;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestCases;
import org.victimfirst.testing.TestDatabase;

class ImpactSampleFileDbTest {
  private static final LocalDateTime OPENED = LocalDateTime.of(2020, 4, 1, 9, 0);
  private static final LocalDateTime CLOSED = LocalDateTime.of(2020, 6, 30, 17, 0);

  private static final String[] SAMPLE = {
    "M1,C1,2020-07-03,", "M2,C2,2020-07-03,felt_the_same", "M3,C3,2020-07-04,"
  };

  @OnEachDatabase
  void theCasesOfOneDayAreOneSample(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestStores stores = assessed(test, 1, 2, 3);
      TestImport run = run(test, stores, 2).load(SAMPLE);

      assertThat(run.problems()).isEmpty();
      assertThat(run.added()).isEqualTo(3);
      List<SampleHead> samples = stores.samples().heads(0, 10);
      assertThat(samples)
          .extracting(SampleHead::drawnOn, SampleHead::cases)
          .containsExactly(tuple(LocalDate.of(2020, 7, 4), 1), tuple(LocalDate.of(2020, 7, 3), 2));
      ImpactSample older = stores.samples().find(samples.get(1).id()).orElseThrow();
      assertThat(older.caseIds()).containsExactly(1L, 2L);
      assertThat(older.draw()).isNull();
    }
  }

  @OnEachDatabase
  void theSameFileTwiceAddsNothing(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestStores stores = assessed(test, 1, 2, 3);
      run(test, stores, 10).load(SAMPLE);

      TestImport again = run(test, stores, 1).asImport(2).load(SAMPLE);

      assertThat(again.problems()).isEmpty();
      assertThat(again.unchanged()).isEqualTo(3);
      assertThat(again.added()).isZero();
    }
  }

  @OnEachDatabase
  void whatDoesNotFitIsRefused(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestStores stores = assessed(test, 1, 2);
      TestImport run =
          run(test, stores, 10)
              .withRejectedCases("C9")
              .load(
                  "M1,C1,2020-07-03,",
                  "M2,C3,2020-07-03,",
                  "M3,C8,2020-07-03,",
                  "M4,C9,2020-07-03,",
                  "M5,C4,2020-07-03,",
                  "M6,C2,2020-07-16,",
                  "M7,C1,2020-07-03,",
                  "M1,C2,2020-07-03,");

      assertThat(run.problems())
          .containsExactly(
              "M2 case_id rule",
              "M3 case_id orphan",
              "M4 case_id parent_rejected",
              "M5 case_id rule",
              "M6 drawn_on future_date",
              "M7 case_id duplicate_value",
              "M1 sample_id duplicate_key");
      assertThat(run.added()).isEqualTo(1);
    }
  }

  @OnEachDatabase
  void aKeyThatIsTooLongForItsColumnIsRefused(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestStores stores = assessed(test, 1, 2, 3);
      String longest = "M".repeat(60);
      TestImport run =
          run(test, stores, 10)
              .load(
                  longest + ",C1,2020-07-03,",
                  longest + "M,C2,2020-07-03,",
                  "M3,C3,2020-07-03,felt_the_same");

      assertThat(run.problems()).containsExactly(longest + "M sample_id over_long");
      assertThat(run.added()).isEqualTo(2);
    }
  }

  @OnEachDatabase
  void theVerySameRowTwiceIsNamed(Dialect dialect) {
    String row = "M1,C1,2020-07-03,";
    String other = "M2,C2,2020-07-03,";
    for (int batch : List.of(1, 10)) {
      try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
        TestStores stores = assessed(test, 1, 2);
        TestImport run = run(test, stores, batch).load(row, other, row);
        assertThat(run.problems()).containsExactly("M1 sample_id exact_duplicate");
        assertThat(run.added()).isEqualTo(2);
        assertThat(run.unchanged()).isZero();

        TestImport goesOn = run(test, stores, batch).load(row);
        assertThat(goesOn.problems()).containsExactly("M1 sample_id exact_duplicate");

        TestImport again = run(test, stores, batch).asImport(2).load(row, other, row);
        assertThat(again.problems()).containsExactly("M1 sample_id exact_duplicate");
        assertThat(again.unchanged()).isEqualTo(2);

        TestImport stopped =
            run(test, stores, batch).asImport(2).goingOnAfter(row, other).load(row, other);
        assertThat(stopped.problems())
            .containsExactly("M1 sample_id exact_duplicate", "M2 sample_id exact_duplicate");
        TestImport changed =
            run(test, stores, batch).asImport(3).goingOnAfter("M1,C1,2020-07-04,").load(row);
        assertThat(changed.problems()).isEmpty();
        assertThat(changed.unchanged()).isEqualTo(1);
      }
    }
  }

  private static TestStores assessed(TestDatabase test, long... caseIds) {
    CaseFactTable facts = new CaseFactTable(test.database());
    TestStores stores = new TestStores(test);
    for (long caseId : caseIds) {
      facts.add(caseId, CLOSED.toLocalDate(), "enhanced");
      stores.add(caseId, answers(OPENED.toLocalDate(), "family=severe"));
    }
    return stores;
  }

  private static TestImport run(TestDatabase test, TestStores stores, int batch) {
    TestCases cases =
        new TestCases()
            .legacy("C1", 1, OPENED, CLOSED, "enhanced")
            .legacy("C2", 2, OPENED, CLOSED, "enhanced")
            .legacy("C3", 3, OPENED, CLOSED, "enhanced")
            .legacy("C4", 4, OPENED, CLOSED, "standard");
    return new TestImport(
        test.database(), new ImpactSampleFile(cases, stores.legacySamples()), batch);
  }
}
