package org.victimfirst.intake.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.Problem;

/** Reads the rows of a file that was surveyed, batch by batch, from where an earlier run was. */
public final class RowReader implements AutoCloseable {
  private final ExtractFile file;
  private final RowCheck check;
  private final List<Problem> problems = new ArrayList<>();
  private long read;

  private RowReader(
      ExtractFile file, ImportFile form, List<ExtractColumn> columns, AreaProfile profile) {
    this.file = file;
    RawRecord first = file.next();
    if (first == null) {
      throw new IllegalStateException("The file has no header any more");
    }
    Header header = Header.read(form.name(), first, columns, new ArrayList<>());
    this.check = new RowCheck(form, header, columns, profile, problems::add);
  }

  /**
   * Opens a file.
   *
   * @param form the file, with what its survey found
   */
  public static RowReader open(
      Path path, ImportFile form, List<ExtractColumn> columns, AreaProfile profile)
      throws IOException {
    ExtractFile file = ExtractFile.toRead(path);
    try {
      return new RowReader(file, form, columns, profile);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Passes over records that an earlier run has read.
   *
   * @param size records in a batch at most
   * @param rows is given the rows of each batch that passed the checks then
   */
  public void pass(long records, int size, Consumer<List<ExtractRow>> rows) {
    while (read < records) {
      Batch batch = next((int) Math.min(size, records - read));
      if (batch.records() == 0) {
        return;
      }
      rows.accept(batch.rows());
    }
  }

  /**
   * Reads records until a number is reached or the file ends.
   *
   * @return the rows that passed, and the problems of all that were read
   */
  public Batch next(int records) {
    List<ExtractRow> rows = new ArrayList<>(records);
    problems.clear();
    int count = 0;
    while (count < records) {
      RawRecord raw = file.next();
      if (raw == null) {
        break;
      }
      count++;
      CheckedRow row = check.check(raw);
      if (row != null) {
        rows.add(row);
      }
    }
    read += count;
    return new Batch(rows, List.copyOf(problems), count);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /**
   * Some records.
   *
   * @param rows those that passed
   * @param problems what is wrong with them
   * @param records how many were read
   */
  public record Batch(List<ExtractRow> rows, List<Problem> problems, int records) {}
}
