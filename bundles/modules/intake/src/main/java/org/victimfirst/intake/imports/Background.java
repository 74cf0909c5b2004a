package org.victimfirst.intake.imports;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Threads beside the one of the job. Nobody is interrupted: Derby answers that by closing
 * connections.
 */
final class Background implements AutoCloseable {
  private final String name;
  private final ExecutorService threads;

  Background(String name, int atOnce) {
    this.name = name;
    this.threads = Executors.newFixedThreadPool(atOnce, this::thread);
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  <T> Future<T> begin(Callable<T> work) {
    return threads.submit(work);
  }

  /** Waits for what was begun. */
  static <T> T await(Future<T> work) throws ExecutionException {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("An import was interrupted", e);
    }
  }

  /** Waits for what was begun, and throws what it threw. */
  static <T> T result(Future<T> work) {
    try {
      return await(work);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("A part of an import broke off", e);
    }
  }

  /** Begins no more, and waits for what is at work: it is asked to stop by its progress. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The thread " + name + " of an import does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
