package org.victimfirst.persistence.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.victimfirst.api.event.Event;
import org.victimfirst.api.event.Outbox;
import org.victimfirst.api.persistence.Ids;

/** Writes events beside what they tell of. */
public final class OutboxTable implements Outbox {
  private static final int MAX_PAYLOAD = 4000;

  private final Ids ids;

  /** The outbox of the database that the callers' connections lead to. */
  public OutboxTable(Ids ids) {
    this.ids = ids;
  }

  @Override
  public void publish(Connection connection, Event event) throws SQLException {
    publish(connection, List.of(event));
  }

  @Override
  public void publish(Connection connection, List<? extends Event> events) throws SQLException {
    long now = System.currentTimeMillis();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO platform.outbox (id, topic, subject_id, payload, published_at)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      for (Event event : events) {
        String payload = EventJson.write(event);
        if (payload.length() > MAX_PAYLOAD) {
          throw new IllegalArgumentException(
              "An event carries ids, codes and dates only; this one is too long: "
                  + event.getClass().getName());
        }
        insert.setLong(1, ids.next());
        insert.setString(2, Topic.of(event.getClass()));
        insert.setLong(3, event.subjectId());
        insert.setString(4, payload);
        insert.setLong(5, now);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
