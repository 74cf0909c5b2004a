package org.victimfirst.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.NewAttempt;
import org.victimfirst.cases.domain.NewReferral;
import org.victimfirst.cases.domain.NextAction;
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
      own(console);
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

  private static void attempt(TestConsole console, long id, String result) {
    console.cases.now("2026-11-11T10:00:00");
    console.cases.contacts.recordAttempt(
        TestCases.senior(),
        id,
        new NewAttempt(LocalDateTime.parse("2026-11-11T09:30:00"), "phone", result, ""));
  }
}
