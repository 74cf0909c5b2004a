package org.victimfirst.security.internal.audit;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.security.internal.domain.AuditLog;
import org.victimfirst.security.internal.domain.AuditRow;
import org.victimfirst.security.internal.jdbc.Sql;

/** Reads the audit by pages. */
@Component
public class StoredAuditLog implements AuditLog {
  private final Database database;

  /** Wired by Declarative Services. */
  @Activate
  public StoredAuditLog(@Reference(target = "(victimfirst.module=security)") Database database) {
    this.database = database;
  }

  @Override
  public Paged<AuditRow> page(Filter filter, int page, int size) {
    Where where = Where.of(filter);
    List<Object> parameters = new ArrayList<>(where.parameters());
    parameters.add(Paged.offset(page, size));
    parameters.add(size);
    return database.read(
        connection -> {
          Sql sql = new Sql(connection);
          long total =
              sql.number(
                  "SELECT COUNT(*) FROM security.audit_entry" + where.clause(),
                  where.parameters().toArray());
          List<AuditRow> rows =
              sql.list(
                  AuditTable.COLUMNS
                      + where.clause()
                      + " ORDER BY id DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                  AuditTable::row,
                  parameters.toArray());
          return new Paged<>(rows, page, size, total);
        });
  }

  /** Conditions: constant text, values as parameters. */
  private record Where(String clause, List<Object> parameters) {
    static Where of(Filter filter) {
      List<String> conditions = new ArrayList<>();
      List<Object> parameters = new ArrayList<>();
      filter
          .from()
          .ifPresent(day -> add(conditions, parameters, "happened_at >= ?", day.atStartOfDay()));
      filter
          .to()
          .ifPresent(
              day ->
                  add(conditions, parameters, "happened_at < ?", day.plusDays(1).atStartOfDay()));
      filter.actor().ifPresent(login -> add(conditions, parameters, "actor_login = ?", login));
      filter
          .action()
          .ifPresent(
              action ->
                  add(
                      conditions,
                      parameters,
                      "action LIKE ?",
                      action.replaceAll("[%_\\\\]", "") + "%"));
      filter.subjectType().ifPresent(type -> add(conditions, parameters, "subject_type = ?", type));
      filter.subjectId().ifPresent(id -> add(conditions, parameters, "subject_id = ?", id));
      return new Where(
          conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions), parameters);
    }

    private static void add(
        List<String> conditions, List<Object> parameters, String condition, Object value) {
      conditions.add(condition);
      parameters.add(value);
    }
  }
}
