package org.victimfirst.cases.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.NewAttempt;
import org.victimfirst.cases.domain.PermissionAnswer;
import org.victimfirst.cases.domain.PermissionEntry;
import org.victimfirst.cases.store.TestCases;
import org.victimfirst.testing.OnEachDatabase;

/** Safe contact and ways to reach people, as programs see them. */
class ContactResourceDbTest {
  private static ContactResource contact(TestCases cases) {
    return new ContactResource(cases.files, cases.contacts, TestCases::senior, cases.test.audit());
  }

  private static long open(TestCases cases) {
    cases.now("2026-11-10T10:00:00");
    return cases.openCase(
        TestCases.person("Ruth", "Exampleford", "1990-05-04"),
        TestCases.referral("2026-11-09T08:00:00", "no", "unknown"));
  }

  private static CaseFile file(TestCases cases, long id) {
    return cases.files.find(TestCases.senior(), id).orElseThrow();
  }

  private static String ifMatch(TestCases cases, long id) {
    return "\"" + file(cases, id).personVersion() + "\"";
  }

  private static ContactResource.SentChannel channel(
      String channel, String state, @Nullable String note) {
    return new ContactResource.SentChannel(channel, state, note, null);
  }

  @OnEachDatabase
  void aCaseGoesOutWithoutWaysToReachThePerson(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = open(cases);

      CaseView.Whole whole = new CaseResource(cases.files, TestCases::senior).find(id);

      assertThat(whole.person().lastName()).isEqualTo("Exampleford");
      assertThat(whole.toString())
          .doesNotContain("07700 9", "someone@", "Example Street", "Exampleton", "LE99");
      assertThat(cases.test.audit().actions()).doesNotContain("cases.detail.shown");
    }
  }

  @OnEachDatabase
  void saysWhatHappenedInAnIncident(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = open(cases);

      cases.contacts.recordIncident(
          TestCases.senior(),
          id,
          new NewAttempt(
              LocalDateTime.parse("2026-11-10T10:00"), "phone", "voicemail_left", "Rang"),
          "He played it");

      assertThat(contact(cases).attempts(id))
          .singleElement()
          .satisfies(
              attempt -> {
                assertThat(attempt.incident()).isTrue();
                assertThat(attempt.whatHappened()).isEqualTo("He played it");
              });
    }
  }

  @OnEachDatabase
  void saysOnlyWhatIsSafeAndRecordsIt(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = open(cases);
      cases.contacts.changeSafeContact(
          TestCases.senior(),
          id,
          file(cases, id).personVersion(),
          List.of(
              new PermissionAnswer("call", State.NO, "", false),
              new PermissionAnswer("letter", State.NO, "", false)),
          null);

      CaseView.Reach reach = contact(cases).contactDetails(id);

      assertThat(reach)
          .isEqualTo(
              new CaseView.Reach(
                  null,
                  "someone@example.org",
                  null,
                  null,
                  null,
                  null,
                  List.of("phone", "address"),
                  List.of()));
      assertThat(cases.test.audit().entries())
          .filteredOn(entry -> entry.action().equals("cases.detail.shown"))
          .extracting(entry -> entry.details().get("detail"))
          .containsExactly("email");
    }
  }

  @OnEachDatabase
  void whatIsLeftOutOfAChangeOfThePersonStays(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = open(cases);
      WorkResource work =
          new WorkResource(cases.files, cases.casework, cases.people, TestCases::senior);

      work.changePerson(
          id,
          ifMatch(cases, id),
          new SentPerson(
              "Ruth", "Examplewood", null, "female", null, "", null, null, null, null, "Welsh"));

      var person = file(cases, id).person();
      assertThat(person.name()).isEqualTo("Ruth Examplewood");
      assertThat(person.phone()).isEqualTo("07700 900123");
      assertThat(person.email()).as("taken out by an empty text").isEmpty();
      assertThat(person.addressLine1()).isEqualTo("1 Example Street");

      work.changePerson(
          id,
          ifMatch(cases, id),
          new SentPerson(
              "Ruth", "E", null, "female", null, null, "2 Sample Road", null, null, null, null));
      assertThat(file(cases, id).person().addressLine1()).isEqualTo("2 Sample Road");
      assertThat(file(cases, id).person().postcode()).as("an address is taken whole").isEmpty();
    }
  }

  @OnEachDatabase
  void saysWhatIsToBeAskedAgainAfterAnotherAddress(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = open(cases);
      WorkResource work =
          new WorkResource(cases.files, cases.casework, cases.people, TestCases::senior);
      contact(cases)
          .changeSafeContact(
              id,
              ifMatch(cases, id),
              new ContactResource.Answers(
                  List.of(channel("email", "yes", null), channel("letter", "yes", null)), null));

      var sent =
          new SentPerson(
              "Ruth",
              "E",
              null,
              "female",
              "07700 900456",
              null,
              "9 New Street",
              null,
              null,
              null,
              null);

      assertThat(work.changePerson(id, ifMatch(cases, id), sent).askAgain())
          .as("the referrer's and ours")
          .containsExactly("call", "letter");
      assertThat(file(cases, id).safeContact().state("letter")).isEqualTo(State.NOT_ASKED);
      assertThat(file(cases, id).safeContact().state("email")).isEqualTo(State.YES);
      assertThat(file(cases, id).safeContact().state("voicemail")).isEqualTo(State.NO);
      assertThat(work.changePerson(id, ifMatch(cases, id), sent).askAgain()).isEmpty();
    }
  }

  @OnEachDatabase
  void sendingBackWhatWasReadAnswersNothing(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = open(cases);
      ContactResource contact = contact(cases);
      contact.changeSafeContact(
          id,
          ifMatch(cases, id),
          new ContactResource.Answers(
              List.of(channel("call", "no", "He answers"), channel("letter", "yes", null)),
              "Say wrong number"));
      cases.now("2026-11-20T10:00:00");
      int before = contact.safeContact(id).size();

      CaseView.SafeContactView read = CaseView.SafeContactView.of(file(cases, id));
      contact.changeSafeContact(
          id,
          ifMatch(cases, id),
          new ContactResource.Answers(
              read.channels().stream()
                  .map(one -> channel(one.channel(), one.state(), one.note()))
                  .toList(),
              null));
      assertThat(contact.safeContact(id)).hasSize(before);
      assertThat(file(cases, id).contactRule()).isEqualTo("Say wrong number");

      cases.now("2026-11-29T10:00:00");
      contact.changeSafeContact(
          id,
          ifMatch(cases, id),
          new ContactResource.Answers(List.of(channel("call", "not_asked", "")), null));
      assertThat(contact.safeContact(id)).as("the no that has ended stays").hasSize(before);
      contact.changeSafeContact(
          id,
          ifMatch(cases, id),
          new ContactResource.Answers(
              List.of(new ContactResource.SentChannel("letter", "yes", null, true)), null));
      assertThat(contact.safeContact(id))
          .first()
          .extracting(PermissionEntry::channel, PermissionEntry::state)
          .containsExactly("letter", State.YES);
    }
  }
}
