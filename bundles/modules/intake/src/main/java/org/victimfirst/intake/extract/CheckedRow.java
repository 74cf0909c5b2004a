package org.victimfirst.intake.extract;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.intake.ExtractRow;

/** A row that passed the checks of its columns. */
final class CheckedRow implements ExtractRow {
  private final Map<String, Integer> columns;
  private final long record;
  private final long line;
  private final String[] cells;
  private final @Nullable Object[] moments;
  private final long contentHash;

  /**
   * A row.
   *
   * @param columns place of each column in the arrays
   * @param moments dates and times, where cells have them
   */
  CheckedRow(
      Map<String, Integer> columns,
      long record,
      long line,
      String[] cells,
      @Nullable Object[] moments,
      long contentHash) {
    this.columns = columns;
    this.record = record;
    this.line = line;
    this.cells = cells;
    this.moments = moments;
    this.contentHash = contentHash;
  }

  @Override
  public long record() {
    return record;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public String key() {
    return cells[0];
  }

  @Override
  public String get(String column) {
    return cells[place(column)];
  }

  @Override
  public @Nullable LocalDate date(String column) {
    Object moment = moments[place(column)];
    if (moment == null || moment instanceof LocalDate) {
      return (LocalDate) moment;
    }
    throw new IllegalArgumentException("The column " + column + " does not hold dates");
  }

  @Override
  public @Nullable LocalDateTime time(String column) {
    Object moment = moments[place(column)];
    if (moment == null || moment instanceof LocalDateTime) {
      return (LocalDateTime) moment;
    }
    throw new IllegalArgumentException("The column " + column + " does not hold times");
  }

  @Override
  public long contentHash() {
    return contentHash;
  }

  private int place(String column) {
    Integer place = columns.get(column);
    if (place == null) {
      throw new IllegalArgumentException("The loader does not declare a column " + column);
    }
    return place;
  }
}
