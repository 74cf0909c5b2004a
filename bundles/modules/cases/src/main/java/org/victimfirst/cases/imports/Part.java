package org.victimfirst.cases.imports;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One statement of a batch. */
final class Part implements AutoCloseable {
  private final PreparedStatement statement;
  private final Cells cells;
  private int waiting;

  Part(PreparedStatement statement) {
    this.statement = statement;
    this.cells = new Cells(statement);
  }

  Cells cells() {
    return cells;
  }

  void batch() throws SQLException {
    cells.batch();
    waiting++;
  }

  void send() throws SQLException {
    if (waiting > 0) {
      statement.executeBatch();
      waiting = 0;
    }
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
