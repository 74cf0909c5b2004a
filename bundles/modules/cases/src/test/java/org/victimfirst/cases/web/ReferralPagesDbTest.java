package org.victimfirst.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.cases.domain.ReceivedReferral;
import org.victimfirst.cases.store.TestCases;
import org.victimfirst.testing.OnEachDatabase;

class ReferralPagesDbTest {
  private static final String NEW = "/cases/referrals/new";

  static String[] referral(String first, String last, String... more) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "source",
                "self_referral",
                "role",
                "victim",
                "received_date",
                "9 November 2026",
                "received_time",
                "11:20am",
                "safe_to_leave_message",
                "no",
                "safe_to_write",
                "unknown",
                "preferred_contact",
                "phone",
                "gender",
                "female",
                "occurrence_type",
                "harassment",
                "offence_summary",
                "Told on the telephone"));
    fields.addAll(List.of("first_name", first, "last_name", last));
    fields.addAll(Arrays.asList(more));
    return fields.toArray(String[]::new);
  }

  static long recorded(PageResponse response) {
    String path = ((PageResponse.Redirect) response).path();
    assertThat(path).startsWith("/cases/referrals/");
    return Long.parseLong(path.substring("/cases/referrals/".length()));
  }

  static TestConsole console(Dialect dialect) {
    TestConsole console = new TestConsole(dialect);
    console.cases.now("2026-11-10T10:00:00");
    return console;
  }

  private static ReceivedReferral received(TestConsole console, long id) {
    return console.cases.referrals.find(TestCases.senior(), id).orElseThrow();
  }

  @OnEachDatabase
  void takesDownAReferralOfSomebodyNew(Dialect dialect) {
    try (TestConsole console = console(dialect)) {
      assertThat(console.get(NEW).body().asString())
          .contains("Safe contact", "Not asked, or unknown to the referrer")
          .doesNotContain("checked");

      long id = recorded(console.post(NEW, referral("Asha", "Unasked", "phone", "07700 900321")));

      ReceivedReferral received = received(console, id);
      assertThat(received.person().name()).isEqualTo("Asha Unasked");
      assertThat(received.referral().source()).isEqualTo("self_referral");
      assertThat(received.referral().beat()).isEqualTo("unknown");
      assertThat(received.safeContact().state("call")).isEqualTo(State.YES);
      assertThat(received.safeContact().state("voicemail")).isEqualTo(State.NO);
      assertThat(received.safeContact().state("letter")).isEqualTo(State.NOT_ASKED);
      String page = console.get("/cases/referrals/" + id).body().asString();
      assertThat(page)
          .contains("Asha Unasked", "Harassment", "Self Referrals", "Told on the telephone")
          .contains("Voicemail: no", "Phone recorded; shown in the case", "Open a case")
          .doesNotContain("07700 9");
      assertThat(console.cases.test.audit().actions())
          .contains("cases.referral.received", "cases.referral.read");
    }
  }

  @OnEachDatabase
  void aRefusedReferralSaysAllThatIsWrongAndKeepsEveryWord(Dialect dialect) {
    try (TestConsole console = console(dialect)) {
      PageResponse.Page page =
          console.again(
              NEW,
              "received_date",
              "the ninth",
              "received_time",
              "11:20am",
              "offence_summary",
              "Some \"words\"");

      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body().asString())
          .contains("Enter the day on which it came in, like 9 July 2020")
          .contains("Choose who referred", "Choose what happened", "Enter a name, first or last")
          .contains("Choose whether it is safe to leave a message")
          .contains("value=\"the ninth\"", "Some &quot;words&quot;");

      PageResponse.Page future =
          console.again(
              NEW,
              referral("Asha", "Unasked", "date_of_birth", "1 May 2090", "town", "Exampleton"));
      assertThat(future.status()).isEqualTo(422);
      assertThat(future.body().asString())
          .contains("Enter a date of birth that is not in the future", "value=\"Exampleton\"");
      assertThat(console.get("/cases/referrals").body().asString())
          .contains("Every referral has its case");
    }
  }

  @OnEachDatabase
  void asksWhetherThePersonIsKnownBeforeAnythingIsSaved(Dialect dialect) {
    try (TestConsole console = console(dialect)) {
      long known = console.openCase();
      var file = console.cases.files.find(TestCases.senior(), known).orElseThrow();
      String[] same = referral("Ruth", "Exampleford", "date_of_birth", "4 May 1990");

      PageResponse.Page asked = console.again(NEW, same);

      assertThat(asked.status()).isEqualTo(200);
      assertThat(asked.body().asString())
          .contains("Do we know this person?", "Ruth Exampleford", "Born 4 May 1990")
          .contains(file.summary().reference() + " (open)", "Same date of birth and same name")
          .contains("name=\"offence_summary\" value=\"Told on the telephone\"")
          .doesNotContain("checked", "07700 900123");
      assertThat(console.cases.referrals.waiting(TestCases.senior(), 1, 10).total()).isZero();

      PageResponse.Page unanswered = console.again(NEW, with(same, "asked", "yes"));
      assertThat(unanswered.status()).isEqualTo(422);
      assertThat(unanswered.body().asString()).contains("Choose who it is, or “Somebody new”");

      String person = Long.toString(file.summary().personId());
      long second = recorded(console.post(NEW, with(same, "asked", "yes", "known", person)));
      assertThat(received(console, second).personId()).isEqualTo(file.summary().personId());
      assertThat(console.get("/cases/referrals/" + second).body().asString())
          .contains("Cases of this person", file.summary().reference());

      long third = recorded(console.post(NEW, with(same, "asked", "yes", "known", "new")));
      assertThat(received(console, third).personId()).isNotEqualTo(file.summary().personId());
    }
  }

  @OnEachDatabase
  void whatWasEnteredCanBeChangedBeforeItIsSaved(Dialect dialect) {
    try (TestConsole console = console(dialect)) {
      console.openCase();

      PageResponse.Page page =
          console.again(NEW, referral("Ruth", "Exampleford", "asked", "yes", "change", "yes"));

      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body().asString()).contains("Record a referral", "value=\"Exampleford\"");
    }
  }

  @OnEachDatabase
  void namesNobodyWhileDetailsAreHiddenOrSearchIsNotAllowed(Dialect dialect) {
    try (TestConsole console = console(dialect)) {
      console.openCase();
      String[] same = referral("Ruth", "Exampleford", "date_of_birth", "4 May 1990");
      console.hiding(true);
      assertThat(console.again(NEW, same).body().asString())
          .contains("R E", "Date of birth hidden")
          .doesNotContain("Born 4 May");
      long id = recorded(console.post(NEW, with(same, "asked", "yes", "known", "new")));
      assertThat(console.get("/cases/referrals/" + id).body().asString())
          .contains("R E", "Hidden")
          .doesNotContain("Ruth", " 1990", "Told on the telephone");
      assertThat(console.get("/cases/referrals").body().asString()).doesNotContain("Ruth");

      console.hiding(false).as(TestCases.call("writer", "cases:read", "cases:write"));
      recorded(console.post(NEW, same));
    }
  }

  @OnEachDatabase
  void opensACaseForSomebodyOnce(Dialect dialect) {
    try (TestConsole console = console(dialect)) {
      long id = recorded(console.post(NEW, referral("Asha", "Unasked")));
      String path = "/cases/referrals/" + id;
      assertThat(console.get("/cases/referrals").body().asString())
          .contains("Asha Unasked", path, "9 November 2026 at 11:20am");
      assertThat(console.get("/cases/referrals", "page", "9999").body().asString())
          .as("past the end: the last page")
          .contains("Asha Unasked");

      var opened = (PageResponse.Redirect) console.post(path, "caseworker", "cw05");

      long caseId = Long.parseLong(opened.path().substring("/cases/".length()));
      assertThat(
              console
                  .cases
                  .files
                  .find(TestCases.senior(), caseId)
                  .orElseThrow()
                  .summary()
                  .caseworker())
          .isEqualTo("cw05");
      PageResponse.Page again = console.again(path, "caseworker", "cw06");
      assertThat(again.status()).isEqualTo(422);
      assertThat(again.body().asString())
          .contains("This referral has a case already", "Go to the case");
      assertThat(console.get("/cases/referrals").body().asString()).doesNotContain("Asha");
    }
  }

  @OnEachDatabase
  void offersPairsAndTakesDecisions(Dialect dialect) {
    try (TestConsole console = console(dialect)) {
      console.openCase();
      recorded(
          console.post(
              NEW,
              referral(
                  "Ruth",
                  "Exampleford",
                  "date_of_birth",
                  "4 May 1990",
                  "asked",
                  "yes",
                  "known",
                  "new")));
      var pair =
          console.cases.referrals.possibleDuplicates(TestCases.senior(), 1, 10).items().get(0);
      assertThat(console.get("/cases/links").body().asString())
          .contains("Ruth Exampleford", "same date of birth and same name", "Different people")
          .isEqualTo(console.get("/cases/links", "page", "9999").body().asString());

      console.post("/cases/links", "pair", Long.toString(pair.id()), "decision", "linked");

      assertThat(console.get("/cases/links").body().asString()).contains("Nobody to look at");
      assertThat(console.cases.test.audit().actions()).contains("cases.possible-duplicate.decided");
    }
  }

  @OnEachDatabase
  void needsPermissions(Dialect dialect) {
    try (TestConsole console = console(dialect)) {
      long id = recorded(console.post(NEW, referral("Asha", "Unasked")));
      console.as(TestCases.call("reader", "cases:read"));

      assertThat(console.get("/cases/referrals").body().asString())
          .contains("Asha Unasked")
          .doesNotContain("Record a referral", "Open a case</button>");
      assertThat(console.get("/cases/referrals/" + id).body().asString())
          .contains("Somebody who may open cases decides");
      assertThatThrownBy(() -> console.get(NEW)).isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(() -> console.post("/cases/referrals/" + id, "caseworker", ""))
          .isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(() -> console.get("/cases/referrals/1"))
          .isInstanceOfSatisfying(
              ProblemException.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }
  }

  static String[] with(String[] fields, String... more) {
    List<String> all = new ArrayList<>(Arrays.asList(fields));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }
}
