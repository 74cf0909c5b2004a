package org.victimfirst.persistence.pool;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.persistence.RowBatch;

/** Rows as a batch of a prepared statement. */
final class StatementRows implements RowBatch {
  private final PreparedStatement statement;
  private int cell;
  private int rows;

  StatementRows(PreparedStatement statement) {
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
    if (value == null) {
      return empty(Types.DATE);
    }
    statement.setDate(++cell, Date.valueOf(value));
    return this;
  }

  @Override
  public RowBatch add(@Nullable LocalDateTime value) throws SQLException {
    if (value == null) {
      return empty(Types.TIMESTAMP);
    }
    statement.setTimestamp(++cell, Timestamp.valueOf(value));
    return this;
  }

  private RowBatch empty(int type) throws SQLException {
    statement.setNull(++cell, type);
    return this;
  }

  @Override
  public void endRow() throws SQLException {
    statement.addBatch();
    cell = 0;
    rows++;
  }

  @Override
  public void send() throws SQLException {
    if (rows > 0) {
      statement.executeBatch();
      rows = 0;
    }
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
