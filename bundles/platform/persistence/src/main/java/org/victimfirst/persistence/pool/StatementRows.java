package org.victimfirst.persistence.pool;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.persistence.RowBatch;

/** Rows as a batch of a prepared statement. */
class StatementRows implements RowBatch {
  private final PreparedStatement statement;
  private int cell;
  private int rows;

  StatementRows(PreparedStatement statement) {
    this.statement = statement;
  }

  @Override
  public final RowBatch add(long value) throws SQLException {
    statement.setLong(++cell, value);
    return this;
  }

  @Override
  public final RowBatch addNumber(@Nullable Long value) throws SQLException {
    return value == null ? empty(Types.BIGINT) : add(value.longValue());
  }

  @Override
  public final RowBatch add(boolean value) throws SQLException {
    statement.setBoolean(++cell, value);
    return this;
  }

  @Override
  public final RowBatch add(@Nullable String value) throws SQLException {
    statement.setString(++cell, value);
    return this;
  }

  @Override
  public RowBatch add(@Nullable LocalDate value) throws SQLException {
    statement.setObject(++cell, value, Types.DATE);
    return this;
  }

  @Override
  public RowBatch add(@Nullable LocalDateTime value) throws SQLException {
    statement.setObject(++cell, value, Types.TIMESTAMP);
    return this;
  }

  /** Adds a cell without a value. */
  final RowBatch empty(int type) throws SQLException {
    statement.setNull(++cell, type);
    return this;
  }

  @Override
  public final void endRow() throws SQLException {
    row(statement);
    cell = 0;
    rows++;
  }

  @Override
  public final void send() throws SQLException {
    if (rows > 0) {
      rows(statement);
      rows = 0;
    }
  }

  /** Takes the row whose cells are set. */
  void row(PreparedStatement statement) throws SQLException {
    statement.addBatch();
  }

  /** Sends the rows that were taken. */
  void rows(PreparedStatement statement) throws SQLException {
    statement.executeBatch();
  }

  @Override
  public final void close() throws SQLException {
    statement.close();
  }
}
