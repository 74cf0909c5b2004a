package org.victimfirst.modules.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.victimfirst.modules.domain.Change;
import org.victimfirst.modules.domain.Operation;

/** The rows of {@code modules.operation}. */
public final class OperationTable {
  private static final int LONGEST_MESSAGE = 4000;
  private static final String SELECT =
      "SELECT id, action, module_name, from_version, to_version, status, message, requested_by,"
          + " requested_at, ended_at FROM modules.operation ";

  /** Adds an order. */
  public void insert(Connection connection, Operation operation) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO modules.operation (id, action, module_name, from_version, to_version,"
                + " status, message, requested_by, requested_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, operation.id());
      insert.setString(2, operation.action().name());
      insert.setString(3, operation.module());
      insert.setString(4, operation.fromVersion());
      insert.setString(5, operation.toVersion());
      insert.setString(6, operation.status());
      insert.setString(7, shortened(operation.message()));
      insert.setString(8, operation.requestedBy());
      insert.setTimestamp(9, Timestamp.valueOf(operation.requestedAt()));
      insert.executeUpdate();
    }
  }

  /** Says how far an order is, or how it ended. */
  public void update(
      Connection connection,
      long id,
      String status,
      String message,
      @Nullable LocalDateTime endedAt)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE modules.operation SET status = ?, message = ?, ended_at = ? WHERE id = ?")) {
      update.setString(1, status);
      update.setString(2, shortened(message));
      update.setTimestamp(3, endedAt == null ? null : Timestamp.valueOf(endedAt));
      update.setLong(4, id);
      update.executeUpdate();
    }
  }

  /** One order. */
  public Optional<Operation> find(Connection connection, long id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE id = ?")) {
      select.setLong(1, id);
      return read(select).stream().findFirst();
    }
  }

  /** Orders that have not ended. */
  public List<Operation> open(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            SELECT + "WHERE status IN ('waiting', 'running') ORDER BY id")) {
      return read(select);
    }
  }

  /** The newest orders first. */
  public List<Operation> newest(Connection connection, int count) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            SELECT + "ORDER BY id DESC OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY")) {
      select.setInt(1, count);
      return read(select);
    }
  }

  private static List<Operation> read(PreparedStatement select) throws SQLException {
    List<Operation> operations = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        Timestamp ended = rows.getTimestamp(10);
        operations.add(
            new Operation(
                rows.getLong(1),
                Change.Action.valueOf(rows.getString(2)),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                rows.getString(8),
                rows.getTimestamp(9).toLocalDateTime(),
                ended == null ? null : ended.toLocalDateTime()));
      }
    }
    return operations;
  }

  private static String shortened(String message) {
    return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
  }
}
