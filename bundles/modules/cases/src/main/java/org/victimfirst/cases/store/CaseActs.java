package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.cases.CaseOpened;
import org.victimfirst.api.persistence.References;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.security.Colleagues;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.Casework;
import org.victimfirst.cases.domain.Closing;
import org.victimfirst.cases.domain.Consent;
import org.victimfirst.cases.domain.Demographics;
import org.victimfirst.cases.domain.NextAction;
import org.victimfirst.cases.store.CaseStore.Unit;

/** Works on cases. */
@Component
public final class CaseActs implements Casework {
  private static final int REASON_LENGTH = 2000;
  private static final int NOTE_LENGTH = 100_000;

  private final CaseStore store;
  private final AreaProfiles profiles;
  private final References references;
  private final FactWriter facts;
  private final ClosingActs closings;
  private final Journal journal;
  private final Colleagues colleagues;

  @Activate
  public CaseActs(
      @Reference CaseStore store,
      @Reference AreaProfiles profiles,
      @Reference References references,
      @Reference FactWriter facts,
      @Reference ClosingActs closings,
      @Reference Journal journal,
      @Reference Colleagues colleagues) {
    this.store = store;
    this.profiles = profiles;
    this.references = references;
    this.facts = facts;
    this.closings = closings;
    this.journal = journal;
    this.colleagues = colleagues;
  }

  @Override
  public long open(Call call, long referralId, String caseworker) {
    call.actor().require(CasePermissions.WRITE);
    if (!caseworker.isEmpty() && !caseworker.equals(call.actor().ownLogin())) {
      call.actor().require(CasePermissions.ASSIGN);
    }
    worker(call, caseworker).done();
    long id = journal.id();
    String reference = references.next();
    return store.write(
        unit -> {
          ReferralHead referral = referral(unit.connection(), referralId);
          LocalDateTime now = journal.clock().now();
          CaseEntity opened = new CaseEntity(id, reference, referral, now);
          opened.caseworker = caseworker;
          opened.plan(
              NextAction.firstContact(profiles.current(), referral.receivedAt().toLocalDate()));
          unit.person(referral.personId());
          unit.add(opened);
          Connection connection = unit.connection();
          Demographics told = DemographicsSql.find(connection, referral.personId());
          facts.caseOpened(connection, opened, referral.receivedAt(), told);
          journal.history(connection, call, id, "opened", "", caseworker, "");
          journal.audit(connection, call, "case.opened", id, Map.of("referral", "" + referralId));
          journal.publish(connection, new CaseOpened(id, now.toLocalDate()));
          return id;
        });
  }

  private static ReferralHead referral(Connection connection, long id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT r.area, r.person_id, i.occurrence_type, r.source, r.received_at, c.id AS case_id"
                + " FROM cases.referral r JOIN cases.incident i ON i.id = r.incident_id"
                + " LEFT JOIN cases.support_case c ON c.referral_id = r.id WHERE r.id = ?")) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw ProblemException.notFound("There is no such referral.");
        }
        if (row.getString("case_id") != null) {
          throw ProblemException.conflict(
                  "referral_has_case", "This referral has a case already. Open that case.")
              .with("case", Objects.requireNonNull(row.getString("case_id")));
        }
        return new ReferralHead(
            id,
            row.getString("area"),
            row.getLong("person_id"),
            row.getString("occurrence_type"),
            row.getString("source"),
            Rows.timeThere(row, "received_at"));
      }
    }
  }

  @Override
  public void assign(Call call, long caseId, int version, String caseworker, String reason) {
    if (!call.actor().may(CasePermissions.WRITE)) {
      call.actor().require(CasePermissions.ASSIGN);
    }
    worker(call, caseworker).atMost(reason, REASON_LENGTH, "reason").done();
    store.write(
        unit -> {
          CaseEntity changed = open(unit, caseId, version);
          boolean taking =
              changed.caseworker.isEmpty() && caseworker.equals(call.actor().ownLogin());
          if (!taking) {
            call.actor().require(CasePermissions.ASSIGN);
          }
          String before = changed.caseworker;
          changed.caseworker = caseworker;
          Connection connection = unit.connection();
          journal.history(connection, call, caseId, "assigned", before, caseworker, reason);
          journal.audit(
              connection,
              call,
              "case.assigned",
              caseId,
              Map.of("before", before, "after", caseworker));
          return caseId;
        });
  }

  /** Whoever works on a case must be able to open it. */
  private Checks worker(Call call, String login) {
    boolean known =
        login.isEmpty()
            || login.equals(call.actor().ownLogin())
            || colleagues.with(CasePermissions.WRITE).stream()
                .anyMatch(one -> one.login().equals(login));
    return new Checks()
        .that(known, "caseworker", "unknown_caseworker", "Choose somebody who works on cases");
  }

  @Override
  public void planNext(Call call, long caseId, int version, NextAction next) {
    call.actor().require(CasePermissions.WRITE);
    LocalDate due = next.due();
    new Checks()
        .atMost(next.what(), NextAction.MAX_LENGTH, "what")
        .that(
            next.what().isBlank() || due != null,
            "due",
            "missing",
            "Enter the day by which it is due, like 9 July 2020")
        .done();
    store.write(
        unit -> {
          CaseEntity changed = open(unit, caseId, version);
          String before = changed.nextAction;
          changed.plan(next);
          Connection connection = unit.connection();
          journal.history(connection, call, caseId, "next_action", before, changed.nextAction, "");
          journal.audit(connection, call, "case.next-action.planned", caseId, Map.of());
          return caseId;
        });
  }

  @Override
  public long addNote(Call call, long caseId, String body) {
    return note(call, caseId, 0, body);
  }

  @Override
  public long amendNote(Call call, long caseId, long noteId, String body) {
    return note(call, caseId, noteId, body);
  }

  private long note(Call call, long caseId, long amends, String body) {
    call.actor().require(CasePermissions.WRITE);
    new Checks().filled(body, "note", "Enter the note").atMost(body, NOTE_LENGTH, "note").done();
    long id = journal.id();
    return store.write(
        unit -> {
          unlocked(unit.readCase(caseId));
          Connection connection = unit.connection();
          if (amends != 0) {
            firstNote(connection, caseId, amends);
          }
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO cases.case_note (id, case_id, amends_id, body, written_by,"
                      + " written_at) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setLong(2, caseId);
            if (amends == 0) {
              insert.setNull(3, Types.BIGINT);
            } else {
              insert.setLong(3, amends);
            }
            insert.setString(4, body);
            insert.setString(5, call.actor().login());
            Rows.set(insert, 6, journal.clock().now());
            insert.executeUpdate();
          }
          journal.audit(
              connection,
              call,
              amends == 0 ? "note.written" : "note.amended",
              caseId,
              Map.of("note", "" + id));
          return id;
        });
  }

  private static void firstNote(Connection connection, long caseId, long noteId)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id FROM cases.case_note WHERE id = ? AND case_id = ? AND amends_id IS NULL")) {
      select.setLong(1, noteId);
      select.setLong(2, caseId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw ProblemException.notFound("There is no such note in this case.");
        }
      }
    }
  }

  @Override
  public void recordConsent(Call call, long caseId, String kind, String answer, String note) {
    call.actor().require(CasePermissions.WRITE);
    new Checks()
        .that(Consent.KINDS.contains(kind), "kind", "unknown_code", "Choose what was asked")
        .that(Consent.ANSWERS.contains(answer), "answer", "unknown_code", "Choose the answer")
        .atMost(note, REASON_LENGTH, "note")
        .done();
    store.write(
        unit -> {
          unlocked(unit.readCase(caseId));
          Connection connection = unit.connection();
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO cases.consent (id, case_id, kind, answer, asked_on, note,"
                      + " recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, journal.id());
            insert.setLong(2, caseId);
            insert.setString(3, kind);
            insert.setString(4, answer);
            Rows.set(insert, 5, journal.clock().today());
            insert.setString(6, note);
            insert.setString(7, call.actor().login());
            Rows.set(insert, 8, journal.clock().now());
            insert.executeUpdate();
          }
          journal.audit(
              connection, call, "consent.recorded", caseId, Map.of("kind", kind, "answer", answer));
          return caseId;
        });
  }

  @Override
  public void close(Call call, long caseId, int version, Closing closing) {
    call.actor().require(CasePermissions.CLOSE);
    AreaProfile profile = profiles.current();
    new Checks()
        .code(profile, "closure_outcome", closing.outcome(), false, "outcome")
        .atMost(closing.reason(), REASON_LENGTH, "reason")
        .done();
    store.write(unit -> closings.close(unit, call, open(unit, caseId, version), closing));
  }

  @Override
  public void reopen(Call call, long caseId, int version, String reason) {
    call.actor().require(CasePermissions.REOPEN);
    new Checks()
        .filled(reason, "reason", "Enter why the case is opened again")
        .atMost(reason, REASON_LENGTH, "reason")
        .done();
    store.write(unit -> closings.reopen(unit, call, unit.changeCase(caseId, version), reason));
  }

  private static CaseEntity open(Unit unit, long caseId, int version) {
    return unlocked(unit.changeCase(caseId, version));
  }

  /** Refuses a closed case. */
  static CaseEntity unlocked(CaseEntity found) {
    if (!found.open()) {
      throw ProblemException.conflict(
          "case_closed", "The case is closed and cannot be changed. Open it again first.");
    }
    return found;
  }
}
