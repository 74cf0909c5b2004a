package org.victimfirst.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.victimfirst.cases.web.ReferralPagesDbTest.console;
import static org.victimfirst.cases.web.ReferralPagesDbTest.recorded;
import static org.victimfirst.cases.web.ReferralPagesDbTest.referral;
import static org.victimfirst.cases.web.ReferralPagesDbTest.with;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.NewAttempt;
import org.victimfirst.cases.domain.PermissionAnswer;
import org.victimfirst.cases.store.TestCases;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.RecordedAudit;

/** Other ways to reach a known person that a referral gives, from the referral to the decision. */
class OtherDetailsPagesDbTest {
  private static final String NEW = "/cases/referrals/new";

  @OnEachDatabase
  void anotherAddressOfAKnownPersonIsNeitherSafeNorLost(Dialect dialect) {
    try (TestConsole console = console(dialect)) {
      var cases = console.cases;
      cases.now("2026-11-10T10:00:00");
      long first =
          cases.openCase(
              TestCases.person("Ruth", "Exampleford", "1990-05-04"),
              TestCases.referral("2026-11-09T08:00:00", "yes", "yes"));
      assertThat(file(console, first).safeContact().state("letter")).isEqualTo(State.YES);
      String person = Long.toString(file(console, first).summary().personId());
      String[] other =
          with(
              referral("Ruth", "Exampleford", "date_of_birth", "4 May 1990"),
              "asked",
              "yes",
              "known",
              person,
              "phone",
              "+44 7700 900123",
              "address_line_1",
              "9 New Street",
              "town",
              "Exampleton",
              "postcode",
              "ZZ9 9ZZ");
      other[Arrays.asList(other).indexOf("safe_to_write") + 1] = "yes";
      long referral = recorded(console.post(NEW, other));
      assertThat(console.get("/cases/referrals/" + referral).body().asString())
          .contains("The address differs from what is recorded of the person: decide there");
      long second = cases.casework.open(TestCases.senior(), referral, "");

      for (long id : List.of(first, second)) {
        assertThat(file(console, id).safeContact().state("letter"))
            .as("the new address is said to be safe, and the old one may be left by now")
            .isEqualTo(State.NOT_ASKED);
        assertThat(file(console, id).safeContact().state("voicemail"))
            .as("no for the same phone")
            .isEqualTo(State.NO);
        assertThat(console.tab(id, "")).contains("A referral gives another address");
        assertThat(console.tab(id, "person"))
            .contains(
                "A referral gives another address", "Show<", "the other address", "Self Referrals")
            .doesNotContain("9 New Street", "phone number</h");
      }
      assertThatThrownBy(
              () ->
                  cases.contacts.recordAttempt(
                      TestCases.senior(),
                      second,
                      new NewAttempt(
                          LocalDateTime.parse("2026-11-10T10:00:00"), "letter", "letter_sent", "")))
          .as("no letter passes the gate")
          .isInstanceOf(ProblemException.class);
      String shown = "address@" + referral;
      String show = "/cases/" + second + "/show";
      assertThat(console.again(show, "detail", shown, "tab", "person").body().asString())
          .contains("9 New Street, Exampleton, ZZ9 9ZZ");
      assertThat(cases.test.audit().entries())
          .filteredOn(entry -> entry.action().equals("cases.detail.shown"))
          .extracting(RecordedAudit.Entry::details)
          .containsExactly(Map.of("detail", "address", "referral", Long.toString(referral)));
      assertThat(console.hiding(true).tab(second, "person"))
          .contains("A referral gives another address")
          .doesNotContain("Show<", "Self Referrals");
      assertThat(console.again(show, "detail", shown, "tab", "person").body().asString())
          .doesNotContain("9 New Street");
      console.hiding(false);

      String compare = "/cases/" + second + "/person/compare/" + referral;
      String version = console.personVersion(second);
      assertThat(console.get(compare).body().asString()).contains("None of these");
      PageResponse.Page both =
          console.again(compare, "version", version, "take", "address", "take", "none");
      assertThat(both.status()).isEqualTo(422);
      assertThat(console.again(compare, "version", "1", "take", "address").body().asString())
          .contains("Somebody else changed this meanwhile");
      console.post(compare, "version", version, "take", "address");

      assertThat(file(console, second).person().addressLine1()).isEqualTo("9 New Street");
      assertThat(file(console, second).person().phone()).isEqualTo("07700 900123");
      assertThat(file(console, second).safeContact().state("letter"))
          .as("safe, as its own referral said")
          .isEqualTo(State.YES);
      assertThat(console.tab(first, "person")).doesNotContain("A referral gives another");
    }
  }

  @OnEachDatabase
  void anAnswerAboutTheOldAddressDoesNotGoOverToAnother(Dialect dialect) {
    try (TestConsole console = console(dialect)) {
      var cases = console.cases;
      long first = console.openCase();
      String person = Long.toString(file(console, first).summary().personId());
      cases.contacts.changeSafeContact(
          TestCases.senior(),
          first,
          file(console, first).personVersion(),
          List.of(new PermissionAnswer("letter", State.YES, "", true)),
          null);
      String[] other =
          with(
              referral("Ruth", "Exampleford", "date_of_birth", "4 May 1990"),
              "asked",
              "yes",
              "known",
              person,
              "address_line_1",
              "9 New Street");
      long kept = recorded(console.post(NEW, other));
      String compare = "/cases/" + first + "/person/compare/";
      console.post(compare + kept, "version", console.personVersion(first), "take", "none");
      assertThat(file(console, first).others()).isEmpty();
      assertThat(file(console, first).person().addressLine1()).isEqualTo("1 Example Street");
      assertThat(file(console, first).safeContact().state("letter")).isEqualTo(State.YES);
      assertThat(console.get("/cases/referrals/" + kept).body().asString())
          .contains("The address differs from what is recorded of the person<");

      long taken = recorded(console.post(NEW, other));
      console.post(compare + taken, "version", console.personVersion(first), "take", "address");

      assertThat(file(console, first).person().addressLine1()).isEqualTo("9 New Street");
      assertThat(file(console, first).safeContact().state("letter")).isEqualTo(State.NOT_ASKED);
      assertThat(cases.test.audit().entries())
          .filteredOn(entry -> entry.action().equals("cases.person.compared"))
          .extracting(entry -> entry.details().getOrDefault("not_asked", "?"))
          .containsExactly("", "letter");
    }
  }

  @OnEachDatabase
  void ofTwoThatWaitTheOlderIsDecidedFirst(Dialect dialect) {
    try (TestConsole console = console(dialect)) {
      long id = console.openCase();
      String person = Long.toString(file(console, id).summary().personId());
      String[] known = {"asked", "yes", "known", person};
      String[] ruth = with(referral("Ruth", "Exampleford", "date_of_birth", "4 May 1990"), known);
      long older = recorded(console.post(NEW, with(ruth, "phone", "07700 900777")));
      long newer = recorded(console.post(NEW, with(ruth, "email", "other@example.org")));
      String compare = "/cases/" + id + "/person/compare/";

      assertThat(console.tab(id, "person"))
          .contains(compare + older, "Decide about the older referral first.")
          .doesNotContain(compare + newer);
      String version = console.personVersion(id);
      assertThat(
              console.again(compare + newer, "version", version, "take", "email").body().asString())
          .contains("An older referral gave other details too.");
      console.post(compare + older, "version", version, "take", "phone");

      assertThat(file(console, id).person().phone()).isEqualTo("07700 900777");
      assertThat(file(console, id).others())
          .singleElement()
          .satisfies(other -> assertThat(other.referralId()).isEqualTo(newer));
    }
  }

  private static CaseFile file(TestConsole console, long id) {
    return console.cases.files.find(TestCases.senior(), id).orElseThrow();
  }
}
