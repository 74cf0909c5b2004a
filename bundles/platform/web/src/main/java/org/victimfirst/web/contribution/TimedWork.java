package org.victimfirst.web.contribution;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
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
 * Asks contributions on threads of their module, each for a limited time. A module that dawdles
 * holds its own few threads only; what waits for one of them waits within its own time.
 */
public final class TimedWork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TimedWork.class);
  private static final int PER_MODULE = 8;
  private static final int WAITING = 256;

  private final Calls calls;
  private final Gate gate;
  private final AtomicInteger number = new AtomicInteger();
  private final Map<String, ExecutorService> threads = new ConcurrentHashMap<>();

  /** Starts without a thread; they come with the work and leave after it. */
  public TimedWork(Calls calls, Gate gate) {
    this.calls = calls;
    this.gate = gate;
  }

  private ExecutorService threads(String module) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            PER_MODULE,
            PER_MODULE,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> {
              Thread thread =
                  new Thread(work, "victimfirst-web-" + module + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              thread.setContextClassLoader(TimedWork.class.getClassLoader());
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
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
    try {
      Future<Outcome<T>> future =
          threads.computeIfAbsent(module, this::threads).submit(() -> run(module, call, end, work));
      return () -> outcome(future, end, what, call);
    } catch (RejectedExecutionException e) {
      LOG.warn(
          "Request {}: {} was not asked: too much of its module waits", call.requestId(), what);
      return () -> new Outcome.Failed<>(e);
    }
  }

  private <T> Outcome<T> run(String module, Call call, long end, Callable<T> work)
      throws Exception {
    if (System.nanoTime() > end) {
      throw new TimeoutException("No thread in time: earlier work has not ended");
    }
    Optional<RequestGate.Pass> entered = gate.enter(module);
    if (entered.isEmpty()) {
      return new Outcome.Gone<>();
    }
    RequestGate.Pass pass = entered.get();
    try (pass) {
      return new Outcome.Done<>(calls.during(call, work));
    }
  }

  private static <T> Outcome<T> outcome(
      Future<Outcome<T>> future, long end, String what, Call call) {
    try {
      return future.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
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
    threads.values().forEach(ExecutorService::shutdownNow);
  }
}
