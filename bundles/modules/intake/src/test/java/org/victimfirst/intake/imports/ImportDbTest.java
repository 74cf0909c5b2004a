package org.victimfirst.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.victimfirst.api.job.JobStoppedException;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.intake.domain.Counts;
import org.victimfirst.intake.domain.FileStatus;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.ImportHead;
import org.victimfirst.intake.domain.ImportStatus;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.ProblemFilter;
import org.victimfirst.intake.privacy.IntakeSubjectData;
import org.victimfirst.intake.receive.Receipt;
import org.victimfirst.intake.testkit.Rows;
import org.victimfirst.intake.testkit.TestIntake;
import org.victimfirst.testing.OnEachDatabase;

/** Imports, from the files to the stored rows. */
class ImportDbTest {
  static final String[] MESSY = {
    "manifest.json",
    "lookups.csv",
    "referrals.csv",
    "demographics.csv",
    "cases.csv",
    "contact_attempts.csv",
    "needs_assessments.csv",
    "vps.csv"
  };

  @TempDir private Path data = Path.of("");

  @OnEachDatabase
  void everyRowIsAddedOrNamed(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data).withLoaders()) {
      Receipt receipt = intake.send(MESSY);
      intake.run(receipt.importId());

      ImportHead head = intake.imports().find(receipt.importId()).orElseThrow();
      assertThat(head.status()).isEqualTo(ImportStatus.DONE);
      assertThat(head.extractDate()).isEqualTo(LocalDate.of(2020, 7, 15));
      assertThat(head.extractDateFrom()).isEqualTo("manifest");
      ImportFile referrals = intake.file(receipt.importId(), "referrals.csv");
      assertThat(referrals.records()).isEqualTo(4004);
      assertThat(referrals.read()).isEqualTo(4004);
      assertThat(referrals.countsAgree()).isTrue();
      assertThat(referrals.form().encoding()).isEqualTo("mixed");
      assertThat(intake.file(receipt.importId(), "needs_assessments.csv").records())
          .isEqualTo(10968);
      List<Problem> problems = all(intake, receipt.importId());
      assertThat(problems)
          .filteredOn(problem -> problem.key().equals("C90000002"))
          .extracting(Problem::code)
          .containsExactly("parent_rejected");
      assertThat(problems)
          .filteredOn(problem -> problem.key().equals("C90000001"))
          .extracting(Problem::code)
          .containsExactly("orphan");
      assertThat(problems).noneMatch(problem -> problem.code().startsWith("manifest"));
      assertThat(problems).noneMatch(problem -> problem.file().equals("lookups.csv"));
      assertThat(rejectedRecords(problems, "referrals.csv"))
          .isEqualTo(referrals.counts().rejected());
      assertThat(intake.test().audit().actions())
          .containsExactly("intake.import.received", "intake.import.finished");
    }
  }

  @OnEachDatabase
  void theSameFilesAgainAddNothingAndSaySo(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data).withLoaders()) {
      intake.run(intake.send(MESSY).importId());
      List<String> before = Rows.stored(intake.test().database());

      long again = intake.send(MESSY).importId();
      intake.run(again);

      assertThat(Rows.stored(intake.test().database())).isEqualTo(before);
      ImportFile cases = intake.file(again, "cases.csv");
      assertThat(cases.counts().added()).isZero();
      assertThat(cases.counts().unchanged()).isPositive();
      assertThat(cases.reason()).startsWith("The same file was imported on ");
    }
  }

  @OnEachDatabase
  void aKilledImportGoesOnAndEndsWithTheSameResult(Dialect dialect) throws Exception {
    List<String> expectedRows;
    List<Problem> expectedProblems;
    Counts expectedCounts;
    try (TestIntake intake = TestIntake.open(dialect, data.resolve("whole")).withLoaders()) {
      long importId = intake.send(MESSY).importId();
      intake.run(importId);
      expectedRows = Rows.stored(intake.test().database());
      expectedProblems = all(intake, importId);
      expectedCounts = intake.file(importId, "needs_assessments.csv").counts();
    }
    try (TestIntake intake = TestIntake.open(dialect, data.resolve("broken"))) {
      Rows breaking =
          new Rows("needs_assessments.csv", Set.of("cases.csv"), "cases.csv", "case_id");
      breaking.breakInBatch(4);
      intake.add(breaking);
      intake.withLoaders();
      long importId = intake.send(MESSY).importId();
      assertThatThrownBy(() -> intake.run(importId)).hasMessage("killed");
      assertThat(intake.file(importId, "needs_assessments.csv").read()).isEqualTo(3000);
      assertThat(intake.imports().find(importId).orElseThrow().status())
          .isEqualTo(ImportStatus.FAILED);
      assertThat(intake.imports().again(TestIntake.CALL, importId)).isPresent();
      List<Long> before = breaking.handedOver();

      intake.run(importId);

      assertThat(breaking.passedOver()).isNotEmpty().isEqualTo(before);

      assertThat(Rows.stored(intake.test().database())).isEqualTo(expectedRows);
      assertThat(all(intake, importId)).isEqualTo(expectedProblems);
      assertThat(intake.file(importId, "needs_assessments.csv").counts()).isEqualTo(expectedCounts);
      assertThat(intake.imports().find(importId).orElseThrow().status())
          .isEqualTo(ImportStatus.DONE);
      assertThat(intake.imports().again(TestIntake.CALL, importId)).isEmpty();
    }
  }

  @OnEachDatabase
  void anImportThatIsToldToStopGoesOnLater(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data).withLoaders()) {
      long importId = intake.send(MESSY).importId();
      for (int steps : new int[] {2, 11, 12}) {
        assertThatThrownBy(
                () ->
                    intake.runAnd(
                        importId,
                        steps,
                        () -> {
                          throw new JobStoppedException("The module is leaving");
                        }))
            .isInstanceOf(JobStoppedException.class);
        assertThat(intake.imports().find(importId).orElseThrow().status())
            .isEqualTo(ImportStatus.RUNNING);
      }
      intake.run(importId);

      ImportFile needs = intake.file(importId, "needs_assessments.csv");
      assertThat(needs.status()).isEqualTo(FileStatus.LOADED);
      assertThat(needs.countsAgree()).isTrue();
      assertThat(needs.read()).isEqualTo(10968);
    }
  }

  @OnEachDatabase
  void aManifestThatDoesNotFitIsSaid(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data).withLoaders()) {
      long importId =
          intake
              .send(
                  TestIntake.upload("manifest.json", "manifest.json"),
                  TestIntake.upload("referrals.csv", "whole/referrals_reordered.csv"))
              .importId();
      intake.run(importId);

      assertThat(all(intake, importId))
          .extracting(Problem::code)
          .containsExactly("manifest_sha256", "manifest_rows");
      assertThat(intake.file(importId, "referrals.csv").counts().added()).isEqualTo(6);
    }
  }

  @OnEachDatabase
  void manifestWithoutADayCostsNothing(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data).withLoaders()) {
      long importId =
          intake
              .send(
                  TestIntake.text("manifest.json", "{}"),
                  TestIntake.upload("referrals.csv", "whole/referrals_reordered.csv"))
              .importId();
      intake.run(importId);

      assertThat(intake.file(importId, "manifest.json").status()).isEqualTo(FileStatus.LOADED);
      assertThat(all(intake, importId))
          .extracting(Problem::code)
          .containsExactly("manifest_unreadable");
      assertThat(intake.file(importId, "referrals.csv").counts().added()).isEqualTo(6);
    }
  }

  @OnEachDatabase
  void listsThatDifferFromTheProfileAreSaid(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data).withLoaders()) {
      intake.profile().with("gender", List.of()).with("npa", List.of());
      long importId = intake.send("lookups.csv").importId();
      intake.run(importId);

      assertThat(all(intake, importId))
          .extracting(Problem::code)
          .containsExactly("lookup_list_missing", "lookup_list_missing");
      assertThat(intake.file(importId, "lookups.csv").counts()).isEqualTo(new Counts(0, 353, 0, 2));
    }
  }

  @OnEachDatabase
  void filesAreDeletedWhenTheirTimeIsOver(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data).withLoaders()) {
      long importId = intake.send("cases.csv", "vps.csv").importId();
      intake.run(importId);
      Path stored = intake.files().path(importId, "vps.csv");
      assertThat(stored).exists();
      LocalDate kept =
          Objects.requireNonNull(intake.imports().find(importId).orElseThrow().keptUntil());
      assertThat(intake.progress().due(kept)).isEmpty();
      assertThat(intake.progress().due(kept.plusDays(1))).containsExactly(importId);

      intake.files().delete(importId);
      intake.progress().filesDeleted(importId);

      assertThat(Files.exists(stored.getParent())).isFalse();
      assertThat(intake.file(importId, "vps.csv").status()).isEqualTo(FileStatus.EXPIRED);
      assertThat(intake.progress().due(kept.plusDays(1))).isEmpty();
      assertThat(intake.progress().moduleArrived("vps.csv")).isZero();
    }
  }

  @OnEachDatabase
  void filesOfAFailedImportAreKeptNoLongerAndErasureEndsIt(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data)) {
      Rows breaking =
          new Rows("needs_assessments.csv", Set.of("cases.csv"), "cases.csv", "case_id");
      breaking.breakInBatch(1);
      intake.add(breaking);
      intake.withLoaders();
      long importId = intake.send("needs_assessments.csv").importId();
      LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

      assertThatThrownBy(() -> intake.run(importId)).hasMessage("killed");

      assertThat(intake.progress().due(today.plusDays(30))).isEmpty();
      assertThat(intake.progress().due(today.plusDays(32))).containsExactly(importId);
      long atWork = intake.send("cases.csv").importId();

      erase(intake);

      assertThat(intake.progress().due(today)).containsExactly(importId);
      assertThat(intake.progress().due(today.plusDays(2))).containsExactly(importId, atWork);
    }
  }

  @OnEachDatabase
  void theEndOfAnImportDoesNotUndoAnErasure(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data).withLoaders()) {
      long importId = intake.send("cases.csv", "vps.csv").importId();
      LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

      intake.runAnd(importId, 1, () -> erase(intake));

      assertThat(intake.imports().find(importId).orElseThrow().status())
          .isEqualTo(ImportStatus.DONE);
      assertThat(intake.progress().due(today.plusDays(3))).containsExactly(importId);
    }
  }

  @OnEachDatabase
  void aRefusalReplacesTheReportOfTheSameThing(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data)) {
      intake.add(new ChoosyLoader());
      String csv = "hate_id,note\nH1,short\nH2," + "x".repeat(5000) + "\n";
      long importId = intake.send(TestIntake.text("hate.csv", csv)).importId();
      intake.run(importId);

      assertThat(all(intake, importId))
          .extracting(Problem::record, Problem::code, Problem::sentence)
          .containsExactly(tuple(2L, "over_long", "It does not fit. The row was left out."));
      assertThat(intake.file(importId, "hate.csv").counts()).isEqualTo(new Counts(1, 0, 1, 0));
    }
  }

  @OnEachDatabase
  void aRowOfAnEarlierFileIsReportedThere(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data)) {
      intake.add(new ChoosyLoader());
      intake.add(new Rows("cases.csv", Set.of(), "", ""));
      String cases =
          "case_id,referral_id,caseworker,opened_at,first_attempt_at,first_contact_at,closed_at,"
              + "closure_outcome,support_level,length_of_support_days,duplicate_of_referral_id\n"
              + "C1,R1,CW01,2020-05-04T10:00:00,,,,,,,\n";
      long importId =
          intake
              .send(
                  TestIntake.text("cases.csv", cases),
                  TestIntake.text("hate.csv", "hate_id,note\nH1,short\n"))
              .importId();
      intake.run(importId);

      assertThat(all(intake, importId))
          .extracting(Problem::file, Problem::line, Problem::key, Problem::code)
          .containsExactly(tuple("cases.csv", 2L, "C1", "lonely"));
      assertThat(intake.file(importId, "cases.csv").counts()).isEqualTo(new Counts(1, 0, 0, 1));
    }
  }

  private static void erase(TestIntake intake) {
    intake
        .test()
        .database()
        .write(connection -> new IntakeSubjectData().erase(connection, 1, Set.of()));
  }

  private static long rejectedRecords(List<Problem> problems, String file) {
    return problems.stream()
        .filter(problem -> problem.file().equals(file))
        .filter(problem -> problem.severity().code().equals("rejected"))
        .map(Problem::record)
        .distinct()
        .count();
  }

  private static List<Problem> all(TestIntake intake, long importId) {
    List<Problem> problems = new ArrayList<>();
    intake.imports().eachProblem(importId, ProblemFilter.ALL, problems::add);
    return problems;
  }
}
