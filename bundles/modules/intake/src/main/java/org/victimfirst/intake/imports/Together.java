package org.victimfirst.intake.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.victimfirst.api.job.JobStoppedException;

/**
 * Loads files that do not build on one another at the same time: while one waits for the disk, the
 * other one goes on.
 */
final class Together implements AutoCloseable {
  private static final int AT_ONCE = 2;

  private final Background threads = new Background("intake-loader", AT_ONCE);

  /** Loads a file, or goes on with it. */
  @FunctionalInterface
  interface Load {
    void run() throws IOException;
  }

  /**
   * Ends when all have ended.
   *
   * @throws IOException or what else one of them threw that did not end well, rather than that it
   *     was stopped; what others threw is suppressed in it
   */
  void run(List<Load> loads) throws IOException {
    List<Future<Load>> begun = new ArrayList<>();
    for (Load load : loads) {
      begun.add(
          threads.begin(
              () -> {
                load.run();
                return load;
              }));
    }
    List<Throwable> thrown = new ArrayList<>();
    for (Future<Load> load : begun) {
      try {
        Background.await(load);
      } catch (ExecutionException e) {
        thrown.add(e.getCause());
      }
    }
    if (!thrown.isEmpty()) {
      rethrow(worst(thrown));
    }
  }

  private static Throwable worst(List<Throwable> thrown) {
    Throwable worst =
        thrown.stream()
            .filter(one -> !(one instanceof JobStoppedException))
            .findFirst()
            .orElse(thrown.get(0));
    thrown.stream().filter(one -> one != worst).forEach(worst::addSuppressed);
    return worst;
  }

  private static void rethrow(Throwable thrown) throws IOException {
    if (thrown instanceof IOException failure) {
      throw failure;
    }
    if (thrown instanceof RuntimeException failure) {
      throw failure;
    }
    throw new IllegalStateException("The loading of a file broke off", thrown);
  }

  /** Waits for what is being loaded: it is not interrupted, but asked to stop by its progress. */
  @Override
  public void close() {
    threads.close();
  }
}
