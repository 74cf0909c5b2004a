package org.victimfirst.persistence.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.victimfirst.persistence.pool.Pool;

/** How far a handler has got; leased, so that one node delivers to it at a time. */
final class PositionTable {
  private static final long LEASE_MILLIS = 30_000;
  private static final String DUPLICATE = "23505";

  private final Pool pool;
  private final String holder;
  private final String module;
  private final String handlerClass;
  private final String topic;

  PositionTable(Pool pool, String holder, String module, String handlerClass, String topic) {
    this.pool = pool;
    this.holder = holder;
    this.module = module;
    this.handlerClass = handlerClass;
    this.topic = topic;
  }

  /**
   * Makes the row of a handler that was never seen: it begins with the oldest event that is kept.
   */
  void ensure() throws SQLException {
    try {
      pool.own(
          connection -> {
            if (position(connection).isEmpty()) {
              insert(connection);
            }
            return module;
          });
    } catch (SQLException e) {
      if (!DUPLICATE.equals(e.getSQLState())) {
        throw e;
      }
    }
  }

  private void insert(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO platform.event_position"
                + " (module_name, handler_class, topic, delivered_to, holder, lease_until)"
                + " VALUES (?, ?, ?, 0, '', 0)")) {
      insert.setString(1, module);
      insert.setString(2, handlerClass);
      insert.setString(3, topic);
      insert.executeUpdate();
    }
  }

  /** The position, when this node holds the lease or now gets it. */
  OptionalLong lease() throws SQLException {
    return pool.own(
        connection -> {
          long now = pool.clock(connection);
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE platform.event_position SET holder = ?, lease_until = ?"
                      + " WHERE module_name = ? AND handler_class = ?"
                      + " AND (holder = ? OR lease_until < ?)")) {
            update.setString(1, holder);
            update.setLong(2, now + LEASE_MILLIS);
            update.setString(3, module);
            update.setString(4, handlerClass);
            update.setString(5, holder);
            update.setLong(6, now);
            if (update.executeUpdate() == 0) {
              return OptionalLong.empty();
            }
          }
          return position(connection);
        });
  }

  private OptionalLong position(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT delivered_to FROM platform.event_position"
                + " WHERE module_name = ? AND handler_class = ?")) {
      select.setString(1, module);
      select.setString(2, handlerClass);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  /**
   * Notes what was delivered and renews the lease.
   *
   * @return false when another node has the lease
   */
  boolean save(long deliveredTo, boolean giveBack) throws SQLException {
    return pool.own(
        connection -> {
          long until = giveBack ? 0 : pool.clock(connection) + LEASE_MILLIS;
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE platform.event_position SET delivered_to = ?, lease_until = ?"
                      + " WHERE module_name = ? AND handler_class = ? AND holder = ?")) {
            update.setLong(1, deliveredTo);
            update.setLong(2, until);
            update.setString(3, module);
            update.setString(4, handlerClass);
            update.setString(5, holder);
            return update.executeUpdate() == 1;
          }
        });
  }
}
