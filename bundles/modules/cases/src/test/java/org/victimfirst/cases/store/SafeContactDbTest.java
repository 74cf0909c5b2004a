package org.victimfirst.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.victimfirst.cases.store.TestCases.person;
import static org.victimfirst.cases.store.TestCases.referral;
import static org.victimfirst.cases.store.TestCases.senior;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.cases.domain.CaseFilter;
import org.victimfirst.cases.domain.NewAttempt;
import org.victimfirst.cases.domain.NewReferral;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.RecordedAudit;

/** What was answered about safe contact, when, and what it lets through. */
class SafeContactDbTest {
  private static State state(TestCases cases, long id, String channel) {
    return Worked.file(cases, id).safeContact().state(channel);
  }

  private static void again(
      TestCases cases, long id, String received, String message, String write) {
    cases.referrals.receive(
        senior(),
        new NewReferral(
            Worked.file(cases, id).summary().personId(),
            person("Ruth", "Exampleford", "1990-05-04"),
            referral(received, message, write),
            null));
  }

  private static long attempt(TestCases cases, long id, String at, String channel, String result) {
    return cases.contacts.recordAttempt(
        senior(), id, new NewAttempt(LocalDateTime.parse(at), channel, result, ""));
  }

  @OnEachDatabase
  void aReferralThatDoesNotKnowTakesNothingAway(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);
      cases.now("2026-11-12T10:00:00");

      again(cases, id, "2026-11-12T09:00:00", "unknown", "yes");

      assertThat(state(cases, id, "voicemail")).isEqualTo(State.NO);
      assertThat(state(cases, id, "letter")).isEqualTo(State.YES);
      again(cases, id, "2026-11-11T09:00:00", "yes", "no");
      assertThat(state(cases, id, "voicemail")).as("told later than the no").isEqualTo(State.YES);
      assertThat(state(cases, id, "letter")).as("told before the yes").isEqualTo(State.YES);

      cases.now("2026-11-26T10:00:00");
      assertThat(state(cases, id, "voicemail"))
          .as("a newer referral that says nothing of it does not make it last longer")
          .isEqualTo(State.NOT_ASKED);
      assertThat(state(cases, id, "letter")).isEqualTo(State.YES);
      assertThat(cases.files.list(senior(), safeContact(CaseFilter.NOTHING_ASKED), 1, 9).total())
          .isZero();
    }
  }

  @OnEachDatabase
  void listsWhoIsNotSafeByEachAnswersOwnDay(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);
      again(cases, id, "2026-11-10T09:00:00", "unknown", "unknown");

      assertThat(cases.files.list(senior(), safeContact(CaseFilter.WARNING), 1, 9).items())
          .extracting(row -> row.summary().id())
          .containsExactly(id);
      cases.now("2026-11-25T10:00:00");
      assertThat(cases.files.list(senior(), safeContact(CaseFilter.WARNING), 1, 9).total())
          .isZero();
    }
  }

  @OnEachDatabase
  void otherModulesListItBesideNames(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long first = Worked.openCase(cases);
      cases.now("2026-11-12T10:00:00");
      long second =
          cases.openCase(
              person("Omar", "Exampleton", ""), referral("2026-11-11T08:00:00", "yes", "no"));

      List<CaseHead> heads =
          cases.directory.heads(senior(), List.of(second, 77L, first, second), false);

      assertThat(heads)
          .extracting(head -> head.summary().id())
          .containsExactly(second, first, second);
      assertThat(heads)
          .extracting(head -> head.safeContact().state("voicemail"))
          .containsExactly(State.YES, State.NO, State.YES);
      assertThat(heads.get(1).safeContact()).isEqualTo(Worked.file(cases, first).safeContact());

      RecordedAudit audit = cases.test.audit();
      int before = audit.entries().size();
      List<CaseHead> hidden = cases.directory.heads(senior(), List.of(second), true);
      assertThat(hidden).extracting(head -> head.summary().personName()).containsExactly("O E");
      assertThat(hidden)
          .flatExtracting(head -> head.safeContact().channels())
          .extracting(SafeContact.Channel::note)
          .containsOnly("");
      assertThat(audit.entries()).hasSize(before + 1);
      assertThat(audit.entries().get(before).action()).isEqualTo("cases.list.looked-up");
      assertThat(audit.entries().get(before).details())
          .containsEntry("cases", Long.toString(second))
          .containsEntry("hidden", "yes");
      assertThat(cases.directory.heads(TestCases.call("analyst"), List.of(second), false))
          .isEmpty();
    }
  }

  @OnEachDatabase
  void everyNameOfALongListIsInTheAudit(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      cases.now("2026-11-12T10:00:00");
      List<Long> ids = new ArrayList<>();
      while (ids.size() <= Paged.MAX_SIZE) {
        ids.add(
            cases.openCase(
                person("Omar", "Exampleton", ""), referral("2026-11-11T08:00:00", "yes", "no")));
      }
      RecordedAudit audit = cases.test.audit();
      int before = audit.entries().size();

      assertThat(cases.directory.heads(senior(), ids, false)).hasSameSizeAs(ids);

      assertThat(audit.entries().subList(before, audit.entries().size()))
          .flatExtracting(entry -> List.of(entry.details().getOrDefault("cases", "").split(" ")))
          .containsExactlyElementsOf(ids.stream().map(String::valueOf).toList());
    }
  }

  private static CaseFilter safeContact(String which) {
    return new CaseFilter("", "", "", "", "", "", null, null, null, null, which, false, false, "");
  }

  @OnEachDatabase
  void aLetterSentWhileItWasSafeIsNoIncident(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      cases.now("2026-11-10T10:00:00");
      long id =
          cases.openCase(
              person("Ruth", "Exampleford", ""), referral("2026-11-09T08:00:00", "no", "yes"));
      cases.now("2026-12-01T10:00:00");

      attempt(cases, id, "2026-11-20T09:00:00", "letter", "letter_sent");

      assertThatThrownBy(() -> attempt(cases, id, "2026-11-30T09:00:00", "letter", "letter_sent"))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("“Letter” has not been asked about");
    }
  }

  @OnEachDatabase
  void aContactThatWasNotSafeStaysSoWhateverIsAnsweredLater(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);
      cases.now("2026-11-13T10:00:00");
      again(cases, id, "2026-11-12T09:00:00", "yes", "unknown");

      assertThat(state(cases, id, "voicemail")).isEqualTo(State.YES);
      assertThatThrownBy(() -> attempt(cases, id, "2026-11-11T09:00:00", "phone", "voicemail_left"))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("“Voicemail” is not safe");
      attempt(cases, id, "2026-11-12T17:00:00", "phone", "voicemail_left");
    }
  }

  @OnEachDatabase
  void aContactInTheMinuteOfOpeningIsTaken(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      cases.now("2026-11-10T10:00:40");
      long id =
          cases.openCase(
              person("Ruth", "Exampleford", ""), referral("2026-11-09T08:00:00", "no", "yes"));

      attempt(cases, id, "2026-11-10T10:00:00", "phone", "no_answer");

      assertThatThrownBy(() -> attempt(cases, id, "2026-11-10T09:59:00", "phone", "no_answer"))
          .hasMessageContaining("Enter a time after the case was opened");
    }
  }

  @OnEachDatabase
  void theMigrationBringsBackWhatWasTakenAway(Dialect dialect) throws Exception {
    List<String> repairs = repairs();
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);
      again(cases, id, "2026-11-10T09:00:00", "unknown", "unknown");
      cases.database.write(
          connection -> {
            try (var statement = connection.createStatement()) {
              statement.execute(
                  "UPDATE cases.person SET safe_to_leave_message = 'unknown',"
                      + " message_told_at = NULL");
              for (String repair : repairs) {
                statement.execute(repair);
              }
            }
            return id;
          });

      assertThat(state(cases, id, "voicemail")).isEqualTo(State.NO);
      assertThat(state(cases, id, "letter")).isEqualTo(State.NOT_ASKED);
    }
  }

  private static List<String> repairs() throws Exception {
    try (var script = SafeContactDbTest.class.getResourceAsStream("/db/V4__answers_apart.sql")) {
      String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.replaceAll("--.*", "").split(";", -1))
          .map(String::strip)
          .filter(sql -> sql.startsWith("UPDATE") && sql.contains("SELECT MAX"))
          .toList();
    }
  }
}
