package org.victimfirst.intake.imports;

import java.util.concurrent.Future;
import org.victimfirst.intake.extract.RowReader;

/**
 * Reads and checks the next batch on a thread of its own while the last one is being stored. Holds
 * one batch, so memory stays bounded.
 */
final class ReadAhead implements AutoCloseable {
  private final RowReader reader;
  private final int size;
  private final Background thread = new Background("intake-reader", 1);
  private Future<RowReader.Batch> next;

  /**
   * Begins to read.
   *
   * @param size records in a batch
   */
  ReadAhead(RowReader reader, int size) {
    this.reader = reader;
    this.size = size;
    this.next = thread.begin(() -> reader.next(size));
  }

  /** The next batch, empty at the end of the file. What reading threw is thrown here. */
  RowReader.Batch next() {
    RowReader.Batch batch = Background.result(next);
    next = thread.begin(() -> reader.next(size));
    return batch;
  }

  /** Waits for the batch that is being read, so that the file can be closed. */
  @Override
  public void close() {
    thread.close();
  }
}
