package org.victimfirst.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.victimfirst.cases.store.TestCases.call;
import static org.victimfirst.cases.store.TestCases.person;
import static org.victimfirst.cases.store.TestCases.referral;
import static org.victimfirst.cases.store.TestCases.senior;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.victimfirst.api.cases.CodeBook;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.cases.TimelineEntry;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CaseFilter;
import org.victimfirst.cases.domain.Closing;
import org.victimfirst.cases.domain.Demographics;
import org.victimfirst.cases.domain.NewAttempt;
import org.victimfirst.cases.domain.NextAction;
import org.victimfirst.cases.domain.OutcomeChoice;
import org.victimfirst.cases.domain.PermissionAnswer;
import org.victimfirst.cases.domain.RefusedException;
import org.victimfirst.testing.OnEachDatabase;

class CaseworkDbTest {
  private static final LocalDateTime CALLED = LocalDateTime.of(2026, 11, 11, 9, 0);

  private static long openCase(TestCases cases) {
    cases.now("2026-11-10T10:00:00");
    return cases.openCase(
        person("Ruth", "Exampleford", "1990-05-04"),
        referral("2026-11-09T08:00:00", "no", "unknown"));
  }

  private static CaseFile file(TestCases cases, long id) {
    return cases.files.find(senior(), id).orElseThrow();
  }

  private static NewAttempt attempt(String channel, String result) {
    return new NewAttempt(CALLED, channel, result, "");
  }

  @OnEachDatabase
  void showsAnOpenedCaseWhole(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      CaseFile file = file(cases, openCase(cases));

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
      long id = openCase(cases);
      cases.now("2026-11-11T10:00:00");

      assertThatThrownBy(
              () -> cases.contacts.recordAttempt(senior(), id, attempt("phone", "voicemail_left")))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> {
                assertThat(problem.code()).isEqualTo("contact_not_safe");
                assertThat(problem.members())
                    .containsEntry("safe_channel", "voicemail")
                    .containsEntry("state", "no");
              });
      assertThatThrownBy(
              () -> cases.contacts.recordAttempt(senior(), id, attempt("letter", "letter_sent")))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("has not been asked about");
      assertThat(file(cases, id).attempts()).isEmpty();

      cases.contacts.recordIncident(
          senior(), id, attempt("phone", "voicemail_left"), "A message was left by mistake");
      assertThat(file(cases, id).attempts())
          .singleElement()
          .satisfies(made -> assertThat(made.incident()).isTrue());
    }
  }

  @OnEachDatabase
  void answersAboutSafeContactEnd(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = openCase(cases);
      int version = file(cases, id).personVersion();
      cases.contacts.changeSafeContact(
          senior(),
          id,
          version,
          List.of(
              new PermissionAnswer("letter", State.YES, ""),
              new PermissionAnswer("call", State.NO, "He answers")),
          "Say wrong number");

      CaseFile asked = file(cases, id);
      assertThat(asked.safeContact().state("letter")).isEqualTo(State.YES);
      assertThat(asked.safeContact().state("voicemail")).isEqualTo(State.NO);
      assertThat(asked.safeContact().rule()).isEqualTo("Say wrong number");
      assertThatThrownBy(
              () -> cases.contacts.changeSafeContact(senior(), id, version, List.of(), ""))
          .isInstanceOf(StaleVersionException.class);

      cases.now("2026-11-25T10:00:00");
      assertThat(file(cases, id).safeContact().channels())
          .allMatch(channel -> channel.state() == State.NOT_ASKED);
      assertThatThrownBy(
              () -> cases.contacts.recordAttempt(senior(), id, attempt("phone", "no_answer")))
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

      cases.contacts.recordAttempt(senior(), id, attempt("phone", "no_answer"));

      assertThat(file(cases, id).safeContact().state("call")).isEqualTo(State.NOT_ASKED);
      assertThat(file(cases, id).firstAttemptAt()).isEqualTo(CALLED);
      assertThat(file(cases, id).firstContactAt()).isNull();
    }
  }

  @OnEachDatabase
  void closesWithWhatHappened(Dialect dialect) throws Exception {
    try (TestCases cases = new TestCases(dialect)) {
      long id = openCase(cases);
      cases.now("2026-11-11T10:00:00");
      assertThat(suggested(cases, id)).isEmpty();
      assertThatThrownBy(() -> close(cases, id, "enhanced_supported"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> {
                assertThat(problem.code()).isEqualTo("outcome_does_not_fit");
                assertThat(problem.members().get("reasons"))
                    .isEqualTo(List.of("Nobody has spoken with the person yet"));
              });

      cases.contacts.recordAttempt(senior(), id, attempt("phone", "spoke"));
      assertThat(choice(cases, id, "no_answer_unsafe").reasons())
          .containsExactly("Somebody has spoken with the person");
      close(cases, id, "enhanced_supported");

      CaseFile closed = file(cases, id);
      assertThat(closed.summary().closureOutcome()).isEqualTo("enhanced_supported");
      assertThat(closed.summary().supportLevel()).isEqualTo("enhanced");
      assertThat(closed.lengthOfSupportDays()).isEqualTo(1);
      assertThat(facts(cases)).containsExactly("harassment enhanced_supported enhanced 31_40");
      assertThat(outbox(cases)).contains("CaseOpened", "CaseClosed");
      assertThatThrownBy(() -> cases.casework.addNote(senior(), id, "More"))
          .isInstanceOfSatisfying(
              ProblemException.class, p -> assertThat(p.code()).isEqualTo("case_closed"));

      assertThatThrownBy(() -> cases.casework.reopen(senior(), id, version(cases, id), " "))
          .isInstanceOf(RefusedException.class);
      cases.casework.reopen(senior(), id, version(cases, id), "Asked for more support");

      assertThat(file(cases, id).summary().open()).isTrue();
      assertThat(facts(cases)).isEmpty();
      assertThat(outbox(cases)).contains("CaseReopened");
      assertThat(cases.files.history(senior(), id))
          .extracting(entry -> entry.kind())
          .containsExactly("opened", "closed", "reopened");
      assertThat(cases.timeline.entries(senior(), id))
          .extracting(TimelineEntry::title)
          .contains(
              "Referral received",
              "Case opened",
              "Call, spoke to the person",
              "Case closed",
              "Case opened again");
    }
  }

  @OnEachDatabase
  void consentAndOtherModulesBearOnTheOutcome(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = openCase(cases);
      cases.now("2026-11-11T10:00:00");
      assertThat(choice(cases, id, "specialist_referral").allowed()).isFalse();
      cases.casework.recordConsent(senior(), id, "share", "yes", "By telephone");
      assertThat(suggested(cases, id)).containsExactly("specialist_referral");

      cases.contacts.recordAttempt(senior(), id, attempt("phone", "spoke"));
      assertThat(choice(cases, id, "standard_declined").allowed()).isTrue();
      cases.evidence((connection, caseId) -> Set.of("end_assessment_made"));

      assertThat(choice(cases, id, "standard_declined").reasons())
          .containsExactly("Needs were assessed at the end, so support was given");
    }
  }

  @OnEachDatabase
  void aDuplicateNamesAnEarlierCase(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long first = openCase(cases);
      long second =
          cases.openCase(
              person("Ruth", "Exampleford", "1990-05-04"),
              referral("2026-11-09T09:00:00", "no", "no"));
      String reference = file(cases, first).summary().reference();

      assertThatThrownBy(() -> close(cases, second, "duplicate"))
          .isInstanceOf(RefusedException.class);
      cases.casework.close(
          senior(),
          second,
          version(cases, second),
          new Closing("duplicate", reference.toLowerCase(Locale.UK), ""));

      assertThat(file(cases, second).duplicateOfReferralId())
          .isEqualTo(file(cases, first).referralId());
      assertThat(cases.referrals.possibleDuplicates(senior(), 1, 20).items())
          .singleElement()
          .satisfies(pair -> assertThat(pair.grounds()).contains("same_birth", "same_name"));
    }
  }

  @OnEachDatabase
  void noticesThatSomebodyElseChangedIt(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = openCase(cases);
      int version = version(cases, id);
      cases.casework.assign(senior(), id, version, "cw01", "");

      assertThatThrownBy(
              () ->
                  cases.casework.planNext(
                      senior(), id, version, new NextAction("Call", LocalDate.of(2026, 11, 12))))
          .isInstanceOf(StaleVersionException.class);
      assertThat(file(cases, id).summary().caseworker()).isEqualTo("cw01");
      assertThat(file(cases, id).next()).isEqualTo(NextAction.NONE);
    }
  }

  @OnEachDatabase
  void onlyWhoMayAssigns(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = openCase(cases);
      var worker = call("cw02", "cases:read", "cases:write");

      assertThatThrownBy(() -> cases.casework.assign(worker, id, version(cases, id), "cw03", ""))
          .isInstanceOf(AccessDeniedException.class);
      cases.casework.assign(worker, id, version(cases, id), "cw02", "");

      assertThat(file(cases, id).summary().caseworker()).isEqualTo("cw02");
      assertThatThrownBy(() -> cases.files.find(call("analyst"), id))
          .isInstanceOf(AccessDeniedException.class);
      assertThat(cases.directory.find(call("analyst"), id)).isEmpty();
    }
  }

  @OnEachDatabase
  void notesAreAddedToAndNeverChanged(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = openCase(cases);
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
  void factsFollowThePersonWhileTheCaseIsOpen(Dialect dialect) throws Exception {
    try (TestCases cases = new TestCases(dialect)) {
      long id = openCase(cases);
      cases.now("2026-11-11T10:00:00");
      cases.people.changeDetails(
          senior(),
          id,
          file(cases, id).personVersion(),
          person("Ruth", "Exampleford", "2010-05-04"));
      cases.people.changeDemographics(
          senior(),
          id,
          file(cases, id).personVersion(),
          new Demographics("asian_indian", "mental_health", "sikh", "unknown", "no_need", null));
      cases.contacts.recordAttempt(senior(), id, attempt("phone", "spoke"));
      close(cases, id, "enhanced_supported");

      assertThat(facts(cases)).containsExactly("harassment enhanced_supported enhanced 13_18");
      assertThat(file(cases, id).demographics())
          .satisfies(answers -> assertThat(answers).isNotNull());
      assertThatThrownBy(
              () ->
                  cases.people.changeDetails(
                      senior(), id, file(cases, id).personVersion(), person("", "", "")))
          .isInstanceOf(RefusedException.class);
    }
  }

  @OnEachDatabase
  void listsAndFilters(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long first = openCase(cases);
      long second =
          cases.openCase(
              person("Tom", "Sample", "2012-01-01"), referral("2026-11-09T11:00:00", "yes", "yes"));
      cases.casework.assign(senior(), first, version(cases, first), "cw01", "");
      cases.casework.planNext(
          senior(),
          first,
          version(cases, first),
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
      assertThat(cases.files.workloads(senior()))
          .extracting(load -> load.login() + " " + load.open() + " " + load.due())
          .containsExactly(" 1 0", "cw01 1 1");
    }
  }

  @OnEachDatabase
  void hidesPersonalDetails(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = openCase(cases);

      var head = cases.directory.head(senior(), id, true).orElseThrow();

      assertThat(head.summary().personName()).isEqualTo("R E");
      assertThat(head.facts()).contains("No caseworker yet", "Open since 10 November 2026");
      assertThat(cases.directory.find(senior(), List.of(77L, id)))
          .extracting(summary -> summary.id())
          .containsExactly(id);
    }
  }

  @OnEachDatabase
  void givesAndErasesWhatItHolds(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = openCase(cases);
      cases.casework.addNote(senior(), id, "A note");
      long person = file(cases, id).summary().personId();
      CaseSubjectData data = new CaseSubjectData();

      boolean before = cases.database.read(c -> data.holds(c, person, Set.of(id)));
      Map<String, Iterable<Map<String, String>>> export =
          cases.database.read(c -> data.export(c, person, Set.of(id)));
      int erased = cases.database.write(c -> data.erase(c, person, Set.of(id)));
      boolean after = cases.database.read(c -> data.holds(c, person, Set.of(id)));

      assertThat(before).isTrue();
      assertThat(export).containsKeys("Person", "Referrals", "Cases", "Notes");
      assertThat(erased).isGreaterThan(4);
      assertThat(after).isFalse();
      assertThat(file(cases, id).person().name()).isEmpty();
      assertThat(file(cases, id).referral().offenceSummary()).isEmpty();
      assertThat(cases.files.notes(senior(), id)).isEmpty();
    }
  }

  private static List<Long> ids(TestCases cases, CaseFilter filter) {
    return cases.files.list(senior(), filter, 1, 20).items().stream()
        .map(row -> row.summary().id())
        .toList();
  }

  private static int version(TestCases cases, long id) {
    return file(cases, id).version();
  }

  private static void close(TestCases cases, long id, String outcome) {
    cases.casework.close(senior(), id, version(cases, id), new Closing(outcome, "", ""));
  }

  private static OutcomeChoice choice(TestCases cases, long id, String outcome) {
    return cases.files.outcomes(senior(), id).stream()
        .filter(choice -> choice.code().equals(outcome))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> suggested(TestCases cases, long id) {
    return cases.files.outcomes(senior(), id).stream()
        .filter(OutcomeChoice::suggested)
        .map(OutcomeChoice::code)
        .toList();
  }

  private static List<String> facts(TestCases cases) {
    return cases.database.read(
        connection -> {
          CodeBook book = cases.facts.codeBook(connection);
          List<String> found = new ArrayList<>();
          cases.facts.closed(
              connection,
              LocalDate.of(2026, 11, 11),
              LocalDate.of(2026, 11, 11),
              fact ->
                  found.add(
                      code(
                              book,
                              FactDimension.OCCURRENCE_TYPE,
                              fact.id(FactDimension.OCCURRENCE_TYPE))
                          + " "
                          + code(
                              book,
                              FactDimension.CLOSURE_OUTCOME,
                              fact.id(FactDimension.CLOSURE_OUTCOME))
                          + (fact.enhanced() ? " enhanced " : " ")
                          + code(book, FactDimension.AGE_BAND, fact.id(FactDimension.AGE_BAND))));
          return found;
        });
  }

  private static String code(CodeBook book, FactDimension dimension, int id) {
    return book.code(dimension.list(), id);
  }

  private static List<String> outbox(TestCases cases) throws Exception {
    List<String> types = new ArrayList<>();
    try (var connection = cases.database.dataSource().getConnection();
        Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT * FROM platform.outbox")) {
      while (row.next()) {
        StringBuilder all = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          all.append(row.getString(i)).append(' ');
        }
        for (String type : List.of("CaseOpened", "CaseClosed", "CaseReopened")) {
          if (all.indexOf(type) >= 0) {
            types.add(type);
          }
        }
      }
    }
    return types;
  }
}
