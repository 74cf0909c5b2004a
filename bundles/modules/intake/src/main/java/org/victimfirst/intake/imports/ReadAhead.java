package org.victimfirst.intake.imports;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.victimfirst.intake.extract.RowReader;

/**
 * Reads and checks the next batch on a thread of its own while the last one is being stored. Holds
 * one batch, so memory stays bounded.
 */
final class ReadAhead implements AutoCloseable {
  private final RowReader reader;
  private final int size;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(ReadAhead::thread);
  private Future<RowReader.Batch> next;

  /**
   * Begins to read.
   *
   * @param size records in a batch
   */
  ReadAhead(RowReader reader, int size) {
    this.reader = reader;
    this.size = size;
    this.next = thread.submit(() -> reader.next(size));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "intake-reader");
    thread.setDaemon(true);
    return thread;
  }

  /** The next batch, empty at the end of the file. What reading threw is thrown here. */
  RowReader.Batch next() {
    RowReader.Batch batch = taken();
    next = thread.submit(() -> reader.next(size));
    return batch;
  }

  private RowReader.Batch taken() {
    try {
      return next.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The reading of a file was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("The reading of a file broke off", e);
    }
  }

  /** Waits for the batch that is being read, so that the file can be closed. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The reading of a file does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
