package org.victimfirst.persistence.job;

import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.job.JobFailedException;
import org.victimfirst.api.job.JobHandler;
import org.victimfirst.api.job.JobRun;
import org.victimfirst.api.job.JobStoppedException;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.persistence.job.JobTable.OpenJob;
import org.victimfirst.persistence.pool.Pool;

/** One run of a job, on a thread of its own. */
final class LeasedRun implements JobRun, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(LeasedRun.class);
  private static final long WRITE_NANOS = Duration.ofMillis(500).toNanos();
  private static final int MOST_ATTEMPTS = 20;

  private final Pool pool;
  private final JobLease lease;
  private final OpenJob job;
  private final JobHandler handler;
  private final Runnable afterwards;
  private final Thread thread;
  private volatile Progress progress;
  private volatile long written = System.nanoTime() - WRITE_NANOS;
  private volatile String stopBecause = "";

  LeasedRun(Pool pool, JobLease lease, OpenJob job, JobHandler handler, Runnable afterwards) {
    this.pool = pool;
    this.lease = lease;
    this.job = job;
    this.handler = handler;
    this.afterwards = afterwards;
    this.progress = job.progress();
    this.thread = new Thread(this, "victimfirst-job-" + job.type());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Puts the job back without having begun it. */
  void putBack() {
    end("waiting", progress.message());
  }

  /** Asks it to stop at its next word of progress. */
  void stop(String why) {
    stopBecause = why;
  }

  /** Waits until it has ended; false when it still goes on. */
  boolean await(Duration atMost) throws InterruptedException {
    if (Thread.currentThread() != thread) {
      thread.join(atMost.toMillis());
    }
    return !thread.isAlive();
  }

  @Override
  public long jobId() {
    return job.id();
  }

  @Override
  public long subjectId() {
    return job.subjectId();
  }

  @Override
  public void progress(long done, long total, String message) {
    progress = new Progress(done, total, message);
    if (System.nanoTime() - written > WRITE_NANOS) {
      written = System.nanoTime();
      write();
    }
    if (!stopBecause.isEmpty()) {
      throw new JobStoppedException(stopBecause);
    }
  }

  /**
   * Writes the progress and renews the lease; also from the runner, for a handler in a long step.
   */
  void write() {
    try {
      boolean held =
          pool.own(
              connection -> {
                boolean renewed = lease.renew(connection);
                if (renewed) {
                  JobTable.progress(connection, job.id(), progress);
                }
                return renewed;
              });
      if (!held) {
        stop("The lease was lost: another node goes on with the job");
      }
    } catch (SQLException e) {
      throw new DatabaseException("The progress of job " + job.id() + " was not written", e);
    }
  }

  @Override
  public void run() {
    try {
      if (job.attempt() > MOST_ATTEMPTS) {
        end("failed", "It was begun " + MOST_ATTEMPTS + " times and never came to its end");
      } else {
        end("done", runHandler());
      }
    } catch (JobStoppedException e) {
      LOG.info("Job {} ({}) stopped: {}", job.id(), job.type(), e.getMessage());
      end("waiting", progress.message());
    } catch (JobFailedException e) {
      LOG.info("Job {} ({}) failed: {}", job.id(), job.type(), e.getMessage());
      end("failed", String.valueOf(e.getMessage()));
    } catch (Exception | LinkageError | AssertionError e) {
      if (stopBecause.isEmpty()) {
        LOG.error("Job {} ({}) failed", job.id(), job.type(), e);
        end("failed", "Something went wrong inside. The log names job " + job.id());
      } else {
        LOG.info("Job {} ({}) stopped: {}", job.id(), job.type(), stopBecause, e);
        end("waiting", progress.message());
      }
    } finally {
      afterwards.run();
    }
  }

  private String runHandler() throws Exception {
    LOG.debug("Job {} ({}) begins, attempt {}", job.id(), job.type(), job.attempt());
    handler.run(this);
    return progress.message();
  }

  private void end(String status, String message) {
    Progress last = new Progress(progress.done(), progress.total(), message);
    // A stop is no failed attempt: a module may be updated often while a long job waits.
    int attempts = status.equals("waiting") ? job.attempt() - 1 : job.attempt();
    try {
      pool.own(
          connection -> {
            if (lease.giveBack(connection)) {
              JobTable.end(connection, job.id(), status, attempts, last);
            }
            return status;
          });
    } catch (SQLException e) {
      LOG.warn(
          "The end of job {} ({}) was not written; it is given out again", job.id(), status, e);
    }
  }
}
