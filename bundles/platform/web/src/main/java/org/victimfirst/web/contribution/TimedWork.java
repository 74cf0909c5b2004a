package org.victimfirst.web.contribution;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.module.RequestGate;
import org.victimfirst.api.security.Call;
import org.victimfirst.security.Calls;

/**
 * Asks contributions on threads of its own, each for a limited time. A module that dawdles can hold
 * a few threads only, so that the others always find one.
 */
public final class TimedWork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TimedWork.class);
  private static final int THREADS = 48;
  private static final int PER_MODULE = 8;

  private final Calls calls;
  private final Gate gate;
  private final ExecutorService threads;
  private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

  /** Starts without a thread; they come with the work and leave after it. */
  public TimedWork(Calls calls, Gate gate) {
    this.calls = calls;
    this.gate = gate;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            0,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
              Thread thread = new Thread(work, "victimfirst-web-" + number.incrementAndGet());
              thread.setDaemon(true);
              thread.setContextClassLoader(TimedWork.class.getClassLoader());
              return thread;
            });
  }

  /** Work that was begun. */
  public interface Begun<T> {
    /**
     * Waits for the work.
     *
     * @return what came of it
     */
    Outcome<T> await();
  }

  /** What came of a piece of work. */
  public sealed interface Outcome<T> {
    /** It was done. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It threw, came late, or found no place. */
    record Failed<T>(Exception why) implements Outcome<T> {}

    /** The module is leaving. */
    record Gone<T>() implements Outcome<T> {}
  }

  /**
   * Begins work of a module as a part of a call; its time begins now.
   *
   * @param what for the log, without personal data
   */
  public <T> Begun<T> begin(
      String module, Call call, Duration limit, String what, Callable<T> work) {
    long end = System.nanoTime() + limit.toNanos();
    Semaphore place = places.computeIfAbsent(module, m -> new Semaphore(PER_MODULE));
    if (!place.tryAcquire()) {
      return failed(what, call, new TimeoutException("No place: earlier work has not ended"));
    }
    Optional<RequestGate.Pass> pass = gate.enter(module);
    if (pass.isEmpty()) {
      place.release();
      return Outcome.Gone::new;
    }
    Future<T> future;
    try {
      future = threads.submit(() -> run(call, work, pass.get(), place));
    } catch (RejectedExecutionException e) {
      pass.get().close();
      place.release();
      return failed(what, call, e);
    }
    return () -> outcome(future, end, what, call);
  }

  private <T> T run(Call call, Callable<T> work, RequestGate.Pass pass, Semaphore place)
      throws Exception {
    try (pass) {
      return calls.during(call, work);
    } finally {
      place.release();
    }
  }

  private static <T> Begun<T> failed(String what, Call call, Exception why) {
    LOG.warn("Request {}: {} was not asked", call.requestId(), what, why);
    return () -> new Outcome.Failed<>(why);
  }

  private static <T> Outcome<T> outcome(Future<T> future, long end, String what, Call call) {
    try {
      return new Outcome.Done<>(
          future.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      future.cancel(true);
      LOG.warn("Request {}: {} came late", call.requestId(), what);
      return new Outcome.Failed<>(e);
    } catch (ExecutionException e) {
      Exception why = e.getCause() instanceof Exception cause ? cause : e;
      LOG.warn("Request {}: {} failed", call.requestId(), what, why);
      return new Outcome.Failed<>(why);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      return new Outcome.Failed<>(e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
