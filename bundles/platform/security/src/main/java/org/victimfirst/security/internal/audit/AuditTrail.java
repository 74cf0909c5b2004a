package org.victimfirst.security.internal.audit;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.security.internal.domain.AuditRow;
import org.victimfirst.security.internal.domain.AuditTime;
import org.victimfirst.security.internal.jdbc.Sql;

/** Writes the audit: one insert for each record, with the hash of what it holds. */
@Component(service = {Audit.class, AuditTrail.class})
public class AuditTrail implements Audit {
  private static final int LONGEST_DETAILS = 8000;

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final LongAdder written = new LongAdder();

  /** Wired by Declarative Services. */
  @Activate
  public AuditTrail(
      @Reference(target = "(victimfirst.module=security)") Database database, @Reference Ids ids) {
    this(database, ids, Clock.systemUTC());
  }

  AuditTrail(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void record(
      Connection connection,
      Call call,
      String action,
      String subjectType,
      long subjectId,
      Map<String, String> details)
      throws SQLException {
    new AuditTable(connection).insert(row(call, action, subjectType, subjectId, details));
  }

  @Override
  public void record(
      Call call, String action, String subjectType, long subjectId, Map<String, String> details) {
    AuditRow row = row(call, action, subjectType, subjectId, details);
    Sql.change(
        database,
        connection -> {
          new AuditTable(connection).insert(row);
        });
  }

  /** How many rows were written here; the sealer looks at once when it grows. */
  long written() {
    return written.sum();
  }

  private AuditRow row(
      Call call, String action, String subjectType, long subjectId, Map<String, String> details) {
    written.increment();
    Actor actor = call.actor();
    AuditRow open =
        new AuditRow(
            ids.next(),
            AuditTime.now(clock),
            actor.id(),
            cut(actor.login(), 120),
            actor.kind().name().toLowerCase(Locale.ROOT),
            cut(call.origin(), 64),
            cut(call.requestId(), 64),
            action,
            subjectType,
            subjectId,
            json(details),
            "");
    return new AuditRow(
        open.id(),
        open.time(),
        open.actorId(),
        open.actorLogin(),
        open.actorKind(),
        open.origin(),
        open.requestId(),
        open.action(),
        open.subjectType(),
        open.subjectId(),
        open.details(),
        RowHash.of(open));
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  private static String json(Map<String, String> details) {
    StringBuilder json = new StringBuilder("{");
    new TreeMap<>(details)
        .forEach(
            (key, value) -> {
              json.append(json.length() > 1 ? "," : "");
              quote(json, key);
              json.append(':');
              quote(json, value);
            });
    json.append('}');
    if (json.length() > LONGEST_DETAILS) {
      throw new IllegalArgumentException(
          "Details of an audit record are codes and ids, "
              + LONGEST_DETAILS
              + " characters at most");
    }
    return json.toString();
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, json);
    json.append('"');
  }
}
