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
final class DerbyRows extends StatementRows {
  private static final int WITHOUT_SECONDS = "10:15".length();

  DerbyRows(PreparedStatement statement) {
    super(statement);
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

  @Override
  void row(PreparedStatement statement) throws SQLException {
    statement.executeUpdate();
  }

  @Override
  void rows(PreparedStatement statement) {
    // Each row is there since its end.
  }
}
