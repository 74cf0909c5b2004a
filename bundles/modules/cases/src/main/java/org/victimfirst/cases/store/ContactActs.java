package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Call;
import org.victimfirst.cases.domain.AnswersThen;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.ContactGate;
import org.victimfirst.cases.domain.ContactWork;
import org.victimfirst.cases.domain.NewAttempt;
import org.victimfirst.cases.domain.NextAction;
import org.victimfirst.cases.domain.PermissionAnswer;
import org.victimfirst.cases.domain.PermissionEntry;
import org.victimfirst.cases.domain.Permissions;
import org.victimfirst.cases.store.CaseStore.Unit;

/** Records contacts behind the gate, and safe contact itself. */
@Component
public final class ContactActs implements ContactWork {
  private static final int NOTE_LENGTH = 2000;
  private static final int TEXT_LENGTH = 100_000;

  private final CaseStore store;
  private final AreaProfiles profiles;
  private final FactWriter facts;
  private final Journal journal;

  @Activate
  public ContactActs(
      @Reference CaseStore store,
      @Reference AreaProfiles profiles,
      @Reference FactWriter facts,
      @Reference Journal journal) {
    this.store = store;
    this.profiles = profiles;
    this.facts = facts;
    this.journal = journal;
  }

  @Override
  public long recordAttempt(Call call, long caseId, NewAttempt attempt) {
    call.actor().require(CasePermissions.CONTACT);
    return store.write(
        unit -> {
          CaseEntity changed = CaseActs.unlocked(unit.changeCase(caseId));
          check(changed, attempt).done();
          ContactGate.Verdict verdict = judge(unit, changed, attempt);
          if (!verdict.open()) {
            throw refused(verdict);
          }
          return record(unit, call, changed, attempt);
        });
  }

  @Override
  public long recordIncident(Call call, long caseId, NewAttempt attempt, String whatHappened) {
    call.actor().require(CasePermissions.CONTACT);
    return store.write(
        unit -> {
          CaseEntity changed = CaseActs.unlocked(unit.changeCase(caseId));
          check(changed, attempt)
              .filled(whatHappened, "what_happened", "Enter what happened and who may have heard")
              .atMost(whatHappened, TEXT_LENGTH, "what_happened")
              .done();
          ContactGate.Verdict verdict = judge(unit, changed, attempt);
          long id = record(unit, call, changed, attempt);
          incident(unit.connection(), call, caseId, id, verdict.safeChannel(), whatHappened);
          return id;
        });
  }

  private Checks check(CaseEntity aCase, NewAttempt attempt) {
    AreaProfile profile = profiles.current();
    return new Checks()
        .that(
            attempt.channel().equals(ContactGate.IN_PERSON)
                || profile.list("contact_channel").has(attempt.channel()),
            "channel",
            "unknown_code",
            "Choose how the person was contacted")
        .that(
            profile.list("contact_result").has(attempt.result()),
            "result",
            "unknown_code",
            "Choose what happened")
        .that(
            !attempt.attemptedAt().isBefore(aCase.openedAt.truncatedTo(ChronoUnit.MINUTES)),
            "attempted_at",
            "date_order",
            "Enter a time after the case was opened")
        .that(
            !attempt.attemptedAt().isAfter(journal.clock().now()),
            "attempted_at",
            "future_date",
            "Enter a time that is not in the future")
        .atMost(attempt.note(), TEXT_LENGTH, "note");
  }

  private ContactGate.Verdict judge(Unit unit, CaseEntity aCase, NewAttempt attempt)
      throws SQLException {
    AreaProfile profile = profiles.current();
    Connection connection = unit.connection();
    PersonEntity person = unit.readPerson(aCase.personId);
    List<PermissionEntry> asked =
        CaseSql.permissions(connection, List.of(person.id), false)
            .getOrDefault(person.id, List.of());
    AnswersThen then =
        AnswersThen.at(
            attempt.attemptedAt(),
            asked,
            time -> ReferralSql.toldBefore(connection, profile, person, time));
    return ContactGate.judge(
        profile, then.contact(), then.callEndedAsNo(), attempt.channel(), attempt.result());
  }

  private ProblemException refused(ContactGate.Verdict verdict) {
    String channel = profiles.current().list("safe_channel").label(verdict.safeChannel());
    String why =
        verdict.state() == SafeContact.State.NO ? "is not safe" : "has not been asked about";
    return ProblemException.conflict(
            "contact_not_safe",
            "The channel “"
                + channel
                + "” "
                + why
                + ". Do not use it. If the person has said that it is safe now, change safe"
                + " contact first. If it has happened, record a safe-contact incident.")
        .with("safe_channel", verdict.safeChannel())
        .with("state", code(verdict.state()));
  }

  private long record(Unit unit, Call call, CaseEntity changed, NewAttempt attempt)
      throws SQLException {
    LocalDateTime at = attempt.attemptedAt();
    changed.attempted(at);
    boolean spoke =
        profiles
            .current()
            .list("contact_result")
            .find(attempt.result())
            .flatMap(result -> result.attribute("spoke"))
            .filter("yes"::equals)
            .isPresent();
    boolean first = spoke && changed.spoke(at);
    Connection connection = unit.connection();
    if (spoke && changed.nextAction.equals(NextAction.FIRST_CONTACT)) {
      changed.plan(NextAction.NONE);
      journal.history(
          connection, call, changed.id, "next_action", NextAction.FIRST_CONTACT, "", "");
    }
    long id = journal.id();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO cases.contact_attempt (id, case_id, attempted_at, channel, result,"
                + " made_by, note, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, id);
      insert.setLong(2, changed.id);
      Rows.set(insert, 3, at);
      insert.setString(4, attempt.channel());
      insert.setString(5, attempt.result());
      insert.setString(6, call.actor().login());
      if (attempt.note().isEmpty()) {
        insert.setNull(7, Types.VARCHAR);
      } else {
        insert.setString(7, attempt.note());
      }
      Rows.set(insert, 8, journal.clock().now());
      insert.executeUpdate();
    }
    if (first) {
      facts.spokenTo(connection, changed.id, at);
    }
    journal.audit(
        connection,
        call,
        "contact.recorded",
        changed.id,
        Map.of("channel", attempt.channel(), "result", attempt.result()));
    return id;
  }

  private void incident(
      Connection connection, Call call, long caseId, long attemptId, String channel, String what)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO cases.contact_incident (id, case_id, attempt_id, safe_channel,"
                + " what_happened, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, journal.id());
      insert.setLong(2, caseId);
      insert.setLong(3, attemptId);
      insert.setString(4, channel);
      insert.setString(5, what);
      insert.setString(6, call.actor().login());
      Rows.set(insert, 7, journal.clock().now());
      insert.executeUpdate();
    }
    journal.audit(
        connection, call, "contact.incident.recorded", caseId, Map.of("safe_channel", channel));
  }

  @Override
  public void changeSafeContact(
      Call call,
      long caseId,
      int personVersion,
      List<PermissionAnswer> answers,
      @Nullable String rule) {
    call.actor().require(CasePermissions.CONTACT);
    Checks checks = new Checks().atMost(text(rule), NOTE_LENGTH, "rule");
    for (PermissionAnswer answer : answers) {
      checks
          .that(
              Permissions.CHANNELS.contains(answer.channel()),
              "channel",
              "unknown_code",
              "Choose a channel")
          .atMost(text(answer.note()), NOTE_LENGTH, answer.channel() + "_note");
    }
    checks.done();
    store.write(
        unit -> {
          PersonEntity person = unit.changePerson(unit.readCase(caseId), personVersion);
          Map<String, String> details = new TreeMap<>();
          changeRule(unit, call, caseId, person, rule, details);
          change(unit.connection(), call, person, answers, details);
          if (!details.isEmpty()) {
            journal.audit(unit.connection(), call, "safe-contact.changed", caseId, details);
          }
          return caseId;
        });
  }

  private void changeRule(
      Unit unit,
      Call call,
      long caseId,
      PersonEntity person,
      @Nullable String rule,
      Map<String, String> details)
      throws SQLException {
    String before = person.contactRule;
    if (rule != null && !rule.strip().equals(before)) {
      person.contactRule = rule.strip();
      details.put("rule", "changed");
      journal.history(
          unit.connection(), call, caseId, "contact_rule", before, person.contactRule, "");
    }
  }

  private void change(
      Connection connection,
      Call call,
      PersonEntity person,
      List<PermissionAnswer> answers,
      Map<String, String> details)
      throws SQLException {
    int validDays = Permissions.validDays(profiles.current());
    Permissions before =
        new Permissions(
            CaseSql.permissions(connection, List.of(person.id), true)
                .getOrDefault(person.id, List.of()),
            person.told(validDays),
            person.contactRule);
    for (PermissionAnswer answer : answers) {
      PermissionEntry after =
          before.after(answer, journal.clock().now(), validDays, call.actor().login());
      if (after != null) {
        PermissionSql.replace(connection, journal, person.id, after);
        details.put(after.channel(), code(after.state()));
      }
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String code(SafeContact.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
