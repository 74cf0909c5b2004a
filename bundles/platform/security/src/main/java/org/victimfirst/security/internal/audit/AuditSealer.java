package org.victimfirst.security.internal.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.Ids;

/**
 * Seals the audit every tenth of a second while something is written, on a thread of its own. Rows
 * are sealed a second after their id was made: most transactions have been committed by then, and
 * on Derby, where reading waits for what is being written, nobody is waited for.
 */
@Component(
    service = AuditSealer.class,
    immediate = true,
    configurationPid = "org.victimfirst.security")
public class AuditSealer {
  private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration SETTLED = Duration.ofSeconds(1);
  private static final Duration QUIET_STEP = Duration.ofSeconds(1);
  private static final Duration LATE_STEP = Duration.ofSeconds(2);
  private static final Duration LATE_LOOK = Duration.ofSeconds(30);
  private static final Duration CLOSE_STEP = Duration.ofMinutes(1);
  private static final Duration COMPLAINT_STEP = Duration.ofMinutes(1);
  private static final Duration GOODBYE = Duration.ofSeconds(20);

  private final Sealing sealing;
  private final Ids ids;
  private final AuditTrail trail;
  private final ScheduledExecutorService thread;

  /** What was the newest id, and when; the oldest first. Used by the sealer's thread only. */
  private final Deque<Mark> marks = new ArrayDeque<>();

  private final Timer quiet = new Timer(QUIET_STEP);
  private final Timer late = new Timer(LATE_STEP);
  private final Timer close = new Timer(CLOSE_STEP);
  private final Timer complaint = new Timer(COMPLAINT_STEP);
  private volatile long horizon;
  private volatile long sealedWhenWritten = -1;

  private record Mark(long nanos, long id) {}

  /** Wired by Declarative Services. */
  @Activate
  public AuditSealer(
      @Reference(target = "(victimfirst.module=security)") Database database,
      @Reference Ids ids,
      @Reference AuditTrail trail,
      AuditSettings settings) {
    this(
        new Sealing(
            database, Clock.systemUTC(), Duration.ofMinutes(Math.max(1, settings.lateMinutes()))),
        ids,
        trail);
  }

  AuditSealer(Sealing sealing, Ids ids, AuditTrail trail) {
    this.sealing = sealing;
    this.ids = ids;
    this.trail = trail;
    // What was left of the run before is sealed at once: nobody is writing it any more.
    this.horizon = ids.next();
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> new Thread(work, "victimfirst-audit-sealer"));
    long step = STEP.toMillis();
    thread.scheduleWithFixedDelay(this::tick, step, step, TimeUnit.MILLISECONDS);
  }

  @Deactivate
  void stop() throws InterruptedException {
    thread.shutdown();
    if (!thread.awaitTermination(GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
      thread.shutdownNow();
      if (!thread.awaitTermination(GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.error("The audit sealer does not stop");
      }
    }
  }

  private void tick() {
    try {
      moveHorizon();
      sealNew();
      if (close.due()) {
        sealing.sealLateAndClose();
      } else if (late.due()) {
        sealing.sealLate(LATE_LOOK);
      }
    } catch (RuntimeException e) {
      if (complaint.due()) {
        LOG.warn("The audit cannot be sealed at the moment; it will be later", e);
      }
    }
  }

  private void moveHorizon() {
    long now = System.nanoTime();
    marks.addLast(new Mark(now, ids.next()));
    while (!marks.isEmpty() && now - marks.getFirst().nanos() >= SETTLED.toNanos()) {
      horizon = marks.removeFirst().id();
    }
  }

  /**
   * Looks once a second for what other nodes wrote, and at every step for what was written here.
   */
  private void sealNew() {
    long written = trail.written();
    if (written == sealedWhenWritten && !quiet.due()) {
      return;
    }
    int sealed;
    do {
      sealed = sealing.sealNext(horizon);
    } while (Sealing.full(sealed) && !thread.isShutdown());
    sealedWhenWritten = sealed == 0 ? written : -1;
  }

  /** Something that is due at once, and then every so often. */
  private static final class Timer {
    private final Duration step;
    private long next = System.nanoTime();

    Timer(Duration step) {
      this.step = step;
    }

    boolean due() {
      long now = System.nanoTime();
      if (now - next < 0) {
        return false;
      }
      next = now + step.toNanos();
      return true;
    }
  }
}
