package org.victimfirst.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.intake.domain.FileStatus;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.ImportHead;
import org.victimfirst.intake.domain.ImportStatus;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.ProblemFilter;
import org.victimfirst.intake.receive.Receipt;
import org.victimfirst.intake.testkit.Rows;
import org.victimfirst.intake.testkit.TestIntake;
import org.victimfirst.testing.OnEachDatabase;

/** Files that wait: for their module, or for a file on which they build. */
class WaitingFilesDbTest {
  @TempDir private Path data = Path.of("");

  @OnEachDatabase
  void aFileWaitsForItsModule(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data).withLoaders()) {
      Receipt receipt = intake.send(ImportDbTest.MESSY);
      intake.run(receipt.importId());
      ImportFile vps = intake.file(receipt.importId(), "vps.csv");
      assertThat(vps.status()).isEqualTo(FileStatus.NO_MODULE);
      assertThat(vps.reason()).isEqualTo("It waits for the module that takes vps.csv.");

      intake.add(new Rows("vps.csv", Set.of("cases.csv"), "cases.csv", "case_id"));

      awaitAnotherJob(intake, receipt);
      assertThat(
              intake.jobs().find(intake.imports().find(receipt.importId()).orElseThrow().jobId()))
          .hasValueSatisfying(job -> assertThat(job.status()).isEqualTo("waiting"));
      intake.run(receipt.importId());
      vps = intake.file(receipt.importId(), "vps.csv");
      assertThat(vps.status()).isEqualTo(FileStatus.LOADED);
      assertThat(vps.read()).isEqualTo(629);
      assertThat(vps.countsAgree()).isTrue();
      assertThat(intake.file(receipt.importId(), "cases.csv").read()).isEqualTo(3502);
    }
  }

  @OnEachDatabase
  void anImportIsNotDoneWhenAModuleArrivedMeanwhile(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data).withLoaders()) {
      Receipt receipt = intake.send("demographics.csv", "vps.csv");
      Rows late = new Rows("vps.csv", Set.of(), "", "");

      intake.runAnd(
          receipt.importId(),
          2,
          () -> {
            intake.add(late);
            awaitAnotherJob(intake, receipt);
          });

      ImportHead head = intake.imports().find(receipt.importId()).orElseThrow();
      assertThat(head.status()).isEqualTo(ImportStatus.WAITING);
      assertThat(head.endedAt()).isNull();
      intake.run(receipt.importId());
      assertThat(intake.imports().find(receipt.importId()).orElseThrow().status())
          .isEqualTo(ImportStatus.DONE);
      assertThat(intake.file(receipt.importId(), "vps.csv").status()).isEqualTo(FileStatus.LOADED);
    }
  }

  @OnEachDatabase
  void aFileWaitsForTheFileThatItBuildsOn(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data)) {
      intake.add(new Rows("contact_attempts.csv", Set.of("cases.csv"), "", ""));
      long importId = intake.send("cases.csv", "contact_attempts.csv").importId();
      intake.run(importId);
      ImportFile attempts = intake.file(importId, "contact_attempts.csv");
      assertThat(attempts.status()).isEqualTo(FileStatus.NO_MODULE);
      assertThat(attempts.reason()).isEqualTo("It waits for cases.csv, on which it builds.");

      intake.add(new Rows("cases.csv", Set.of("referrals.csv"), "", ""));

      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                intake.run(importId);
                return intake.file(importId, "contact_attempts.csv").status() == FileStatus.LOADED;
              });
      assertThat(intake.file(importId, "cases.csv").status()).isEqualTo(FileStatus.LOADED);
    }
  }

  @OnEachDatabase
  void filesThatWaitForAnotherThatWaitsAreLeftInPeace(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data)) {
      intake.add(new Rows("cases.csv", Set.of("referrals.csv"), "", ""));
      intake.add(new Rows("contact_attempts.csv", Set.of("cases.csv"), "", ""));
      long importId = intake.send("referrals.csv", "cases.csv", "contact_attempts.csv").importId();

      // An import that called itself again would get a new job at the end of each run.
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                long job = intake.jobOf(importId);
                intake.run(importId);
                return intake.jobOf(importId) == job;
              });
      assertThat(intake.imports().files(importId))
          .extracting(ImportFile::status)
          .containsOnly(FileStatus.NO_MODULE);
    }
  }

  @OnEachDatabase
  void whatBuildsOnARefusedFileIsNotLoaded(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data).withLoaders()) {
      long importId =
          intake
              .send(
                  TestIntake.upload("referrals.csv", "whole/referrals_utf16.csv"),
                  TestIntake.upload("cases.csv", "cases.csv"),
                  TestIntake.upload("contact_attempts.csv", "contact_attempts.csv"))
              .importId();
      intake.run(importId);

      assertThat(intake.imports().files(importId))
          .extracting(ImportFile::status)
          .containsOnly(FileStatus.REFUSED);
      assertThat(all(intake, importId))
          .extracting(Problem::code)
          .containsExactly("utf_16", "parent_file_refused", "parent_file_refused");
      assertThat(Rows.stored(intake.test().database())).isEmpty();
    }
  }

  private static void awaitAnotherJob(TestIntake intake, Receipt receipt) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> intake.jobOf(receipt.importId()) != receipt.jobId());
  }

  private static List<Problem> all(TestIntake intake, long importId) {
    List<Problem> problems = new ArrayList<>();
    intake.imports().eachProblem(importId, ProblemFilter.ALL, problems::add);
    return problems;
  }
}
