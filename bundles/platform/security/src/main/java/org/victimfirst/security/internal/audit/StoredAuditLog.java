package org.victimfirst.security.internal.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.security.internal.domain.AuditLog;
import org.victimfirst.security.internal.domain.AuditRow;
import org.victimfirst.security.internal.domain.AuditTime;
import org.victimfirst.security.internal.jdbc.Sql;

/** Reads the audit by pages. */
@Component
public class StoredAuditLog implements AuditLog {
  /** The hour that came twice in rows with local time, and clocks of nodes that differ. */
  private static final Duration SLACK = Duration.ofHours(2);

  private final Database database;

  /** Wired by Declarative Services. */
  @Activate
  public StoredAuditLog(@Reference(target = "(victimfirst.module=security)") Database database) {
    this.database = database;
  }

  @Override
  public Paged<AuditRow> page(Filter filter, int page, int size) {
    return database.read(
        connection -> {
          Sql sql = new Sql(connection);
          Where where = Where.of(filter, sql);
          List<Object> parameters = new ArrayList<>(where.parameters());
          parameters.add(Paged.offset(page, size));
          parameters.add(size);
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
    static Where of(Filter filter, Sql sql) throws SQLException {
      List<String> conditions = new ArrayList<>();
      List<Object> parameters = new ArrayList<>();
      if (filter.from().isPresent()) {
        Instant from = begin(filter.from().get());
        add(conditions, parameters, "id >= ?", firstIdSince(sql, from.minus(SLACK)));
        conditions.add("(happened_ms >= ? OR happened_at >= ?)");
        parameters.addAll(List.of(from.toEpochMilli(), AuditTime.asLocalClock(from)));
      }
      if (filter.to().isPresent()) {
        Instant to = begin(filter.to().get().plusDays(1));
        add(conditions, parameters, "id < ?", firstIdSince(sql, to.plus(SLACK)));
        conditions.add("(happened_ms < ? OR happened_at < ?)");
        parameters.addAll(List.of(to.toEpochMilli(), AuditTime.asLocalClock(to)));
      }
      filter.actor().ifPresent(login -> add(conditions, parameters, "actor_login = ?", login));
      filter.actorId().ifPresent(id -> add(conditions, parameters, "actor_id = ?", id));
      filter
          .action()
          .ifPresent(
              action ->
                  add(conditions, parameters, "action " + Sql.LIKE, Sql.literal(action) + "%"));
      filter.subjectType().ifPresent(type -> add(conditions, parameters, "subject_type = ?", type));
      filter.subjectId().ifPresent(id -> add(conditions, parameters, "subject_id = ?", id));
      return new Where(
          conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions), parameters);
    }

    private static Instant begin(LocalDate day) {
      return day.atStartOfDay(AuditTime.ZONE).toInstant();
    }

    /** Ids are in the order of time: halving what is left finds the place in some sixty steps. */
    private static long firstIdSince(Sql sql, Instant moment) throws SQLException {
      long low = 0;
      long high = Long.MAX_VALUE;
      while (low < high) {
        long middle = low + (high - low) / 2;
        Optional<AuditTime> there =
            sql.first(
                """
                SELECT happened_ms, happened_at FROM security.audit_entry WHERE id >= ?
                ORDER BY id OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY""",
                row -> AuditTable.time(row, 1),
                middle);
        if (there.isEmpty() || !there.get().instant().isBefore(moment)) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }

    private static void add(
        List<String> conditions, List<Object> parameters, String condition, Object value) {
      conditions.add(condition);
      parameters.add(value);
    }
  }
}
