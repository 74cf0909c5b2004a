package org.victimfirst.cases.imports;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of one statement one after the other. */
final class Cells {
  private final PreparedStatement statement;
  private int index;

  Cells(PreparedStatement statement) {
    this.statement = statement;
  }

  /** Begins a new row. */
  Cells row() {
    index = 0;
    return this;
  }

  Cells add(long value) throws SQLException {
    statement.setLong(++index, value);
    return this;
  }

  Cells addInt(int value) throws SQLException {
    statement.setInt(++index, value);
    return this;
  }

  Cells add(@Nullable String value) throws SQLException {
    statement.setString(++index, value);
    return this;
  }

  Cells add(@Nullable LocalDate value) throws SQLException {
    index++;
    if (value == null) {
      statement.setNull(index, Types.DATE);
    } else {
      statement.setDate(index, Date.valueOf(value));
    }
    return this;
  }

  Cells add(@Nullable LocalDateTime value) throws SQLException {
    index++;
    if (value == null) {
      statement.setNull(index, Types.TIMESTAMP);
    } else {
      statement.setTimestamp(index, Timestamp.valueOf(value));
    }
    return this;
  }

  Cells addDay(@Nullable LocalDate value) throws SQLException {
    return value == null ? empty(Types.INTEGER) : addInt((int) value.toEpochDay());
  }

  Cells addNumber(@Nullable Long value) throws SQLException {
    return value == null ? empty(Types.BIGINT) : add(value.longValue());
  }

  Cells addInteger(@Nullable Integer value) throws SQLException {
    return value == null ? empty(Types.INTEGER) : addInt(value);
  }

  void batch() throws SQLException {
    statement.addBatch();
  }

  private Cells empty(int type) throws SQLException {
    statement.setNull(++index, type);
    return this;
  }
}
