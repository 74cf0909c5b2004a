package org.victimfirst.cases.store;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and sets what may be missing, and local times. */
final class Rows {
  private static final Comparator<Dated<?>> OLDEST_FIRST =
      Comparator.<Dated<?>, LocalDateTime>comparing(Dated::at).thenComparingLong(Dated::id);

  private Rows() {}

  /** What a row says, with its time and its id. */
  record Dated<T>(LocalDateTime at, long id, T value) {}

  /**
   * Sorts the few rows of a case or of a person. Derby needs longer to set up a sort of its own
   * than to read them.
   */
  static <T> List<T> oldestFirst(List<Dated<T>> rows) {
    return rows.stream().sorted(OLDEST_FIRST).map(Dated::value).toList();
  }

  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
    Date date = row.getDate(column);
    return date == null ? null : date.toLocalDate();
  }

  static @Nullable LocalDateTime time(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toLocalDateTime();
  }

  static LocalDateTime timeThere(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toLocalDateTime();
  }

  static LocalDate dateThere(ResultSet row, String column) throws SQLException {
    return row.getDate(column).toLocalDate();
  }

  static void set(PreparedStatement statement, int index, @Nullable LocalDate date)
      throws SQLException {
    if (date == null) {
      statement.setNull(index, Types.DATE);
    } else {
      statement.setDate(index, Date.valueOf(date));
    }
  }

  static void set(PreparedStatement statement, int index, @Nullable LocalDateTime time)
      throws SQLException {
    if (time == null) {
      statement.setNull(index, Types.TIMESTAMP);
    } else {
      statement.setTimestamp(index, Timestamp.valueOf(time));
    }
  }

  /** Sets any value by its type; null as text. */
  static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value instanceof LocalDate date) {
      statement.setDate(index, Date.valueOf(date));
    } else if (value instanceof LocalDateTime time) {
      statement.setTimestamp(index, Timestamp.valueOf(time));
    } else if (value instanceof Long number) {
      statement.setLong(index, number);
    } else if (value instanceof Integer number) {
      statement.setInt(index, number);
    } else {
      statement.setString(index, (String) value);
    }
  }
}
