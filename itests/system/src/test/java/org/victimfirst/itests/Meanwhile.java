package org.victimfirst.itests;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** Requests that are sent again and again, each by a thread of its own, while something happens. */
public final class Meanwhile implements AutoCloseable {
  private final AtomicBoolean working = new AtomicBoolean(true);
  private final AtomicInteger answered = new AtomicInteger();
  private final Queue<String> failed = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads;
  private final List<CompletableFuture<Void>> loops;

  /**
   * Begins.
   *
   * @param requests what to ask, and how: each gives the status of the answer
   */
  public Meanwhile(Map<String, IntSupplier> requests) {
    threads = Executors.newFixedThreadPool(requests.size());
    loops =
        requests.entrySet().stream()
            .map(
                entry ->
                    CompletableFuture.runAsync(
                        () -> repeat(entry.getKey(), entry.getValue()), threads))
            .toList();
  }

  private void repeat(String what, IntSupplier request) {
    while (working.get()) {
      int status = request.getAsInt();
      answered.incrementAndGet();
      if (status != 200) {
        failed.add(what + " " + status);
      }
    }
  }

  /** Requests that were answered so far. */
  public int answered() {
    return answered.get();
  }

  /** What was not answered with 200. */
  public List<String> failed() {
    return List.copyOf(failed);
  }

  /** Ends with the answers to what was asked; says what no answer came to. */
  @Override
  public void close() {
    working.set(false);
    threads.shutdown();
    loops.forEach(CompletableFuture::join);
  }
}
