package org.victimfirst.persistence.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.victimfirst.persistence.pool.Pool;

/** Numbers what is in the outbox, hands it out by number, and removes what is old. */
final class EventTable {
  private static final int AT_ONCE = 500;

  private final Pool pool;

  EventTable(Pool pool) {
    this.pool = pool;
  }

  /**
   * Numbers committed events, in the order of their ids. Ids alone would not do: one may be made
   * early and committed late, after a handler has passed it.
   *
   * @return how many were numbered
   */
  int number() throws SQLException {
    if (pool.own(connection -> waiting(connection, 1).isEmpty())) {
      return 0;
    }
    return pool.own(this::numberLocked);
  }

  private int numberLocked(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // One node numbers at a time: the others wait here until it has committed.
      statement.executeUpdate(
          "UPDATE platform.event_sequence SET last_number = last_number WHERE id = 1");
    }
    List<Waiting> waiting = waiting(connection, AT_ONCE);
    long number = lastNumber(connection);
    try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO platform.event"
                    + " (event_number, id, topic, subject_id, payload, published_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?)");
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM platform.outbox WHERE id = ?");
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE platform.event_sequence SET last_number = ? WHERE id = 1")) {
      for (Waiting event : waiting) {
        insert.setLong(1, ++number);
        insert.setLong(2, event.id());
        insert.setString(3, event.topic());
        insert.setLong(4, event.subjectId());
        insert.setString(5, event.payload());
        insert.setLong(6, event.publishedAt());
        insert.addBatch();
        delete.setLong(1, event.id());
        delete.addBatch();
      }
      insert.executeBatch();
      delete.executeBatch();
      update.setLong(1, number);
      update.executeUpdate();
    }
    return waiting.size();
  }

  private static List<Waiting> waiting(Connection connection, int atMost) throws SQLException {
    List<Waiting> waiting = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, topic, subject_id, payload, published_at FROM platform.outbox"
                + " ORDER BY id OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY")) {
      select.setInt(1, atMost);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          waiting.add(
              new Waiting(
                  rows.getLong(1),
                  rows.getString(2),
                  rows.getLong(3),
                  rows.getString(4),
                  rows.getLong(5)));
        }
      }
    }
    return waiting;
  }

  private static long lastNumber(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT last_number FROM platform.event_sequence WHERE id = 1")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The events of a topic after a number, in order. */
  List<Numbered> after(String topic, long number, int atMost) throws SQLException {
    return pool.own(
        connection -> {
          List<Numbered> events = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT event_number, payload FROM platform.event"
                      + " WHERE topic = ? AND event_number > ?"
                      + " ORDER BY event_number OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY")) {
            select.setString(1, topic);
            select.setLong(2, number);
            select.setInt(3, atMost);
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                events.add(new Numbered(rows.getLong(1), rows.getString(2)));
              }
            }
          }
          return events;
        });
  }

  /**
   * Removes events from before a time that every handler ever seen has had.
   *
   * @return how many were removed
   */
  int prune(long before) throws SQLException {
    return pool.own(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM platform.event e WHERE e.published_at < ? AND NOT EXISTS ("
                      + "SELECT 1 FROM platform.event_position p WHERE p.topic = e.topic"
                      + " AND p.delivered_to < e.event_number)")) {
            delete.setLong(1, before);
            return delete.executeUpdate();
          }
        });
  }

  record Numbered(long number, String payload) {}

  private record Waiting(long id, String topic, long subjectId, String payload, long publishedAt) {}
}
