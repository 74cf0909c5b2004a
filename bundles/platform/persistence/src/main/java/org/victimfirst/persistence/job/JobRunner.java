package org.victimfirst.persistence.job;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.job.JobHandler;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.persistence.job.JobTable.OpenJob;
import org.victimfirst.persistence.pool.Pool;
import org.victimfirst.persistence.thread.Repeater;

/** Gives jobs to the handlers of this node: one of a type at a time, over all nodes. */
public final class JobRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration RENEW = Duration.ofMillis(JobLease.MILLIS / 3);
  private static final Duration TO_STOP = Duration.ofSeconds(30);

  private final Pool pool;
  private final JobTable jobs;
  private final String node = UUID.randomUUID().toString();
  private final AtomicLong runs = new AtomicLong();
  private final Map<String, JobHandler> handlers = new ConcurrentHashMap<>();
  private final Map<String, LeasedRun> running = new ConcurrentHashMap<>();
  private final Repeater starter;
  private final Repeater renewer;

  /** Begins to look for jobs. */
  public JobRunner(Pool pool, JobTable jobs) {
    this.pool = pool;
    this.jobs = jobs;
    this.starter = Repeater.start("victimfirst-jobs", this::startWhatWaits);
    this.renewer = Repeater.start("victimfirst-job-leases", this::renew);
  }

  /** Looks for jobs at once: after one was submitted. */
  public void wake() {
    starter.wake();
  }

  private Duration startWhatWaits() {
    if (handlers.isEmpty()) {
      return POLL;
    }
    try {
      Set<String> open = jobs.openTypes();
      for (Map.Entry<String, JobHandler> entry : handlers.entrySet()) {
        if (open.contains(entry.getKey()) && !running.containsKey(entry.getKey())) {
          start(entry.getKey(), entry.getValue());
        }
      }
      return POLL;
    } catch (SQLException e) {
      throw new DatabaseException("Jobs could not be looked for", e);
    }
  }

  private void start(String type, JobHandler handler) throws SQLException {
    JobLease lease = new JobLease(pool, type, node + ':' + runs.incrementAndGet());
    Optional<OpenJob> job = lease.take();
    if (job.isPresent()) {
      Runnable afterwards =
          () -> {
            running.remove(type);
            starter.wake();
          };
      startOrPutBack(new LeasedRun(pool, lease, job.get(), handler, afterwards), handler);
    }
  }

  /** A handler that left between the look and the lease must not be called any more. */
  private synchronized void startOrPutBack(LeasedRun run, JobHandler handler) {
    if (handlers.get(handler.type()) == handler) {
      running.put(handler.type(), run);
      run.start();
    } else {
      run.putBack();
    }
  }

  private Duration renew() {
    running.values().forEach(LeasedRun::write);
    return RENEW;
  }

  /** Begins to give jobs to a handler; false when another one of this type is there already. */
  public boolean add(JobHandler handler) {
    @Nullable JobHandler other = handlers.putIfAbsent(handler.type(), handler);
    starter.wake();
    return other == null;
  }

  /** Stops the handler's job, which goes on later, and waits for it for some seconds. */
  public void remove(JobHandler handler) {
    boolean ours;
    synchronized (this) {
      ours = handlers.remove(handler.type(), handler);
    }
    if (ours) {
      stop(handler.type(), "The module is leaving");
    }
  }

  private void stop(String type, String why) {
    LeasedRun run = running.get(type);
    if (run == null) {
      return;
    }
    run.stop(why);
    try {
      if (!run.await(TO_STOP)) {
        LOG.warn("Job {} ({}) goes on although it was told to stop", run.jobId(), type);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    starter.close();
    for (String type : Set.copyOf(running.keySet())) {
      stop(type, "The platform is stopping");
    }
    renewer.close();
  }
}
