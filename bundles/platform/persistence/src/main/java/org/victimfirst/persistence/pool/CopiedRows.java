package org.victimfirst.persistence.pool;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.victimfirst.api.persistence.RowBatch;

/**
 * Rows in the text form of PostgreSQL's COPY: the server neither parses a statement nor plans it,
 * which is most of its work for a row.
 */
final class CopiedRows implements RowBatch {
  private static final int CHUNK = 1 << 16;
  private static final String EMPTY = "\\N";

  private final Connection connection;
  private final String sql;
  private final StringBuilder text = new StringBuilder();
  private boolean inRow;

  /**
   * Rows for a table.
   *
   * @param sql {@code COPY … FROM STDIN}
   */
  CopiedRows(Connection connection, String sql) {
    this.connection = connection;
    this.sql = sql;
  }

  private StringBuilder cell() {
    if (inRow) {
      text.append('\t');
    }
    inRow = true;
    return text;
  }

  @Override
  public RowBatch add(long value) {
    cell().append(value);
    return this;
  }

  @Override
  public RowBatch add(boolean value) {
    cell().append(value);
    return this;
  }

  @Override
  public RowBatch addNumber(@Nullable Long value) {
    return plain(value);
  }

  @Override
  public RowBatch add(@Nullable LocalDate value) {
    return plain(value);
  }

  @Override
  public RowBatch add(@Nullable LocalDateTime value) {
    return plain(value);
  }

  private RowBatch plain(@Nullable Object value) {
    cell().append(value == null ? EMPTY : value.toString());
    return this;
  }

  @Override
  public RowBatch add(@Nullable String value) {
    if (value == null) {
      return plain(null);
    }
    StringBuilder to = cell();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> to.append("\\\\");
        case '\t' -> to.append("\\t");
        case '\n' -> to.append("\\n");
        case '\r' -> to.append("\\r");
        default -> to.append(c);
      }
    }
    return this;
  }

  @Override
  public void endRow() {
    text.append('\n');
    inRow = false;
  }

  @Override
  public void send() throws SQLException {
    if (text.isEmpty()) {
      return;
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(sql, new ByteArrayInputStream(bytes), CHUNK);
    } catch (IOException e) {
      throw new SQLException("The rows did not reach the database", e);
    }
  }

  @Override
  public void close() {
    // Holds nothing of the connection's.
  }
}
