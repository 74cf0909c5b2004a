package org.victimfirst.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.cases.TimelineEntry;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.Closing;
import org.victimfirst.cases.domain.NewAttempt;
import org.victimfirst.cases.domain.PermissionAnswer;
import org.victimfirst.cases.store.TestCases;
import org.victimfirst.testing.OnEachDatabase;

class PersonPagesDbTest {
  private static String details(long caseId) {
    return "/cases/" + caseId + "/person/details";
  }

  private static String equality(long caseId) {
    return "/cases/" + caseId + "/person/equality";
  }

  private static CaseFile file(TestConsole console, long caseId) {
    return console.cases.files.find(TestCases.senior(), caseId).orElseThrow();
  }

  @OnEachDatabase
  void showsWhoTheCaseIsAboutWithoutWaysToReachThem(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();

      String tab = console.tab(id, "person");

      assertThat(tab)
          .contains("Ruth Exampleford", "4 May 1990", "Female", "English", "Not asked.")
          .contains("07700 900•••", "Show")
          .doesNotContain("07700 900123", "someone@example.org", "1 Example Street");
      console.hiding(true);
      assertThat(console.tab(id, "person"))
          .contains("R E", "Hidden")
          .doesNotContain("Ruth", " 1990", "Female", "English", "07700 9");
    }
  }

  @OnEachDatabase
  void showsOneDetailWhenAskedAndRecordsIt(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();

      PageResponse.Page page =
          console.again("/cases/" + id + "/show", "detail", "phone", "tab", "person");

      assertThat(page.tab()).isEqualTo("person");
      assertThat(page.body().asString())
          .contains("07700 900123")
          .doesNotContain("1 Example Street");
      assertThat(console.cases.test.audit().actions()).contains("cases.detail.shown");
    }
  }

  @OnEachDatabase
  void changesDetailsAndKeepsWhatWasLeftEmpty(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      assertThat(console.get(details(id)).body().asString())
          .contains("value=\"Ruth\"", "value=\"4 May 1990\"", "Recorded: 07700 900•••")
          .doesNotContain(" 900123", "someone@", "Example Street");

      PageResponse saved =
          console.post(
              details(id),
              "version",
              console.personVersion(id),
              "first_name",
              "Ruth",
              "last_name",
              "Examplewood",
              "date_of_birth",
              "5/5/1990",
              "gender",
              "female",
              "language",
              "Welsh",
              "remove",
              "email");

      assertThat(saved)
          .isEqualTo(PageResponse.redirect("/cases/" + id + "/person", "Details saved"));
      var person = file(console, id).person();
      assertThat(person.name()).isEqualTo("Ruth Examplewood");
      assertThat(person.phone()).isEqualTo("07700 900123");
      assertThat(person.email()).isEmpty();
      assertThat(person.addressLine1()).isEqualTo("1 Example Street");
      assertThat(person.language()).isEqualTo("Welsh");
      assertThat(console.cases.timeline.entries(TestCases.senior(), id))
          .filteredOn(entry -> entry.title().equals("Details changed"))
          .extracting(TimelineEntry::detail)
          .containsExactly("name, date of birth, email, language");
      assertThat(console.cases.test.audit().actions()).contains("cases.person.changed");
    }
  }

  @OnEachDatabase
  void aNewAddressReplacesTheWholeOneAndIsAskedForWhole(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      String[] postcode = {
        "version",
        console.personVersion(id),
        "last_name",
        "Exampleford",
        "gender",
        "female",
        "postcode",
        "ZZ99 1AA",
        "remove",
        ""
      };

      PageResponse.Page page = console.again(details(id), postcode);

      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body().asString())
          .contains("Enter the whole address, with line 1", "with the town or city")
          .contains("To correct a part of it, enter the whole address", "value=\"ZZ99 1AA\"")
          .doesNotContain("with line 2", "1 Example Street", "Exampleton");
      assertThat(file(console, id).person().addressLine1()).isEqualTo("1 Example Street");

      postcode[9] = "address";
      console.post(details(id), postcode);
      var person = file(console, id).person();
      assertThat(List.of(person.addressLine1(), person.town(), person.postcode()))
          .containsExactly("", "", "ZZ99 1AA");
    }
  }

  @OnEachDatabase
  void recordsOnlyWhatWasShown(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      console.cases.contacts.changeSafeContact(
          TestCases.senior(),
          id,
          Integer.parseInt(console.personVersion(id)),
          List.of(new PermissionAnswer("email", State.NO, "", false)),
          null);

      console.hiding(true).again("/cases/" + id + "/show", "detail", "phone", "tab", "person");
      console.hiding(false).again("/cases/" + id + "/show", "detail", "email", "tab", "");
      assertThat(console.cases.test.audit().actions()).doesNotContain("cases.detail.shown");

      console.again("/cases/" + id + "/show", "detail", "phone", "tab", "");
      assertThat(console.cases.test.audit().entries())
          .filteredOn(entry -> entry.action().equals("cases.detail.shown"))
          .extracting(entry -> entry.details().get("detail"))
          .containsExactly("phone");
    }
  }

  @OnEachDatabase
  void aRefusedFormKeepsEveryWord(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();

      PageResponse.Page page =
          console.again(
              details(id),
              "version",
              console.personVersion(id),
              "first_name",
              "Ruth <b>",
              "last_name",
              "Exampleford",
              "date_of_birth",
              "the fifth",
              "gender",
              "female",
              "phone",
              "07700 900999");

      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body().asString())
          .contains("Enter the date of birth, like 4 May 1980")
          .contains("href=\"#date_of_birth\"", "value=\"the fifth\"", "value=\"07700 900999\"")
          .contains("Ruth &lt;b&gt;")
          .doesNotContain("<b>\"");
      assertThat(console.again(details(id), "version", "1", "gender", "female").body().asString())
          .contains("Enter a name");
      assertThat(file(console, id).person().firstName()).isEqualTo("Ruth");
    }
  }

  @OnEachDatabase
  void aConflictShowsBothVersionsAndKeepsWhatWasTyped(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      String seen = console.personVersion(id);
      console.post(
          details(id),
          "version",
          seen,
          "last_name",
          "Meanwhile",
          "gender",
          "female",
          "phone",
          "07700 900555");
      String[] mine = {
        "version",
        seen,
        "first_name",
        "Ruth",
        "last_name",
        "Mine",
        "gender",
        "female",
        "phone",
        "07700 900777"
      };

      PageResponse.Page page = console.again(details(id), mine);

      assertThat(page.status()).isEqualTo(422);
      String body = page.body().asString();
      assertThat(body)
          .contains("Saved by somebody else meanwhile", "Ruth Mine", "Meanwhile")
          .contains("value=\"Mine\"", "value=\"07700 900777\"")
          .contains("07700 900•••")
          .doesNotContain(" 900555");
      assertThat(file(console, id).person().lastName()).isEqualTo("Meanwhile");

      mine[1] = console.personVersion(id);
      assertThat(body).contains("name=\"version\" value=\"" + mine[1] + "\"");
      console.post(details(id), mine);
      assertThat(file(console, id).person().name()).isEqualTo("Ruth Mine");
    }
  }

  @OnEachDatabase
  void recordsAnswersForEqualityMonitoring(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      String seen = console.personVersion(id);
      PageResponse.Page missing =
          console.again(equality(id), "version", seen, "religion", "christian");
      assertThat(missing.status()).isEqualTo(422);
      assertThat(missing.body().asString())
          .contains("Choose an answer about ethnicity", "Choose an answer about disability");
      String[] answers = {
        "version",
        seen,
        "ethnicity",
        "white_irish",
        "disability",
        "mental_health",
        "disability",
        "wheelchair_or_mobility",
        "religion",
        "prefer_not_to_say",
        "sexual_orientation",
        "unknown",
        "communication_need",
        "no_need"
      };

      PageResponse saved = console.post(equality(id), answers);

      assertThat(saved)
          .isEqualTo(PageResponse.redirect("/cases/" + id + "/person", "Answers saved"));
      assertThat(console.tab(id, "person"))
          .contains("White: Irish")
          .contains("Mental Health Difficulties and Wheelchair user/mobility difficulty");
      assertThat(console.cases.timeline.entries(TestCases.senior(), id))
          .extracting(TimelineEntry::title)
          .contains("Equality monitoring answered");
      assertThat(console.get(equality(id)).body().asString())
          .containsPattern("value=\"white_irish\"\\s+checked");

      answers[3] = "asian_indian";
      assertThat(console.again(equality(id), answers).body().asString())
          .contains("White: Irish", "Asian/Asian British: Indian");
      assertThat(Objects.requireNonNull(file(console, id).demographics()).ethnicity())
          .isEqualTo("white_irish");
    }
  }

  @OnEachDatabase
  void isLeftOutWhilePersonalDetailsAreHidden(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      console.hiding(true);

      for (String path : List.of(details(id), equality(id), "/cases/" + id + "/safe-contact")) {
        assertThat(console.get(path).body().asString())
            .contains("Personal details are hidden")
            .doesNotContain("<form", "Ruth");
      }
    }
  }

  @OnEachDatabase
  void aClosedCaseIsLocked(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      console.cases.now("2026-11-11T10:00:00");
      console.cases.contacts.recordAttempt(
          TestCases.senior(),
          id,
          new NewAttempt(java.time.LocalDateTime.of(2026, 11, 11, 9, 0), "phone", "spoke", ""));
      console.cases.casework.close(
          TestCases.senior(),
          id,
          file(console, id).version(),
          new Closing("enhanced_supported", "", ""));

      assertThat(console.tab(id, "person")).doesNotContain("Change details", "Record answers");
      PageResponse.Page refused =
          console.again(
              details(id),
              "version",
              console.personVersion(id),
              "last_name",
              "Changed",
              "gender",
              "female");
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body().asString()).contains("closed", "value=\"Changed\"");
      assertThat(file(console, id).person().lastName()).isEqualTo("Exampleford");
    }
  }

  @OnEachDatabase
  void needsPermissions(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      console.as(TestCases.call("reader", "cases:read"));

      assertThat(console.tab(id, "person"))
          .contains("Ruth Exampleford")
          .doesNotContain("Change details", "Show");
      assertThatThrownBy(() -> console.get(details(id))).isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(() -> console.post(equality(id), "version", "1"))
          .isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(() -> console.post("/cases/" + id + "/show", "detail", "phone"))
          .isInstanceOf(AccessDeniedException.class);
    }
  }
}
