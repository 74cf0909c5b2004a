package org.victimfirst.persistence.pool;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.persistence.RowBatch;

/**
 * Rows for Derby, each sent as it ends: there is no network, and Derby copies every cell of a batch
 * twice. Dates and times go as text, which it takes without a calendar, and which means the same in
 * every time zone of the JVM.
 */
final class DerbyRows implements RowBatch {
  private static final int WITHOUT_SECONDS = "10:15".length();

  private final PreparedStatement statement;
  private int cell;

  DerbyRows(PreparedStatement statement) {
    this.statement = statement;
  }

  @Override
  public RowBatch add(long value) throws SQLException {
    statement.setLong(++cell, value);
    return this;
  }

  @Override
  public RowBatch addNumber(@Nullable Long value) throws SQLException {
    return value == null ? empty(Types.BIGINT) : add(value.longValue());
  }

  @Override
  public RowBatch add(boolean value) throws SQLException {
    statement.setBoolean(++cell, value);
    return this;
  }

  @Override
  public RowBatch add(@Nullable String value) throws SQLException {
    statement.setString(++cell, value);
    return this;
  }

  @Override
  public RowBatch add(@Nullable LocalDate value) throws SQLException {
    return value == null ? empty(Types.DATE) : add(value.toString());
  }

  @Override
  public RowBatch add(@Nullable LocalDateTime value) throws SQLException {
    if (value == null) {
      return empty(Types.TIMESTAMP);
    }
    String time = value.toLocalTime().toString();
    String seconds = time.length() == WITHOUT_SECONDS ? ":00" : "";
    return add(value.toLocalDate() + " " + time + seconds);
  }

  private RowBatch empty(int type) throws SQLException {
    statement.setNull(++cell, type);
    return this;
  }

  @Override
  public void endRow() throws SQLException {
    statement.executeUpdate();
    cell = 0;
  }

  @Override
  public void send() {
    // Each row is there since its end.
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
