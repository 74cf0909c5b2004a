package org.victimfirst.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.victimfirst.cases.store.TestCases.call;
import static org.victimfirst.cases.store.TestCases.person;
import static org.victimfirst.cases.store.TestCases.referral;
import static org.victimfirst.cases.store.TestCases.senior;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CaseFilter;
import org.victimfirst.cases.domain.NewReferral;
import org.victimfirst.cases.domain.NextAction;
import org.victimfirst.cases.domain.PermissionAnswer;
import org.victimfirst.cases.domain.RefusedException;
import org.victimfirst.testing.OnEachDatabase;

/** Working on a case: contacts, safe contact, notes, lists and what is erased. */
class CaseworkDbTest {
  @OnEachDatabase
  void showsAnOpenedCaseWhole(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      CaseFile file = Worked.file(cases, Worked.openCase(cases));

      assertThat(file.summary().personName()).isEqualTo("Ruth Exampleford");
      assertThat(file.summary().open()).isTrue();
      assertThat(file.summary().openedAt()).isAfter(LocalDateTime.of(2026, 11, 10, 9, 59));
      assertThat(file.person()).isEqualTo(person("Ruth", "Exampleford", "1990-05-04"));
      assertThat(file.referral()).isEqualTo(referral("2026-11-09T08:00:00", "no", "unknown"));
      assertThat(file.safeContact().state("call")).isEqualTo(State.YES);
      assertThat(file.safeContact().state("voicemail")).isEqualTo(State.NO);
      assertThat(file.safeContact().state("text")).isEqualTo(State.NO);
      assertThat(file.safeContact().state("letter")).isEqualTo(State.NOT_ASKED);
      assertThat(file.safeContact().askAgainBy()).isEqualTo(LocalDate.of(2026, 11, 23));
      assertThat(cases.test.audit().actions())
          .contains("cases.referral.received", "cases.case.opened", "cases.case.read");
    }
  }

  @OnEachDatabase
  void refusesAContactThatIsNotSafe(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);
      cases.now("2026-11-11T10:00:00");

      assertThatThrownBy(
              () ->
                  cases.contacts.recordAttempt(
                      senior(), id, Worked.attempt("phone", "voicemail_left")))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> {
                assertThat(problem.code()).isEqualTo("contact_not_safe");
                assertThat(problem.members())
                    .containsEntry("safe_channel", "voicemail")
                    .containsEntry("state", "no");
              });
      assertThatThrownBy(
              () ->
                  cases.contacts.recordAttempt(
                      senior(), id, Worked.attempt("letter", "letter_sent")))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("has not been asked about");
      assertThat(Worked.file(cases, id).attempts()).isEmpty();

      cases.contacts.recordIncident(
          senior(), id, Worked.attempt("phone", "voicemail_left"), "A message was left by mistake");
      assertThat(Worked.file(cases, id).attempts())
          .singleElement()
          .satisfies(made -> assertThat(made.incident()).isTrue());
    }
  }

  @OnEachDatabase
  void answersAboutSafeContactEnd(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);
      int version = Worked.file(cases, id).personVersion();
      cases.contacts.changeSafeContact(
          senior(),
          id,
          version,
          List.of(
              new PermissionAnswer("letter", State.YES, "", false),
              new PermissionAnswer("call", State.NO, "He answers", false)),
          "Say wrong number");

      CaseFile asked = Worked.file(cases, id);
      assertThat(asked.safeContact().state("letter")).isEqualTo(State.YES);
      assertThat(asked.safeContact().state("voicemail")).isEqualTo(State.NO);
      assertThat(asked.safeContact().rule()).isEqualTo("Say wrong number");
      assertThatThrownBy(
              () -> cases.contacts.changeSafeContact(senior(), id, version, List.of(), ""))
          .isInstanceOf(StaleVersionException.class);

      cases.now("2026-11-25T10:00:00");
      assertThat(Worked.file(cases, id).safeContact().channels())
          .allMatch(
              channel ->
                  channel.state() == (channel.code().equals("call") ? State.NO : State.NOT_ASKED));
      assertThatThrownBy(
              () ->
                  cases.contacts.recordAttempt(senior(), id, Worked.attempt("phone", "no_answer")))
          .as("a call after a no that has ended")
          .isInstanceOf(ProblemException.class);
      assertThat(cases.files.permissionHistory(senior(), id))
          .extracting(entry -> entry.channel() + " " + entry.state())
          .contains("letter YES", "call NO", "call YES", "voicemail NO");
    }
  }

  @OnEachDatabase
  void aCallMayAsk(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      cases.now("2026-11-10T10:00:00");
      long id =
          cases.openCase(
              person("Asha", "Unasked", ""), referral("2026-08-01T08:00:00", "unknown", "no"));
      cases.now("2026-11-11T10:00:00");

      cases.contacts.recordAttempt(senior(), id, Worked.attempt("phone", "no_answer"));

      assertThat(Worked.file(cases, id).safeContact().state("call")).isEqualTo(State.NOT_ASKED);
      assertThat(Worked.file(cases, id).firstAttemptAt()).isEqualTo(Worked.CALLED);
      assertThat(Worked.file(cases, id).firstContactAt()).isNull();
    }
  }

  @OnEachDatabase
  void noticesThatSomebodyElseChangedIt(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);
      int version = Worked.version(cases, id);
      cases.casework.assign(senior(), id, version, "cw01", "");

      assertThatThrownBy(
              () ->
                  cases.casework.planNext(
                      senior(), id, version, new NextAction("Call", LocalDate.of(2026, 11, 12))))
          .isInstanceOf(StaleVersionException.class);
      assertThat(Worked.file(cases, id).summary().caseworker()).isEqualTo("cw01");
      assertThat(Worked.file(cases, id).next())
          .isEqualTo(new NextAction("First contact", LocalDate.of(2026, 11, 11)));
    }
  }

  @OnEachDatabase
  void onlyWhoMayAssigns(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);
      var worker = call("cw02", "cases:read", "cases:write");

      assertThatThrownBy(
              () -> cases.casework.assign(worker, id, Worked.version(cases, id), "cw03", ""))
          .isInstanceOf(AccessDeniedException.class);
      cases.casework.assign(worker, id, Worked.version(cases, id), "cw02", "");

      assertThat(Worked.file(cases, id).summary().caseworker()).isEqualTo("cw02");
      assertThatThrownBy(
              () -> cases.casework.assign(senior(), id, Worked.version(cases, id), "cw99", ""))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused ->
                  assertThat(refused.problems())
                      .singleElement()
                      .satisfies(p -> assertThat(p.code()).isEqualTo("unknown_caseworker")));
      long referral =
          cases.referrals.receive(
              senior(),
              new NewReferral(
                  0,
                  person("Tom", "Sample", "2012-01-01"),
                  referral("2026-11-09T11:00:00", "yes", "yes"),
                  null));
      assertThatThrownBy(() -> cases.casework.open(worker, referral, "cw03"))
          .isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(() -> cases.casework.open(senior(), referral, "cw99"))
          .isInstanceOf(RefusedException.class);
      assertThatThrownBy(() -> cases.files.find(call("analyst"), id))
          .isInstanceOf(AccessDeniedException.class);
      assertThat(cases.directory.find(call("analyst"), id)).isEmpty();
    }
  }

  @OnEachDatabase
  void notesAreAddedToAndNeverChanged(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);
      String summary = "Long text. ".repeat(6000);
      long note = cases.casework.addNote(senior(), id, summary);
      cases.casework.amendNote(senior(), id, note, "It was Tuesday");

      assertThat(cases.files.notes(senior(), id))
          .singleElement()
          .satisfies(
              written -> {
                assertThat(written.body()).isEqualTo(summary);
                assertThat(written.amendments())
                    .extracting(n -> n.body())
                    .containsExactly("It was Tuesday");
              });
    }
  }

  @OnEachDatabase
  void saysThatACaseIsNotThere(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      for (ThrowingCallable read :
          List.<ThrowingCallable>of(
              () -> cases.files.notes(senior(), 7),
              () -> cases.files.history(senior(), 7),
              () -> cases.files.consents(senior(), 7))) {
        assertThatThrownBy(read)
            .isInstanceOfSatisfying(
                ProblemException.class, e -> assertThat(e.status()).isEqualTo(404));
      }
      assertThat(cases.test.audit().actions()).isEmpty();
      assertThat(cases.files.list(senior(), CaseFilter.ALL, 999_999_999, 200).items()).isEmpty();
    }
  }

  @OnEachDatabase
  void listsAndFilters(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long first = Worked.openCase(cases);
      long second =
          cases.openCase(
              person("Tom", "Sample", "2012-01-01"), referral("2026-11-09T11:00:00", "yes", "yes"));
      cases.casework.assign(senior(), first, Worked.version(cases, first), "cw01", "");
      cases.casework.planNext(
          senior(),
          first,
          Worked.version(cases, first),
          new NextAction("Second attempt", LocalDate.of(2026, 11, 9)));

      assertThat(ids(cases, CaseFilter.ALL)).containsExactly(second, first);
      assertThat(ids(cases, CaseFilter.ALL.withWorker("cw01"))).containsExactly(first);
      assertThat(ids(cases, CaseFilter.ALL.withWorker(CaseFilter.NOBODY))).containsExactly(second);
      assertThat(ids(cases, CaseFilter.ALL.withDue())).containsExactly(first);
      assertThat(ids(cases, CaseFilter.ALL.withStatus("closed"))).isEmpty();
      assertThat(
              ids(
                  cases,
                  new CaseFilter(
                      "", "", "", "", "", "", null, null, null, null, "warning", false, false, "")))
          .containsExactly(first);
      assertThat(
              ids(
                  cases,
                  new CaseFilter(
                      "", "", "", "", "", "", null, null, null, null, "", false, true, "")))
          .containsExactly(second);
      assertThat(cases.files.list(senior(), CaseFilter.ALL, 2, 1).items())
          .extracting(row -> row.summary().id())
          .containsExactly(first);
      assertThat(cases.files.list(senior(), CaseFilter.ALL, 2, 1).total()).isEqualTo(2);
      assertThat(cases.files.list(senior(), CaseFilter.ALL.withStatus("open"), 2, 1).items())
          .extracting(row -> row.summary().id())
          .containsExactly(first);
      assertThat(cases.files.workloads(senior()))
          .extracting(load -> load.login() + " " + load.open() + " " + load.due())
          .containsExactly(" 1 0", "cw01 1 1");
      assertThat(cases.files.caseworkers(senior())).containsExactly("cw01");
    }
  }

  @OnEachDatabase
  void hidesPersonalDetails(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);

      var head = cases.directory.head(senior(), id, true).orElseThrow();

      assertThat(head.summary().personName()).isEqualTo("R E");
      assertThat(head.facts()).contains("No caseworker yet", "Open since 10 November 2026");
      assertThat(cases.directory.find(senior(), List.of(77L, id)))
          .extracting(summary -> summary.id())
          .containsExactly(id);
    }
  }

  private static List<Long> ids(TestCases cases, CaseFilter filter) {
    return cases.files.list(senior(), filter, 1, 20).items().stream()
        .map(row -> row.summary().id())
        .toList();
  }
}
