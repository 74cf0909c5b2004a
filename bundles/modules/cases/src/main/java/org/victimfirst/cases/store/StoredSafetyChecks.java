package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.RecentIncident;
import org.victimfirst.cases.domain.SafetyCheck;
import org.victimfirst.cases.domain.SafetyChecks;

/** Finds what Today tells about safe contact, and records whose names were given. */
@Component
public final class StoredSafetyChecks implements SafetyChecks {
  private final Database database;
  private final AreaProfiles profiles;
  private final Audit audit;
  private final LocalClock clock;

  @Activate
  public StoredSafetyChecks(
      @Reference(target = "(victimfirst.module=cases)") Database database,
      @Reference AreaProfiles profiles,
      @Reference Audit audit) {
    this(database, profiles, audit, new LocalClock());
  }

  StoredSafetyChecks(Database database, AreaProfiles profiles, Audit audit, LocalClock clock) {
    this.database = database;
    this.profiles = profiles;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<RecentIncident> incidents(Call call) {
    call.actor().require(CasePermissions.READ);
    call.actor().require(CasePermissions.ASSIGN);
    AreaProfile profile = profiles.current();
    LocalDateTime since = clock.today().minusDays(DAYS).atStartOfDay();
    List<RecentIncident> incidents =
        database.read(connection -> incidents(connection, profile, since));
    record(
        call,
        "cases.incidents.read",
        incidents.stream().map(incident -> incident.summary().id()).distinct().toList());
    return incidents;
  }

  private static List<RecentIncident> incidents(
      Connection connection, AreaProfile profile, LocalDateTime since) throws SQLException {
    List<Found> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT case_id, safe_channel, recorded_at, recorded_by FROM cases.contact_incident"
                + " WHERE recorded_at >= ? ORDER BY recorded_at DESC, id DESC"
                + " FETCH FIRST ? ROWS ONLY")) {
      Rows.set(select, 1, since);
      select.setInt(2, Paged.MAX_SIZE);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Found(
                  row.getLong("case_id"),
                  row.getString("safe_channel"),
                  Rows.timeThere(row, "recorded_at"),
                  row.getString("recorded_by")));
        }
      }
    }
    Map<Long, CaseSummary> cases = new HashMap<>();
    List<Long> ids = found.stream().map(Found::caseId).distinct().toList();
    CaseSql.lines(connection, profile, ids)
        .forEach(line -> cases.put(line.summary().id(), line.summary()));
    List<RecentIncident> incidents = new ArrayList<>(found.size());
    for (Found one : found) {
      CaseSummary summary = cases.get(one.caseId());
      if (summary != null) {
        incidents.add(new RecentIncident(summary, one.channel(), one.at(), one.by()));
      }
    }
    return incidents;
  }

  private record Found(long caseId, String channel, LocalDateTime at, String by) {}

  @Override
  public Paged<SafetyCheck> toCheck(Call call, int most) {
    call.actor().require(CasePermissions.READ);
    AreaProfile profile = profiles.current();
    String login = call.actor().ownLogin();
    List<SafetyCheck> checks = database.read(connection -> checks(connection, profile, login));
    List<SafetyCheck> shown = checks.stream().limit(most).toList();
    record(
        call,
        "cases.safe-contact.listed",
        shown.stream().map(check -> check.summary().id()).toList());
    return new Paged<>(shown, 1, most, checks.size());
  }

  private List<SafetyCheck> checks(Connection connection, AreaProfile profile, String login)
      throws SQLException {
    List<Long> own = own(connection, login);
    List<SafetyCheck> checks = new ArrayList<>();
    for (int from = 0; from < own.size(); from += Paged.MAX_SIZE) {
      List<Long> part = own.subList(from, Math.min(from + Paged.MAX_SIZE, own.size()));
      CaseSql.inForce(connection, CaseSql.lines(connection, profile, part))
          .forEach(
              (line, permissions) ->
                  SafetyCheck.of(line.summary(), permissions, clock.today())
                      .ifPresent(checks::add));
    }
    checks.sort(SafetyCheck.URGENT_FIRST);
    return checks;
  }

  private static List<Long> own(Connection connection, String login) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id FROM cases.support_case WHERE status = 'open' AND caseworker = ?")) {
      select.setString(1, login);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
    }
    return ids;
  }

  private void record(Call call, String action, List<Long> cases) {
    if (!cases.isEmpty()) {
      audit.record(call, action, "case", 0, Shown.of("cases", cases));
    }
  }
}
