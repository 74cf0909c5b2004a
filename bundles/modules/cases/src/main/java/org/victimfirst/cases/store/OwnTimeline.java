package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.cases.TimelineEntry;
import org.victimfirst.api.cases.TimelineSource;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.security.Colleagues;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.Consent;
import org.victimfirst.cases.domain.ContactAttempt;
import org.victimfirst.cases.domain.ContactGate;
import org.victimfirst.cases.domain.HistoryEntry;
import org.victimfirst.cases.domain.Note;
import org.victimfirst.cases.domain.PermissionEntry;
import org.victimfirst.cases.domain.StaffNames;

/** What the cases module itself did: referral, opening, contacts, safe contact, notes, closing. */
@Component
@VictimFirstModule(module = "cases")
public final class OwnTimeline implements TimelineSource {
  private static final Map<String, String> CHANNELS =
      Map.of("phone", "Call", "text", "Text", "email", "Email", "letter", "Letter");
  private static final Set<String> PERSON = Set.of("details", "compared", "demographics");
  private static final Map<String, String> CONSENTS =
      Map.of(
          "service", "Support",
          "share", "Sharing with other services",
          "contact", "Contact afterwards",
          "rj", "Restorative justice");

  private final Database database;
  private final AreaProfiles profiles;
  private final Colleagues colleagues;

  @Activate
  public OwnTimeline(
      @Reference(target = "(victimfirst.module=cases)") Database database,
      @Reference AreaProfiles profiles,
      @Reference Colleagues colleagues) {
    this.colleagues = colleagues;
    this.database = database;
    this.profiles = profiles;
  }

  @Override
  public List<TimelineEntry> entries(Call call, long caseId) {
    if (!call.actor().may(CasePermissions.READ)) {
      return List.of();
    }
    AreaProfile profile = profiles.current();
    StaffNames staff = StaffNames.of(colleagues);
    return database.read(connection -> entries(connection, profile, staff, caseId));
  }

  private static List<TimelineEntry> entries(
      Connection connection, AreaProfile profile, StaffNames staff, long caseId)
      throws SQLException {
    List<TimelineEntry> entries = new ArrayList<>();
    String home = "/cases/" + caseId;
    List<HistoryEntry> history = CaseReads.history(connection, caseId);
    long person = milestones(connection, profile, caseId, history, entries);
    for (ContactAttempt attempt : CaseSql.attempts(connection, caseId)) {
      entries.add(attempt(profile, attempt, home));
    }
    for (HistoryEntry change : history) {
      history(profile, staff, change, home, entries);
    }
    for (PermissionEntry answer :
        CaseSql.permissions(connection, List.of(person), false).getOrDefault(person, List.of())) {
      entries.add(permission(profile, answer, home));
    }
    for (Note note : CaseReads.notes(connection, caseId)) {
      entries.add(new TimelineEntry(note.writtenAt(), "Note", note.writtenBy(), note.body(), home));
      for (Note more : note.amendments()) {
        entries.add(
            new TimelineEntry(
                more.writtenAt(), "Note amended", more.writtenBy(), more.body(), home));
      }
    }
    for (Consent consent : CaseSql.consents(connection, caseId)) {
      entries.add(
          new TimelineEntry(
              consent.recordedAt(),
              "Consent: " + CONSENTS.getOrDefault(consent.kind(), consent.kind()),
              consent.recordedBy(),
              words(consent.answer()) + (consent.note().isEmpty() ? "" : ". " + consent.note()),
              home));
    }
    return entries;
  }

  /** Receipt, opening and closing, as far as the history does not tell them. */
  private static long milestones(
      Connection connection,
      AreaProfile profile,
      long caseId,
      List<HistoryEntry> history,
      List<TimelineEntry> entries)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT c.person_id, c.opened_at, c.closed_at, c.closure_outcome, c.caseworker,"
                + " c.occurrence_type, c.source, r.received_at FROM cases.support_case c"
                + " JOIN cases.referral r ON r.id = c.referral_id WHERE c.id = ?")) {
      select.setLong(1, caseId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return 0;
        }
        entries.add(
            new TimelineEntry(
                Rows.timeThere(row, "received_at"),
                "Referral received",
                "",
                // Who referred can say what happened, so it is among the details, which are hidden.
                profile.list("occurrence_type").label(row.getString("occurrence_type"))
                    + ", referred by "
                    + profile.list("referral_source").label(row.getString("source")),
                ""));
        if (history.stream().noneMatch(change -> change.kind().equals("opened"))) {
          entries.add(
              new TimelineEntry(
                  Rows.timeThere(row, "opened_at"),
                  "Case opened",
                  row.getString("caseworker"),
                  "",
                  ""));
        }
        LocalDateTime closed = Rows.time(row, "closed_at");
        if (closed != null && history.stream().noneMatch(h -> h.kind().equals("closed"))) {
          entries.add(
              new TimelineEntry(
                  closed,
                  "Case closed",
                  row.getString("caseworker"),
                  profile.list("closure_outcome").label(Rows.text(row, "closure_outcome")),
                  ""));
        }
        return row.getLong("person_id");
      }
    }
  }

  private static TimelineEntry attempt(AreaProfile profile, ContactAttempt attempt, String home) {
    String how =
        attempt.channel().equals(ContactGate.IN_PERSON)
            ? "In person"
            : CHANNELS.getOrDefault(
                attempt.channel(), profile.list("contact_channel").label(attempt.channel()));
    String result = profile.list("contact_result").label(attempt.result());
    String title = how + ", " + result.substring(0, 1).toLowerCase(Locale.UK);
    return new TimelineEntry(
        attempt.attemptedAt(),
        title + result.substring(1) + (attempt.incident() ? " (safe-contact incident)" : ""),
        attempt.madeBy(),
        said(attempt),
        home + "/contact");
  }

  private static String said(ContactAttempt attempt) {
    return !attempt.incident() || attempt.note().isEmpty()
        ? attempt.whatHappened() + attempt.note()
        : attempt.whatHappened() + " Note: " + attempt.note();
  }

  private static void history(
      AreaProfile profile,
      StaffNames staff,
      HistoryEntry change,
      String home,
      List<TimelineEntry> entries) {
    String title =
        switch (change.kind()) {
          case "opened" -> "Case opened";
          case "assigned" -> change.after().isEmpty() ? "Caseworker taken off" : "Case assigned";
          case "closed" -> "Case closed";
          case "reopened" -> "Case opened again";
          case "details" -> "Details changed";
          case "compared" -> "Other details of a referral not taken over";
          case "demographics" -> "Equality monitoring answered";
          case "contact_rule" -> "Changed: what to do if somebody else answers";
          default -> "";
        };
    if (title.isEmpty()) {
      return;
    }
    String detail =
        switch (change.kind()) {
          case "closed" -> profile.list("closure_outcome").label(change.after());
          case "assigned" -> staff.of(change.after());
          case "contact_rule" -> change.after().isEmpty() ? "Taken out" : change.after();
          case "details" -> words(change.after().replace(" ", ", "));
          default -> "";
        };
    String reason = change.reason();
    entries.add(
        new TimelineEntry(
            change.at(),
            title,
            change.by(),
            detail + (detail.isEmpty() || reason.isEmpty() ? "" : ". ") + reason,
            PERSON.contains(change.kind()) ? home + "/person" : home));
  }

  private static TimelineEntry permission(
      AreaProfile profile, PermissionEntry answer, String home) {
    String channel = profile.list("safe_channel").label(answer.channel());
    String note = answer.note();
    return new TimelineEntry(
        answer.recordedAt(),
        "Safe contact changed",
        answer.recordedBy(),
        channel
            + ": "
            + words(answer.state().name().toLowerCase(Locale.UK))
            + (note.isEmpty() ? "" : ". " + note),
        home + "/contact");
  }

  private static String words(String code) {
    return code.replace('_', ' ');
  }
}
