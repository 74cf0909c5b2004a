package org.victimfirst.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.NewAttempt;
import org.victimfirst.cases.domain.NewReferral;
import org.victimfirst.cases.domain.NextAction;
import org.victimfirst.cases.domain.PermissionAnswer;
import org.victimfirst.cases.domain.Permissions;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.store.TestCases;
import org.victimfirst.testing.OnEachDatabase;

/** What Today says to somebody who works on cases. */
class TodayDbTest {
  /** A case of the senior's own, referred on Monday, 9 November. */
  private static long own(TestConsole console) {
    console.cases.now("2026-11-09T10:00:00");
    long referral =
        console.cases.referrals.receive(
            TestCases.senior(),
            new NewReferral(
                0,
                TestCases.person("Ruth", "Exampleford", "1990-05-04"),
                TestCases.referral("2026-11-09T08:00:00", "no", "unknown"),
                null));
    return console.cases.casework.open(TestCases.senior(), referral, "senior");
  }

  @OnEachDatabase
  void theFirstContactIsDueUntilSomebodyWasSpokenTo(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = own(console);
      console.cases.now("2026-11-10T09:00:00");
      assertThat(console.today()).contains("Nothing is due today").doesNotContain("First contact");
      assertThat(console.tab(id, "")).contains("Next: First contact", "By 11 November 2026");

      console.cases.now("2026-11-11T09:00:00");
      assertThat(console.today())
          .contains("1 case needs something today", "Ruth Exampleford", "First contact");
      attempt(console, id, "no_answer");
      assertThat(console.today()).contains("First contact");
      attempt(console, id, "spoke");

      assertThat(console.today()).contains("Nothing is due today").doesNotContain("First contact");
      assertThat(console.cases.files.history(TestCases.senior(), id))
          .last()
          .satisfies(entry -> assertThat(entry.before()).isEqualTo("First contact"));
    }
  }

  @OnEachDatabase
  void whatWasPlannedStaysWhenSomebodyWasSpokenTo(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = own(console);
      console.post(
          "/cases/" + id + "/next-action",
          "version",
          console.version(id),
          "what",
          "Send the leaflet",
          "due",
          "11 November 2026");

      attempt(console, id, "spoke");

      assertThat(console.tab(id, "")).contains("Next: Send the leaflet");
    }
  }

  @OnEachDatabase
  void recordsOnlyTheNamesThatItShows(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      ask(console, own(console), State.YES);
      console.cases.openCase(
          TestCases.person("Tom", "Sample", "1980-01-01"),
          TestCases.referral("2026-11-09T09:00:00", "yes", "unknown"));
      console.cases.referrals.receive(
          TestCases.senior(),
          new NewReferral(
              0,
              TestCases.person("Ann", "Sample", "1980-01-01"),
              TestCases.referral("2026-11-09T09:00:00", "yes", "unknown"),
              null));
      int before = console.cases.test.audit().entries().size();

      assertThat(console.today())
          .contains("Your open cases 1", "Cases that nobody has 1", "Referrals without a case 1")
          .doesNotContain("Exampleford", "Sample");

      assertThat(console.cases.test.audit().entries().stream().skip(before))
          .noneMatch(entry -> !entry.details().getOrDefault("shown", "0").equals("0"));
    }
  }

  @OnEachDatabase
  void saysHowLateSomethingIs(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = own(console);
      LocalDate today = new LocalClock().today();
      console.cases.now(today.atTime(9, 0).toString());
      for (int days : new int[] {1, 3}) {
        console.cases.casework.planNext(
            TestCases.senior(),
            id,
            Integer.parseInt(console.version(id)),
            new NextAction("Ring again", today.minusDays(days)));

        assertThat(console.today())
            .contains("Ring again", days == 1 ? "1 day late" : "3 days late");
      }
    }
  }

  @OnEachDatabase
  void namesTheCasesWhoseSafeContactIsToBeChecked(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = own(console);
      long unasked =
          console.cases.referrals.receive(
              TestCases.senior(),
              new NewReferral(
                  0,
                  TestCases.person("Asha", "Unasked", "1990-05-04"),
                  TestCases.unasked("2026-11-09T08:00:00"),
                  null));
      console.cases.casework.open(TestCases.senior(), unasked, "senior");

      assertThat(console.today())
          .contains("Safe contact: 2 to check", "Never asked")
          .contains("New warning since 9 November 2026, not safe: voicemail, text");

      console.cases.now("2026-11-17T09:00:00");
      assertThat(console.today())
          .contains("Safe contact: 1 to check")
          .doesNotContain("New warning");

      console.cases.now("2026-11-20T09:00:00");
      assertThat(console.today())
          .contains("Safe contact: 2 to check", "on 23 November 2026. Ask again<")
          .contains("Ruth Exampleford", "Asha Unasked");
      assertThat(console.cases.test.audit().entries())
          .filteredOn(entry -> entry.action().equals("cases.safe-contact.listed"))
          .last()
          .satisfies(entry -> assertThat(entry.details()).containsEntry("shown", "2"));
      assertThat(console.hiding(true).today())
          .contains("R E", "A U")
          .doesNotContain("Exampleford", "Unasked");

      console.hiding(false);
      ask(console, id, State.NO);
      console.cases.now("2026-12-20T09:00:00");
      assertThat(console.today()).contains("Ask again, but not by a call");
      ask(console, id, State.YES);
      assertThat(console.today()).contains("Safe contact: 1 to check");
      console.as(TestCases.call("cw09", "cases:read", "cases:write", "cases:contact"));
      assertThat(console.today()).doesNotContain("to check");
    }
  }

  @OnEachDatabase
  void aYesThatWentWithItsAddressHasEndedAndWasNotNeverAsked(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      var cases = console.cases;
      cases.now("2026-11-09T10:00:00");
      long received =
          cases.referrals.receive(
              TestCases.senior(),
              new NewReferral(
                  0,
                  TestCases.person("Ruth", "Exampleford", "1990-05-04"),
                  TestCases.unasked("2026-11-09T08:00:00"),
                  null));
      long id = cases.casework.open(TestCases.senior(), received, "senior");
      var answered = List.of(new PermissionAnswer("letter", State.YES, "", true));
      cases.contacts.changeSafeContact(
          TestCases.senior(), id, version(console, id), answered, null);
      assertThat(console.today()).doesNotContain("to check");
      long person = cases.files.find(TestCases.senior(), id).orElseThrow().summary().personId();
      PersonDetails moved =
          new PersonDetails(
              "Ruth", "Exampleford", null, "female", "", "", "9 New Street", "", "", "", "");
      long other =
          cases.referrals.receive(
              TestCases.senior(),
              new NewReferral(person, moved, TestCases.unasked("2026-11-09T09:00:00"), null));
      cases.people.compareDetails(
          TestCases.senior(), id, version(console, id), other, List.of("address"));

      cases.now("2026-11-10T10:00:00");
      assertThat(console.today())
          .contains("Safe contact: 1 to check", "Answers ended on 9 November 2026. Ask again<")
          .doesNotContain("Never asked");

      ask(console, id, State.YES);
      assertThat(console.today()).doesNotContain("to check");
    }
  }

  private static int version(TestConsole console, long id) {
    return Integer.parseInt(console.personVersion(id));
  }

  private static void ask(TestConsole console, long id, State call) {
    console.cases.contacts.changeSafeContact(
        TestCases.senior(),
        id,
        version(console, id),
        Permissions.CHANNELS.stream()
            .map(
                channel ->
                    new PermissionAnswer(
                        channel, channel.equals("call") ? call : State.YES, "", true))
            .toList(),
        null);
  }

  private static void attempt(TestConsole console, long id, String result) {
    console.cases.now("2026-11-11T10:00:00");
    console.cases.contacts.recordAttempt(
        TestCases.senior(),
        id,
        new NewAttempt(LocalDateTime.parse("2026-11-11T09:30:00"), "phone", result, ""));
  }
}
