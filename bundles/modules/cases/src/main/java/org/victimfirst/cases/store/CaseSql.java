package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.cases.domain.CaseRow;
import org.victimfirst.cases.domain.Consent;
import org.victimfirst.cases.domain.ContactAttempt;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.NextAction;
import org.victimfirst.cases.domain.PermissionEntry;
import org.victimfirst.cases.domain.Permissions;
import org.victimfirst.cases.domain.ReferrerAnswers;
import org.victimfirst.cases.domain.Told;
import org.victimfirst.cases.store.Rows.Dated;

/** The selects that several readers share, and how their rows are read. */
final class CaseSql {
  /** The columns of a case in a line, from {@link #LINE_FROM}. */
  static final String LINE_COLUMNS =
      "c.id, c.person_id, c.reference, p.first_name, p.last_name, c.occurrence_type, c.status,"
          + " c.support_level, c.caseworker, c.opened_at, c.closed_at, c.closure_outcome, c.source,"
          + " c.next_action, c.next_action_on, p.safe_to_leave_message, p.safe_to_write,"
          + " p.preferred_contact, p.message_told_at, p.write_told_at, p.preferred_told_at,"
          + " p.contact_rule";

  static final String LINE_FROM =
      " FROM cases.support_case c JOIN cases.person p ON p.id = c.person_id";

  private static final int AT_ONCE = 50;
  private static final String LINES =
      "SELECT " + LINE_COLUMNS + LINE_FROM + " WHERE c.id IN (" + marks(AT_ONCE) + ")";

  private CaseSql() {}

  /** A case in a line, with what a referrer told about safe contact. */
  record Line(
      CaseSummary summary,
      String source,
      NextAction next,
      List<PermissionEntry> told,
      String contactRule) {}

  static Line line(ResultSet row, AreaProfile profile) throws SQLException {
    return new Line(
        summary(row),
        row.getString("source"),
        new NextAction(Rows.text(row, "next_action"), Rows.date(row, "next_action_on")),
        told(row, profile),
        Rows.text(row, "contact_rule"));
  }

  static CaseSummary summary(ResultSet row) throws SQLException {
    return new CaseSummary(
        row.getLong("id"),
        row.getLong("person_id"),
        row.getString("reference"),
        (row.getString("first_name") + " " + row.getString("last_name")).strip(),
        row.getString("occurrence_type"),
        row.getString("status"),
        row.getString("support_level"),
        row.getString("caseworker"),
        Rows.timeThere(row, "opened_at"),
        Rows.time(row, "closed_at"),
        row.getString("closure_outcome"));
  }

  static List<PermissionEntry> told(ResultSet row, AreaProfile profile) throws SQLException {
    return ReferrerAnswers.read(
        new Told(row.getString("safe_to_leave_message"), Rows.time(row, "message_told_at")),
        new Told(row.getString("safe_to_write"), Rows.time(row, "write_told_at")),
        new Told(row.getString("preferred_contact"), Rows.time(row, "preferred_told_at")),
        Permissions.validDays(profile));
  }

  /** Cases in a line each, in the order of their ids; one that is not there is left out. */
  static List<Line> lines(Connection connection, AreaProfile profile, List<Long> caseIds)
      throws SQLException {
    Map<Long, Line> lines = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(LINES)) {
      for (int from = 0; from < caseIds.size(); from += AT_ONCE) {
        // The last id fills the places that are left, so that there is one statement to prepare.
        for (int i = 0; i < AT_ONCE; i++) {
          select.setLong(i + 1, caseIds.get(Math.min(from + i, caseIds.size() - 1)));
        }
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            Line line = line(row, profile);
            lines.put(line.summary().id(), line);
          }
        }
      }
    }
    return caseIds.stream().map(lines::get).filter(Objects::nonNull).toList();
  }

  /** Turns lines into rows of a list: one more statement for all their people. */
  static List<CaseRow> rows(Connection connection, List<Line> lines, LocalClock clock)
      throws SQLException {
    Map<Line, Permissions> inForce = inForce(connection, lines);
    List<CaseRow> rows = new ArrayList<>(lines.size());
    inForce.forEach(
        (line, permissions) ->
            rows.add(
                new CaseRow(
                    line.summary(),
                    line.source(),
                    line.next(),
                    line.summary().open()
                        ? permissions.shownOn(clock.today())
                        : permissions.asGiven())));
    return rows;
  }

  /** What was answered about safe contact in each case, in the same order: one statement. */
  static Map<Line, Permissions> inForce(Connection connection, List<Line> lines)
      throws SQLException {
    Set<Long> people = new LinkedHashSet<>();
    lines.forEach(line -> people.add(line.summary().personId()));
    Map<Long, List<PermissionEntry>> asked = permissions(connection, people, true);
    Map<Line, Permissions> inForce = new LinkedHashMap<>();
    for (Line line : lines) {
      inForce.put(
          line,
          new Permissions(
              asked.getOrDefault(line.summary().personId(), List.of()),
              line.told(),
              line.contactRule()));
    }
    return inForce;
  }

  /** Answers about safe contact by person, oldest first. */
  static Map<Long, List<PermissionEntry>> permissions(
      Connection connection, Collection<Long> people, boolean lastOnly) throws SQLException {
    Map<Long, List<PermissionEntry>> answers = new HashMap<>();
    if (people.isEmpty()) {
      return answers;
    }
    String sql =
        "SELECT id, person_id, channel, answer, note, asked_on, ask_again_by, recorded_by,"
            + " recorded_at, replaced_at FROM cases.contact_permission WHERE person_id IN ("
            + marks(people.size())
            + ")"
            + (lastOnly ? " AND replaced_at IS NULL" : "");
    Map<Long, List<Dated<PermissionEntry>>> found = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int index = 1;
      for (long person : people) {
        select.setLong(index++, person);
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          PermissionEntry entry = permission(rows);
          found
              .computeIfAbsent(rows.getLong("person_id"), person -> new ArrayList<>())
              .add(new Dated<>(entry.recordedAt(), rows.getLong("id"), entry));
        }
      }
    }
    found.forEach((person, entries) -> answers.put(person, Rows.oldestFirst(entries)));
    return answers;
  }

  private static PermissionEntry permission(ResultSet row) throws SQLException {
    return new PermissionEntry(
        row.getString("channel"),
        State.valueOf(row.getString("answer").toUpperCase(Locale.ROOT)),
        Rows.text(row, "note"),
        Rows.dateThere(row, "asked_on"),
        Rows.dateThere(row, "ask_again_by"),
        row.getString("recorded_by"),
        Rows.timeThere(row, "recorded_at"),
        Rows.time(row, "replaced_at"));
  }

  static List<ContactAttempt> attempts(Connection connection, long caseId) throws SQLException {
    List<Dated<ContactAttempt>> attempts = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT a.id, a.attempted_at, a.channel, a.result, a.made_by, a.note, i.id AS incident,"
                + " i.what_happened"
                + " FROM cases.contact_attempt a LEFT JOIN cases.contact_incident i"
                + " ON i.attempt_id = a.id AND i.case_id = a.case_id WHERE a.case_id = ?")) {
      select.setLong(1, caseId);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ContactAttempt attempt =
              new ContactAttempt(
                  row.getLong("id"),
                  Rows.timeThere(row, "attempted_at"),
                  row.getString("channel"),
                  row.getString("result"),
                  row.getString("made_by"),
                  Rows.text(row, "note"),
                  row.getString("incident") != null,
                  Rows.text(row, "what_happened"));
          attempts.add(new Dated<>(attempt.attemptedAt(), attempt.id(), attempt));
        }
      }
    }
    return Rows.oldestFirst(attempts);
  }

  static List<Consent> consents(Connection connection, long caseId) throws SQLException {
    List<Dated<Consent>> consents = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, kind, answer, asked_on, note, recorded_by, recorded_at FROM cases.consent"
                + " WHERE case_id = ?")) {
      select.setLong(1, caseId);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Consent consent =
              new Consent(
                  row.getString("kind"),
                  row.getString("answer"),
                  Rows.dateThere(row, "asked_on"),
                  Rows.text(row, "note"),
                  row.getString("recorded_by"),
                  Rows.timeThere(row, "recorded_at"));
          consents.add(new Dated<>(consent.recordedAt(), row.getLong("id"), consent));
        }
      }
    }
    return Rows.oldestFirst(consents);
  }

  /** One case in a line, or null. */
  static @Nullable Line find(Connection connection, AreaProfile profile, long caseId)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + LINE_COLUMNS + LINE_FROM + " WHERE c.id = ?")) {
      select.setLong(1, caseId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? line(row, profile) : null;
      }
    }
  }

  /** Question marks for a list. */
  static String marks(int count) {
    return "?" + ", ?".repeat(count - 1);
  }

  /** A time that compares as the first moment of a day. */
  static LocalDateTime start(LocalDate day) {
    return day.atStartOfDay();
  }
}
