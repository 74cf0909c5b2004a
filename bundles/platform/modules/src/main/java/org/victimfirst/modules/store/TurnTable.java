package org.victimfirst.modules.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import org.victimfirst.api.persistence.Dialect;

/**
 * Who may work on an order: the one row of {@code modules.turn}, and the leases of the orders. A
 * lease is told by the database's clock, which all nodes share.
 */
public final class TurnTable {
  static final long LEASE_MILLIS = 60_000;

  private final Dialect dialect;
  private final Holder holder;

  /** The turns of one process. */
  public TurnTable(Dialect dialect, Holder holder) {
    this.dialect = dialect;
    this.holder = holder;
  }

  /** Lets nobody else take an order until the transaction ends. */
  public void lock(Connection connection) throws SQLException {
    try (Statement update = connection.createStatement()) {
      update.executeUpdate("UPDATE modules.turn SET taken = taken + 1 WHERE id = 1");
    }
  }

  /** This node works on the order, for a while. */
  public void hold(Connection connection, long id) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE modules.operation SET holder = ?, lease_until = ? WHERE id = ?")) {
      update.setString(1, holder.name());
      update.setLong(2, clock(connection) + LEASE_MILLIS);
      update.setLong(3, id);
      update.executeUpdate();
    }
  }

  /** Ends the orders on which nobody works any more. */
  public void endAbandoned(Connection connection, LocalDateTime now, String message)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE modules.operation SET status = 'failed', message = ?, ended_at = ?"
                + " WHERE status IN ('waiting', 'running') AND lease_until < ?")) {
      update.setString(1, message);
      update.setTimestamp(2, Timestamp.valueOf(now));
      update.setLong(3, clock(connection));
      update.executeUpdate();
    }
  }

  /**
   * Ends the leases of those who have gone for certain: of earlier processes of this node, and in
   * an embedded database, which has one process, of everybody else.
   */
  public void endLeases(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE modules.operation SET lease_until = 0"
                + " WHERE lease_until > 0 AND holder LIKE ? AND holder <> ?")) {
      update.setString(1, dialect == Dialect.DERBY ? "%" : holder.node() + ".%");
      update.setString(2, holder.name());
      update.executeUpdate();
    }
  }

  private long clock(Connection connection) throws SQLException {
    if (dialect == Dialect.DERBY) {
      return System.currentTimeMillis();
    }
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)")) {
      row.next();
      return row.getLong(1);
    }
  }
}
