package org.victimfirst.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.victimfirst.api.job.JobFailedException;
import org.victimfirst.api.job.JobHandler;
import org.victimfirst.api.job.JobRun;
import org.victimfirst.api.job.JobState;
import org.victimfirst.api.job.JobStoppedException;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.persistence.TestInstallation;

class JobRunnerDbTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String TYPE = "test.bake";

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aJobIsDoneAndItsProgressSeen(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      JobTable jobs = new JobTable(test.pool(), test.installation().ids());
      try (JobRunner runner = new JobRunner(test.pool(), jobs)) {
        runner.add(
            handler(
                run -> {
                  run.progress(1, 2, "kneading");
                  run.progress(2, 2, "baked " + run.subjectId());
                }));
        long id = submit(test, jobs, 42);
        await().atMost(SOON).until(() -> state(jobs, id).ended());
        assertThat(state(jobs, id)).isEqualTo(new JobState(id, TYPE, 42, "done", 2, 2, "baked 42"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatWasNotCommittedIsNotDone(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      JobTable jobs = new JobTable(test.pool(), test.installation().ids());
      List<Long> done = new CopyOnWriteArrayList<>();
      try (JobRunner runner = new JobRunner(test.pool(), jobs);
          var connection = test.pool().work().getConnection()) {
        runner.add(handler(run -> done.add(run.subjectId())));
        connection.setAutoCommit(false);
        jobs.submit(connection, TYPE, 1);
        connection.rollback();
        long id = submit(test, jobs, 2);
        await().atMost(SOON).until(() -> state(jobs, id).ended());
        assertThat(done).containsExactly(2L);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aFailureIsToldInItsOwnWordsOnlyWhenTheyAreMeantForPeople(Dialect dialect)
      throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      JobTable jobs = new JobTable(test.pool(), test.installation().ids());
      try (JobRunner runner = new JobRunner(test.pool(), jobs)) {
        runner.add(
            handler(
                run -> {
                  throw run.subjectId() == 1
                      ? new JobFailedException("The oven is cold: light it")
                      : new IllegalStateException("Jane Bloggs, 07700 900123");
                }));
        long told = submit(test, jobs, 1);
        long hidden = submit(test, jobs, 2);
        await().atMost(SOON).until(() -> state(jobs, hidden).ended());
        assertThat(state(jobs, told).status()).isEqualTo("failed");
        assertThat(state(jobs, told).message()).isEqualTo("The oven is cold: light it");
        assertThat(state(jobs, hidden).message()).contains("log").doesNotContain("Bloggs");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void oneOfATypeAtATimeOverAllNodes(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      JobTable jobs = new JobTable(test.pool(), test.installation().ids());
      AtomicInteger inside = new AtomicInteger();
      List<Integer> seen = new CopyOnWriteArrayList<>();
      Work counting =
          run -> {
            seen.add(inside.incrementAndGet());
            run.progress(1, 1, "");
            inside.decrementAndGet();
          };
      try (JobRunner here = new JobRunner(test.pool(), jobs);
          JobRunner there = new JobRunner(test.pool(), jobs)) {
        here.add(handler(counting));
        there.add(handler(counting));
        for (int i = 0; i < 12; i++) {
          submit(test, jobs, i);
        }
        await().atMost(SOON).until(() -> seen.size() >= 12);
        await()
            .atMost(SOON)
            .until(
                () ->
                    test.value("SELECT COUNT(*) FROM platform.job WHERE status = 'done'")
                        .equals("12"));
        assertThat(seen).hasSize(12).containsOnly(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aJobWhoseNodeDiedIsGivenOutAgain(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      JobTable jobs = new JobTable(test.pool(), test.installation().ids());
      long id = submit(test, jobs, 7);
      // A node takes it and dies: its lease is there, and nobody renews it.
      JobLease dead = new JobLease(test.pool(), TYPE, "dead node");
      assertThat(dead.take()).hasValueSatisfying(job -> assertThat(job.id()).isEqualTo(id));
      assertThat(state(jobs, id).status()).isEqualTo("running");
      List<Long> done = new CopyOnWriteArrayList<>();
      try (JobRunner runner = new JobRunner(test.pool(), jobs)) {
        runner.add(handler(run -> done.add(run.jobId())));
        await().during(Duration.ofSeconds(2)).atMost(SOON).until(done::isEmpty);
        test.execute("UPDATE platform.job_lease SET lease_until = 1");
        await().atMost(SOON).until(() -> state(jobs, id).ended());
        assertThat(done).containsExactly(id);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whoLostTheLeaseIsStoppedAndWritesNothingMore(Dialect dialect) throws Exception {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      JobTable jobs = new JobTable(test.pool(), test.installation().ids());
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch lost = new CountDownLatch(1);
      List<Throwable> thrown = new CopyOnWriteArrayList<>();
      long id = submit(test, jobs, 7);
      try (JobRunner runner = new JobRunner(test.pool(), jobs)) {
        runner.add(
            handler(
                run -> {
                  begun.countDown();
                  lost.await();
                  try {
                    run.progress(9, 9, "too late");
                  } catch (JobStoppedException e) {
                    thrown.add(e);
                    throw e;
                  }
                }));
        assertThat(begun.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        test.execute(
            "UPDATE platform.job_lease SET holder = 'another', lease_until = "
                + (System.currentTimeMillis() + 600_000));
        lost.countDown();
        await().atMost(SOON).until(() -> !thrown.isEmpty());
      }
      assertThat(state(jobs, id).status()).isEqualTo("running");
      assertThat(state(jobs, id).message()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aJobOfAModuleThatLeavesGoesOnWhenItReturns(Dialect dialect) throws Exception {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      JobTable jobs = new JobTable(test.pool(), test.installation().ids());
      CountDownLatch begun = new CountDownLatch(1);
      AtomicInteger steps = new AtomicInteger();
      long id = submit(test, jobs, 7);
      try (JobRunner runner = new JobRunner(test.pool(), jobs)) {
        JobHandler leaving =
            handler(
                run -> {
                  while (true) {
                    run.progress(steps.incrementAndGet(), 0, "step");
                    begun.countDown();
                  }
                });
        runner.add(leaving);
        assertThat(begun.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        runner.remove(leaving);
        int left = steps.get();
        assertThat(state(jobs, id).status()).isEqualTo("waiting");
        assertThat(test.value("SELECT attempts FROM platform.job")).isEqualTo("0");

        runner.add(handler(run -> run.progress(1000, 1000, "done")));
        await().atMost(SOON).until(() -> state(jobs, id).ended());
        assertThat(steps.get()).isEqualTo(left);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aSecondHandlerOfATypeIsRefused(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      JobTable jobs = new JobTable(test.pool(), test.installation().ids());
      try (JobRunner runner = new JobRunner(test.pool(), jobs)) {
        assertThat(runner.add(handler(run -> {}))).isTrue();
        assertThat(runner.add(handler(run -> {}))).isFalse();
      }
    }
  }

  private static JobState state(JobTable jobs, long id) {
    return jobs.find(id).orElseThrow();
  }

  private static long submit(TestInstallation test, JobTable jobs, long subject)
      throws SQLException {
    return test.pool().own(connection -> jobs.submit(connection, TYPE, subject));
  }

  private static JobHandler handler(Work work) {
    return new JobHandler() {
      @Override
      public String type() {
        return TYPE;
      }

      @Override
      public void run(JobRun run) throws Exception {
        work.run(run);
      }
    };
  }

  private interface Work {
    void run(JobRun run) throws Exception;
  }
}
