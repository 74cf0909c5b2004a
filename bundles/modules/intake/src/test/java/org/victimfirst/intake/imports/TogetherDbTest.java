package org.victimfirst.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.intake.LoadResult;
import org.victimfirst.api.intake.Problems;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.intake.domain.Counts;
import org.victimfirst.intake.domain.FileStatus;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.ProblemFilter;
import org.victimfirst.intake.testkit.TestIntake;
import org.victimfirst.testing.OnEachDatabase;

/** Files that do not build on one another are loaded at the same time. */
class TogetherDbTest {
  @TempDir private Path data = Path.of("");

  @OnEachDatabase
  void eachOfTwoIsLoadedWhileTheOtherIs(Dialect dialect) throws Exception {
    CountDownLatch bothThere = new CountDownLatch(2);
    try (TestIntake intake = TestIntake.open(dialect, data)) {
      intake.add(new Waiting("hate.csv", "hate_id", bothThere, false));
      intake.add(new Waiting("vps.csv", "vps_id", bothThere, false));
      long importId = send(intake);

      intake.run(importId);

      assertThat(intake.file(importId, "hate.csv").status()).isEqualTo(FileStatus.LOADED);
      assertThat(intake.file(importId, "vps.csv").counts()).isEqualTo(new Counts(1, 0, 0, 0));
    }
  }

  @OnEachDatabase
  void oneThatFailsLeavesTheOtherWholeAndIsLoadedTheNextTime(Dialect dialect) throws Exception {
    CountDownLatch bothThere = new CountDownLatch(2);
    try (TestIntake intake = TestIntake.open(dialect, data)) {
      Waiting failing = new Waiting("hate.csv", "hate_id", bothThere, true);
      intake.add(failing);
      intake.add(new Waiting("vps.csv", "vps_id", bothThere, false));
      long importId = send(intake);

      assertThatThrownBy(() -> intake.run(importId)).hasMessage("It broke");
      assertThat(intake.file(importId, "vps.csv").counts()).isEqualTo(new Counts(1, 0, 0, 0));
      assertThat(intake.file(importId, "hate.csv").status()).isEqualTo(FileStatus.LOADING);

      failing.fails = false;
      intake.run(importId);
      assertThat(intake.file(importId, "hate.csv").counts()).isEqualTo(new Counts(1, 0, 0, 0));
      assertThat(intake.file(importId, "vps.csv").counts()).isEqualTo(new Counts(1, 0, 0, 0));
      assertThat(intake.file(importId, "vps.csv").status()).isEqualTo(FileStatus.LOADED);
    }
  }

  @OnEachDatabase
  void endsAFileBesideTheOneThatBuildsOnIt(Dialect dialect) throws Exception {
    CountDownLatch bothThere = new CountDownLatch(2);
    try (TestIntake intake = TestIntake.open(dialect, data)) {
      Waiting parent = new Waiting("hate.csv", "hate_id", bothThere, false);
      parent.waitsAtItsEnd = true;
      intake.add(parent);
      Waiting child = new Waiting("vps.csv", "vps_id", bothThere, false);
      child.after = Set.of("hate.csv");
      intake.add(child);
      long importId = send(intake);

      intake.run(importId);

      assertThat(intake.file(importId, "hate.csv").status()).isEqualTo(FileStatus.LOADED);
      assertThat(intake.file(importId, "vps.csv").status()).isEqualTo(FileStatus.LOADED);
    }
  }

  @OnEachDatabase
  void checksAFileWhileTheOneThatItBuildsOnIsLoaded(Dialect dialect) throws Exception {
    CountDownLatch bothThere = new CountDownLatch(2);
    try (TestIntake intake = TestIntake.open(dialect, data)) {
      intake.add(new Waiting("hate.csv", "hate_id", bothThere, false));
      Waiting child = new Waiting("vps.csv", "vps_id", bothThere, false);
      child.after = Set.of("hate.csv");
      child.inItsCheck = child::meet;
      intake.add(child);
      long importId = send(intake);

      intake.run(importId);

      assertThat(intake.file(importId, "hate.csv").status()).isEqualTo(FileStatus.LOADED);
      assertThat(intake.file(importId, "vps.csv").counts()).isEqualTo(new Counts(1, 0, 0, 0));
    }
  }

  @OnEachDatabase
  void aFileWhoseLoaderLeavesWhileItIsCheckedWaits(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data)) {
      intake.add(new Waiting("hate.csv", "hate_id", new CountDownLatch(0), false));
      Waiting child = new Waiting("vps.csv", "vps_id", new CountDownLatch(0), false);
      child.after = Set.of("hate.csv");
      child.inItsCheck = () -> intake.loaders().removeLoader(child);
      intake.add(child);
      long importId = send(intake);

      intake.run(importId);

      assertThat(intake.file(importId, "hate.csv").status()).isEqualTo(FileStatus.LOADED);
      assertThat(intake.file(importId, "vps.csv").status()).isEqualTo(FileStatus.NO_MODULE);
      assertThat(intake.file(importId, "vps.csv").reason())
          .isEqualTo("It waits for the module that takes vps.csv.");
    }
  }

  @OnEachDatabase
  void aLoaderAsksAboutNoFileThatMayBeLoadedBesideItsOwn(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data)) {
      Waiting curious = new Waiting("hate.csv", "hate_id", new CountDownLatch(0), false);
      curious.asksAbout = "vps.csv";
      intake.add(curious);
      long importId = send(intake);

      assertThatThrownBy(() -> intake.run(importId))
          .hasMessageContaining("hate.csv asks about vps.csv")
          .hasMessageContaining("after()");
    }
  }

  @OnEachDatabase
  void aLoaderThatLeavesStoresNothingMore(Dialect dialect) throws Exception {
    String rows = "H,\n".repeat(FileLoad.BATCH + 1);
    try (TestIntake intake = TestIntake.open(dialect, data)) {
      Waiting leaving = new Waiting("hate.csv", "hate_id", new CountDownLatch(0), false);
      leaving.atFirst = () -> intake.loaders().removeLoader(leaving);
      intake.add(leaving);
      long importId =
          intake.send(TestIntake.text("hate.csv", "hate_id,colour\n" + rows)).importId();

      intake.run(importId);
      assertThat(intake.file(importId, "hate.csv").status()).isEqualTo(FileStatus.NO_MODULE);
      assertThat(intake.file(importId, "hate.csv").counts())
          .isEqualTo(new Counts(FileLoad.BATCH, 0, 0, 0));

      leaving.atFirst = () -> {};
      intake.add(leaving);
      await().until(() -> intake.file(importId, "hate.csv").status() == FileStatus.WAITING);
      intake.run(importId);
      assertThat(intake.file(importId, "hate.csv").status()).isEqualTo(FileStatus.LOADED);
      assertThat(intake.file(importId, "hate.csv").counts())
          .isEqualTo(new Counts(FileLoad.BATCH + 1, 0, 0, 0));
      assertThat(intake.imports().problems(importId, ProblemFilter.ALL, 1, 10).items())
          .extracting(Problem::code)
          .containsExactly("unknown_column");
    }
  }

  @OnEachDatabase
  void aLoaderRefusesNoRowAtTheEndOfItsFile(Dialect dialect) throws Exception {
    try (TestIntake intake = TestIntake.open(dialect, data)) {
      Waiting late = new Waiting("hate.csv", "hate_id", new CountDownLatch(0), false);
      late.refusesAtItsEnd = true;
      intake.add(late);
      long importId = send(intake);

      assertThatThrownBy(() -> intake.run(importId))
          .hasMessageContaining("The loader of hate.csv refuses rows that it has stored already");
      assertThat(intake.file(importId, "hate.csv").counts()).isEqualTo(new Counts(1, 0, 0, 0));
    }
  }

  private static long send(TestIntake intake) throws Exception {
    return intake
        .send(
            TestIntake.text("hate.csv", "hate_id\nH1\n"),
            TestIntake.text("vps.csv", "vps_id\nV1\n"))
        .importId();
  }

  /** Goes on when the other one has come as far too. */
  private static final class Waiting implements ExtractLoader, ExtractLoader.Session {
    private final String file;
    private final String key;
    private final CountDownLatch bothThere;
    private volatile boolean fails;
    private boolean waitsAtItsEnd;
    private Runnable inItsCheck = () -> {};
    private boolean refusesAtItsEnd;
    private Runnable atFirst = () -> {};
    private List<ExtractRow> stored = List.of();
    private Set<String> after = Set.of();
    private String asksAbout = "";

    Waiting(String file, String key, CountDownLatch bothThere, boolean fails) {
      this.file = file;
      this.key = key;
      this.bothThere = bothThere;
      this.fails = fails;
    }

    @Override
    public String file() {
      return file;
    }

    @Override
    public List<ExtractColumn> columns() {
      inItsCheck.run();
      return List.of(ExtractColumn.text(key));
    }

    @Override
    public Set<String> after() {
      return after;
    }

    @Override
    public Session open(Import run) {
      return this;
    }

    @Override
    public LoadResult load(Connection connection, List<ExtractRow> rows, Problems problems) {
      if (!waitsAtItsEnd) {
        meet();
      }
      atFirst.run();
      if (!asksAbout.isEmpty()) {
        problems.rejected(asksAbout, "V1");
      }
      if (fails) {
        throw new IllegalStateException("It broke");
      }
      stored = rows;
      return new LoadResult(rows.size(), 0);
    }

    private void meet() {
      bothThere.countDown();
      try {
        assertThat(bothThere.await(1, TimeUnit.MINUTES)).as("the other file is there").isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void finish(Connection connection, Problems problems) {
      if (waitsAtItsEnd) {
        meet();
      }
      if (refusesAtItsEnd) {
        problems.reject(stored.get(0), key, "late", "It comes too late.");
      }
    }

    @Override
    public void close() {}
  }
}
