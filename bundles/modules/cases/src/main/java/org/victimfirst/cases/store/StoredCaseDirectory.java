package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.cases.CaseDirectory;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.api.cases.LegacyCase;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.security.Colleagues;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.CaseRow;
import org.victimfirst.cases.domain.LegacyCases;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.StaffNames;
import org.victimfirst.cases.store.CaseSql.Line;

/** Finds cases for other modules and for the head of case pages. */
@Component
@VictimFirstModule(module = "cases")
public final class StoredCaseDirectory implements CaseDirectory {
  private static final String NO_SUPPORT = "none";
  private static final Map<String, String> HIDDEN = Map.of("hidden", "yes");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final Database database;
  private final AreaProfiles profiles;
  private final Audit audit;
  private final LegacyCases legacyCases;
  private final Colleagues colleagues;
  private final LocalClock clock;

  @Activate
  public StoredCaseDirectory(
      @Reference(target = "(victimfirst.module=cases)") Database database,
      @Reference AreaProfiles profiles,
      @Reference Audit audit,
      @Reference LegacyCases legacyCases,
      @Reference Colleagues colleagues) {
    this(database, profiles, audit, legacyCases, colleagues, new LocalClock());
  }

  StoredCaseDirectory(
      Database database,
      AreaProfiles profiles,
      Audit audit,
      LegacyCases legacyCases,
      Colleagues colleagues,
      LocalClock clock) {
    this.database = database;
    this.profiles = profiles;
    this.audit = audit;
    this.legacyCases = legacyCases;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  @Override
  public Optional<CaseSummary> find(Call call, long caseId) {
    if (!call.actor().may(CasePermissions.READ)) {
      return Optional.empty();
    }
    Optional<CaseSummary> found = line(caseId).map(Line::summary);
    if (found.isPresent()) {
      audit.record(call, "cases.case.looked-up", "case", caseId, Map.of());
    }
    return found;
  }

  private Optional<Line> line(long caseId) {
    AreaProfile profile = profiles.current();
    return database.read(
        connection -> Optional.ofNullable(CaseSql.find(connection, profile, caseId)));
  }

  @Override
  public List<CaseSummary> find(Call call, Collection<Long> caseIds) {
    return several(
        call,
        caseIds,
        Map.of(),
        (connection, lines) -> lines.stream().map(Line::summary).toList(),
        CaseSummary::id);
  }

  @Override
  public List<CaseHead> heads(Call call, Collection<Long> caseIds, boolean hidePersonalDetails) {
    AreaProfile profile = profiles.current();
    StaffNames staff = StaffNames.of(colleagues);
    return several(
        call,
        caseIds,
        hidePersonalDetails ? HIDDEN : Map.of(),
        (connection, lines) ->
            CaseSql.rows(connection, lines, clock).stream()
                .map(row -> head(profile, staff, row, hidePersonalDetails))
                .toList(),
        head -> head.summary().id());
  }

  /** Makes something of lines. */
  @FunctionalInterface
  private interface Making<T> {
    List<T> of(Connection connection, List<Line> lines) throws SQLException;
  }

  private <T> List<T> several(
      Call call,
      Collection<Long> caseIds,
      Map<String, String> how,
      Making<T> making,
      Function<T, Long> id) {
    if (!call.actor().may(CasePermissions.READ) || caseIds.isEmpty()) {
      return List.of();
    }
    List<Long> wanted = List.copyOf(new LinkedHashSet<>(caseIds));
    AreaProfile profile = profiles.current();
    Map<Long, T> found = new LinkedHashMap<>();
    // A record of the audit names no more than a page holds.
    for (int from = 0; from < wanted.size(); from += Paged.MAX_SIZE) {
      List<Long> part = wanted.subList(from, Math.min(from + Paged.MAX_SIZE, wanted.size()));
      Map<Long, T> shown = new LinkedHashMap<>();
      database
          .read(connection -> making.of(connection, CaseSql.lines(connection, profile, part)))
          .forEach(one -> shown.put(id.apply(one), one));
      Map<String, String> details = new HashMap<>(how);
      details.putAll(Shown.of("cases", shown.keySet()));
      audit.record(call, "cases.list.looked-up", "case", 0, details);
      found.putAll(shown);
    }
    return caseIds.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  @Override
  public Map<String, LegacyCase> legacy(Connection connection, Collection<String> legacyKeys)
      throws SQLException {
    return legacyCases.find(connection, legacyKeys);
  }

  @Override
  public Optional<CaseHead> head(Call call, long caseId, boolean hidePersonalDetails) {
    if (!call.actor().may(CasePermissions.READ)) {
      return Optional.empty();
    }
    AreaProfile profile = profiles.current();
    Optional<CaseRow> found =
        database.read(
            connection -> {
              Line line = CaseSql.find(connection, profile, caseId);
              return line == null
                  ? Optional.<CaseRow>empty()
                  : Optional.of(CaseSql.rows(connection, List.of(line), clock).get(0));
            });
    found.ifPresent(
        row ->
            audit.record(
                call, "cases.case.read", "case", caseId, hidePersonalDetails ? HIDDEN : Map.of()));
    return found.map(row -> head(profile, StaffNames.of(colleagues), row, hidePersonalDetails));
  }

  private static CaseHead head(AreaProfile profile, StaffNames staff, CaseRow row, boolean hide) {
    CaseSummary summary = hide ? hidden(row.summary()) : row.summary();
    SafeContact contact = hide ? row.safeContact().withoutNotes() : row.safeContact();
    List<String> facts = new ArrayList<>();
    String level = summary.supportLevel();
    if (level != null && !level.equals(NO_SUPPORT)) {
      facts.add(profile.list("support_level").label(level) + " support");
    }
    facts.add(
        summary.caseworker().isEmpty()
            ? "No caseworker yet"
            : "Caseworker " + staff.of(summary.caseworker()));
    LocalDateTime closed = summary.closedAt();
    facts.add(
        closed == null
            ? "Open since " + DAY.format(summary.openedAt())
            : "Closed on " + DAY.format(closed));
    return new CaseHead(summary, facts, contact, hide);
  }

  private static CaseSummary hidden(CaseSummary open) {
    return new CaseSummary(
        open.id(),
        open.personId(),
        open.reference(),
        PersonDetails.initials(open.personName()),
        open.occurrenceType(),
        open.status(),
        open.supportLevel(),
        open.caseworker(),
        open.openedAt(),
        open.closedAt(),
        open.closureOutcome());
  }
}
