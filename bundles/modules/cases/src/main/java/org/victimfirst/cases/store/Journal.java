package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.event.Event;
import org.victimfirst.api.event.Outbox;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.cases.domain.LocalClock;

/** Writes down what was done, in the transaction of the act: history, audit, outbox. */
@Component(service = Journal.class)
public final class Journal {
  private final Ids ids;
  private final Audit audit;
  private final Outbox outbox;
  private final LocalClock clock;

  @Activate
  public Journal(@Reference Ids ids, @Reference Audit audit, @Reference Outbox outbox) {
    this(ids, audit, outbox, new LocalClock());
  }

  Journal(Ids ids, Audit audit, Outbox outbox, LocalClock clock) {
    this.ids = ids;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The next id. */
  long id() {
    return ids.next();
  }

  /** The clock that all acts go by. */
  LocalClock clock() {
    return clock;
  }

  void history(
      Connection connection,
      Call call,
      long caseId,
      String kind,
      String before,
      String after,
      String reason)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO cases.case_event (id, case_id, kind, value_before, value_after, reason,"
                + " done_by, done_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, ids.next());
      insert.setLong(2, caseId);
      insert.setString(3, kind);
      insert.setString(4, before);
      insert.setString(5, after);
      insert.setString(6, reason);
      insert.setString(7, call.actor().login());
      Rows.set(insert, 8, clock.now());
      insert.executeUpdate();
    }
  }

  void audit(
      Connection connection, Call call, String action, long caseId, Map<String, String> details)
      throws SQLException {
    audit.record(connection, call, "cases." + action, "case", caseId, details);
  }

  void publish(Connection connection, Event event) throws SQLException {
    outbox.publish(connection, event);
  }
}
