package org.victimfirst.api.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Publishes events in the publisher's own transaction: what is rolled back was never said. */
@ProviderType
public interface Outbox {
  /** Writes the event to the outbox with the caller's transaction. */
  void publish(Connection connection, Event event) throws SQLException;

  /** Writes several at once, for imports. */
  default void publish(Connection connection, List<? extends Event> events) throws SQLException {
    for (Event event : events) {
      publish(connection, event);
    }
  }
}
