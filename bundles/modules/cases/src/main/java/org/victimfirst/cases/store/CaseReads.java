package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.References;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CaseFilter;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.CaseRow;
import org.victimfirst.cases.domain.Consent;
import org.victimfirst.cases.domain.HistoryEntry;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.Note;
import org.victimfirst.cases.domain.OutcomeChoice;
import org.victimfirst.cases.domain.PermissionEntry;
import org.victimfirst.cases.domain.Permissions;
import org.victimfirst.cases.domain.PersonSearch;
import org.victimfirst.cases.domain.SearchResult;
import org.victimfirst.cases.store.CaseSql.Line;
import org.victimfirst.cases.store.Rows.Dated;

/** Reads cases, and records that somebody did. */
@Component
public final class CaseReads implements CaseFiles {
  private static final String CASES = "cases";
  private static final Comparator<Note> OLDEST_FIRST =
      Comparator.comparing(Note::writtenAt).thenComparing(Note::id);

  private final Database database;
  private final AreaProfiles profiles;
  private final Audit audit;
  private final References references;
  private final ClosureFacts closure;
  private final LocalClock clock;

  @Activate
  public CaseReads(
      @Reference(target = "(victimfirst.module=cases)") Database database,
      @Reference AreaProfiles profiles,
      @Reference Audit audit,
      @Reference References references,
      @Reference ClosureFacts closure) {
    this(database, profiles, audit, references, closure, new LocalClock());
  }

  CaseReads(
      Database database,
      AreaProfiles profiles,
      Audit audit,
      References references,
      ClosureFacts closure,
      LocalClock clock) {
    this.database = database;
    this.profiles = profiles;
    this.audit = audit;
    this.references = references;
    this.closure = closure;
    this.clock = clock;
  }

  @Override
  public Optional<CaseFile> find(Call call, long caseId) {
    call.actor().require(CasePermissions.READ);
    AreaProfile profile = profiles.current();
    Optional<CaseFile> found =
        database.read(
            connection ->
                Optional.ofNullable(CaseFileSql.find(connection, profile, clock, caseId)));
    if (found.isPresent()) {
      audit.record(call, "cases.case.read", "case", caseId, Map.of());
    }
    return found;
  }

  @Override
  public Paged<CaseRow> list(Call call, CaseFilter filter, int page, int size) {
    call.actor().require(CasePermissions.READ);
    AreaProfile profile = profiles.current();
    int rows = Math.max(1, Math.min(size, Paged.MAX_SIZE));
    Paged<CaseRow> list =
        database.read(connection -> page(connection, profile, filter, Math.max(1, page), rows));
    audit.record(call, "cases.list.read", "case", 0, Shown.of(CASES, ids(list.items())));
    return list;
  }

  @Override
  public long count(Call call, CaseFilter filter) {
    call.actor().require(CasePermissions.READ);
    FilterSql conditions = conditions(profiles.current(), filter);
    return database.read(connection -> count(connection, conditions));
  }

  private FilterSql conditions(AreaProfile profile, CaseFilter filter) {
    return new FilterSql(filter, clock.today(), Permissions.validDays(profile));
  }

  private static long count(Connection connection, FilterSql conditions) throws SQLException {
    try (PreparedStatement count =
        connection.prepareStatement("SELECT COUNT(*)" + conditions.from() + conditions.where())) {
      bind(count, conditions.values());
      try (ResultSet row = count.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private static List<Long> ids(List<CaseRow> rows) {
    return rows.stream().map(row -> row.summary().id()).toList();
  }

  @Override
  public List<CaseRow> rows(Call call, List<Long> caseIds) {
    call.actor().require(CasePermissions.READ);
    if (caseIds.isEmpty()) {
      return List.of();
    }
    AreaProfile profile = profiles.current();
    List<CaseRow> rows =
        database.read(
            connection ->
                CaseSql.rows(connection, CaseSql.lines(connection, profile, caseIds), clock));
    audit.record(call, "cases.list.read", "case", 0, Shown.of(CASES, ids(rows)));
    return rows;
  }

  private Paged<CaseRow> page(
      Connection connection, AreaProfile profile, CaseFilter filter, int page, int size)
      throws SQLException {
    FilterSql conditions = conditions(profile, filter);
    long total = count(connection, conditions);
    // Sorted are ids only: whole rows are read for what the page shows.
    List<Long> shown = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT c.id"
                + conditions.from()
                + conditions.where()
                + conditions.order()
                + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY")) {
      int index = bind(select, conditions.values());
      select.setInt(index, Paged.offset(page, size));
      select.setInt(index + 1, size);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          shown.add(row.getLong(1));
        }
      }
    }
    List<Line> lines = CaseSql.lines(connection, profile, shown);
    return new Paged<>(CaseSql.rows(connection, lines, clock), page, size, total);
  }

  @Override
  public SearchResult search(Call call, PersonSearch search) {
    call.actor().require(CasePermissions.SEARCH);
    new Checks().atMost(search.text(), PersonSearch.MAX_LENGTH, "find").done();
    AreaProfile profile = profiles.current();
    SearchResult result =
        database.read(
            connection -> new SearchSql(connection, profile).find(search, references, clock));
    Map<String, String> found = Shown.of(CASES, ids(result.rows()));
    found.put("how", result.how());
    audit.record(call, "cases.search", "case", 0, found);
    return result;
  }

  private static <T> T there(Connection connection, long caseId, Sql<T> read) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM cases.support_case WHERE id = ?")) {
      select.setLong(1, caseId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw ProblemException.notFound("There is no such case.");
        }
      }
    }
    return read.of(connection);
  }

  /** Reads something of a case. */
  private interface Sql<T> {
    T of(Connection connection) throws SQLException;
  }

  @Override
  public List<Note> notes(Call call, long caseId) {
    call.actor().require(CasePermissions.READ);
    List<Note> notes =
        database.read(connection -> there(connection, caseId, c -> notes(c, caseId)));
    audit.record(call, "cases.notes.read", "case", caseId, Map.of());
    return notes;
  }

  static List<Note> notes(Connection connection, long caseId) throws SQLException {
    Map<Long, List<Note>> amendments = new LinkedHashMap<>();
    List<Note> firsts = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, amends_id, body, written_by, written_at FROM cases.case_note"
                + " WHERE case_id = ?")) {
      select.setLong(1, caseId);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Note note =
              new Note(
                  row.getLong("id"),
                  row.getString("body"),
                  row.getString("written_by"),
                  Rows.timeThere(row, "written_at"),
                  List.of());
          long amends = row.getLong("amends_id");
          (amends == 0 ? firsts : amendments.computeIfAbsent(amends, id -> new ArrayList<>()))
              .add(note);
        }
      }
    }
    return firsts.stream()
        .sorted(OLDEST_FIRST)
        .map(
            note ->
                new Note(
                    note.id(),
                    note.body(),
                    note.writtenBy(),
                    note.writtenAt(),
                    amendments.getOrDefault(note.id(), List.of()).stream()
                        .sorted(OLDEST_FIRST)
                        .toList()))
        .toList();
  }

  @Override
  public List<HistoryEntry> history(Call call, long caseId) {
    call.actor().require(CasePermissions.READ);
    List<HistoryEntry> history =
        database.read(connection -> there(connection, caseId, c -> history(c, caseId)));
    audit.record(call, "cases.history.read", "case", caseId, Map.of());
    return history;
  }

  static List<HistoryEntry> history(Connection connection, long caseId) throws SQLException {
    List<Dated<HistoryEntry>> history = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, kind, value_before, value_after, reason, done_by, done_at"
                + " FROM cases.case_event WHERE case_id = ?")) {
      select.setLong(1, caseId);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          HistoryEntry entry =
              new HistoryEntry(
                  row.getString("kind"),
                  Rows.text(row, "value_before"),
                  Rows.text(row, "value_after"),
                  Rows.text(row, "reason"),
                  row.getString("done_by"),
                  Rows.timeThere(row, "done_at"));
          history.add(new Dated<>(entry.at(), row.getLong("id"), entry));
        }
      }
    }
    return Rows.oldestFirst(history);
  }

  @Override
  public List<Consent> consents(Call call, long caseId) {
    call.actor().require(CasePermissions.READ);
    List<Consent> consents =
        database.read(connection -> there(connection, caseId, c -> CaseSql.consents(c, caseId)));
    audit.record(call, "cases.consents.read", "case", caseId, Map.of());
    return consents;
  }

  @Override
  public List<PermissionEntry> permissionHistory(Call call, long caseId) {
    call.actor().require(CasePermissions.READ);
    AreaProfile profile = profiles.current();
    List<PermissionEntry> entries =
        database.read(
            connection -> {
              Line line = CaseSql.find(connection, profile, caseId);
              if (line == null) {
                throw ProblemException.notFound("There is no such case.");
              }
              long person = line.summary().personId();
              List<PermissionEntry> all = new ArrayList<>(line.told());
              all.addAll(
                  CaseSql.permissions(connection, List.of(person), false)
                      .getOrDefault(person, List.of()));
              all.sort(Comparator.comparing(PermissionEntry::recordedAt).reversed());
              return all;
            });
    audit.record(call, "cases.safe-contact.read", "case", caseId, Map.of());
    return entries;
  }

  @Override
  public List<OutcomeChoice> outcomes(Call call, long caseId) {
    call.actor().require(CasePermissions.READ);
    AreaProfile profile = profiles.current();
    List<OutcomeChoice> choices =
        database.read(
            connection -> {
              CaseFile file = CaseFileSql.find(connection, profile, clock, caseId);
              if (file == null) {
                throw ProblemException.notFound("There is no such case.");
              }
              return closure.choices(connection, profile, clock.today(), file);
            });
    audit.record(call, "cases.outcomes.read", "case", caseId, Map.of());
    return choices;
  }

  @Override
  public List<String> caseworkers(Call call) {
    call.actor().require(CasePermissions.READ);
    return database.read(
        connection -> {
          List<String> logins = new ArrayList<>();
          // In the order of an index, which Derby then reads without the cases.
          try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT DISTINCT caseworker FROM cases.support_case WHERE status = 'open'"
                          + " ORDER BY caseworker");
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              logins.add(row.getString(1));
            }
          }
          logins.removeIf(String::isEmpty);
          return logins;
        });
  }

  @Override
  public List<Workload> workloads(Call call) {
    call.actor().require(CasePermissions.READ);
    return database.read(
        connection -> {
          List<Workload> workloads = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT caseworker, COUNT(*), SUM(CASE WHEN next_action_on <= ? THEN 1 ELSE 0 END)"
                      + " FROM cases.support_case WHERE status = 'open' GROUP BY caseworker"
                      + " ORDER BY caseworker")) {
            Rows.set(select, 1, clock.today());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                workloads.add(
                    new Workload(
                        Objects.requireNonNullElse(row.getString(1), ""),
                        row.getLong(2),
                        row.getLong(3)));
              }
            }
          }
          return workloads;
        });
  }

  private static int bind(PreparedStatement statement, List<Object> values) throws SQLException {
    int index = 1;
    for (Object value : values) {
      Rows.bind(statement, index++, value);
    }
    return index;
  }
}
