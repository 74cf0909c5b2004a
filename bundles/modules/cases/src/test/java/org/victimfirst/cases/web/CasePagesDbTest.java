package org.victimfirst.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.cases.store.TestCases;
import org.victimfirst.testing.OnEachDatabase;

class CasePagesDbTest {
  private static String path(long caseId, String page) {
    return "/cases/" + caseId + page;
  }

  private static String reference(TestConsole console, long id) {
    return console.cases.files.find(TestCases.senior(), id).orElseThrow().summary().reference();
  }

  @OnEachDatabase
  void listsCasesWithFilters(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();

      assertThat(console.get("/cases").body().asString())
          .contains("Ruth Exampleford", reference(console, id), "Harassment", "No voicemail")
          .contains("Showing 1 to 1 of 1", "Record a referral")
          .doesNotContain("07700 9", "Example Street", " 1990", "Offence reported");
      assertThat(console.get("/cases", "page", "9999").body().asString())
          .as("past the end: the last page")
          .contains("Ruth Exampleford", "Showing 1 to 1 of 1");
      assertThat(console.get("/cases", "status", "closed").body().asString())
          .contains("No case fits these filters", "Closed", "remove this filter");
      assertThat(console.hiding(true).get("/cases").body().asString())
          .contains("R E")
          .doesNotContain("Ruth");
    }
  }

  @OnEachDatabase
  void findsWithoutPuttingNamesIntoAddresses(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();

      var found = (PageResponse.Redirect) console.post("/find", "find", "exampleford");

      assertThat(found.path())
          .startsWith("/cases?found=")
          .doesNotContainIgnoringCase("exampleford");
      String token = found.path().substring("/cases?found=".length());
      assertThat(console.get("/cases", "found", token).body().asString())
          .contains("Ruth Exampleford");
      assertThat(console.get("/cases", "found", "guessed").body().asString())
          .contains("Nothing found");
      assertThat(console.post("/find", "find", reference(console, id)))
          .isEqualTo(PageResponse.redirect("/cases/" + id));
      assertThat(console.post("/find", "find", " ")).isEqualTo(PageResponse.redirect("/cases"));
      assertThat(console.hiding(true).again("/find", "find", "exampleford").body().asString())
          .contains("Search is off")
          .doesNotContain("exampleford");
    }
  }

  @OnEachDatabase
  void theOverviewMasksWaysToReachThePerson(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();

      assertThat(console.tab(id, ""))
          .contains("07700 900•••", "Record a contact", "Print this case", "Support: not asked")
          .doesNotContain(" 900123", "someone@", "Example Street");
      assertThat(console.as(TestCases.call("reader", "cases:read")).tab(id, ""))
          .doesNotContain("Record a contact", "Assign", "Close the case", "Show<");
      assertThatThrownBy(() -> console.tab(1, "")).isInstanceOf(Exception.class);
    }
  }

  @OnEachDatabase
  void worksOnACaseAndKeepsTypedTextOnAConflict(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      String seen = console.version(id);
      assertThat(
              console.post(
                  path(id, "/next-action"),
                  "version",
                  seen,
                  "what",
                  "Ring again",
                  "due",
                  "12 November 2026"))
          .isEqualTo(PageResponse.redirect(path(id, ""), "Next action saved"));

      PageResponse.Page stale =
          console.again(
              path(id, "/assign"), "version", seen, "caseworker", "cw05", "reason", "Holiday");

      assertThat(stale.status()).isEqualTo(422);
      assertThat(stale.body().asString())
          .contains("Somebody else changed the case meanwhile", "next: Ring again", "Holiday")
          .contains("name=\"version\" value=\"" + console.version(id) + "\"");
      assertThat(
              console
                  .again(path(id, "/next-action"), "version", seen, "due", "soon")
                  .body()
                  .asString())
          .contains("Enter the date, like 9 July 2020", "value=\"soon\"");
      assertThat(
              console.post(
                  path(id, "/consent"),
                  "version",
                  seen,
                  "kind",
                  "service",
                  "answer",
                  "yes",
                  "note",
                  "On the phone"))
          .isEqualTo(PageResponse.redirect(path(id, ""), "Answer recorded"));
      assertThat(console.tab(id, "")).contains("Support: yes", "Next: Ring again");
      assertThatThrownBy(() -> console.post(path(id, "/next-action"), "what", "Without version"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> assertThat(problem.code()).isEqualTo("version_missing"));
    }
  }

  @OnEachDatabase
  void writesNotesAndAddsToThem(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      assertThat(console.again(path(id, "/notes"), "body", " ").body().asString())
          .contains("Write the note");

      console.post(path(id, "/notes"), "body", "First words");
      long note = console.cases.files.notes(TestCases.senior(), id).get(0).id();
      console.post(path(id, "/notes/" + note + "/amend"), "amend-" + note, "More words");

      assertThat(console.tab(id, "notes")).contains("First words", "More words");
      assertThat(console.tab(id, "timeline")).contains("Note amended", "Referral received");
      assertThat(console.hiding(true).tab(id, "timeline")).doesNotContain("More words");
    }
  }

  @OnEachDatabase
  void closesWithAnOutcomeThatFitsAndOpensAgain(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      console.cases.now("2026-11-12T10:00:00");
      assertThat(console.get(path(id, "/close")).body().asString())
          .contains("Outcomes that do not fit, and why", "Nobody has spoken with the person yet");
      PageResponse.Page refused =
          console.again(
              path(id, "/close"),
              "version",
              console.version(id),
              "outcome",
              "enhanced_supported",
              "reason",
              "All done");
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body().asString()).contains("All done", "href=\"#main\"");

      console.post(
          path(id, "/contact/new"),
          "channel",
          "phone",
          "result",
          "spoke",
          "date",
          "11 November 2026",
          "time",
          "9am");
      assertThat(
              console.post(
                  path(id, "/close"),
                  "version",
                  console.version(id),
                  "outcome",
                  "enhanced_supported"))
          .isEqualTo(PageResponse.redirect(path(id, ""), "Case closed"));
      assertThat(console.tab(id, ""))
          .contains("This case is closed", "Enhanced: supported and closed")
          .doesNotContain("Record a contact");
      assertThat(console.tab(id, "notes")).doesNotContain("Save note");

      assertThat(
              console
                  .again(path(id, "/reopen"), "version", console.version(id), "reason", "")
                  .body()
                  .asString())
          .contains("Say why the case is opened again");
      assertThat(
              console.post(
                  path(id, "/reopen"), "version", console.version(id), "reason", "Asked again"))
          .isEqualTo(PageResponse.redirect(path(id, ""), "Case opened again"));
    }
  }

  @OnEachDatabase
  void asksBeforeItPrintsAndRecordsIt(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      console.post(path(id, "/notes"), "body", "Words of a note");
      assertThat(console.get(path(id, "/print")).body().asString())
          .contains("What else do you need on it?", "shred it")
          .doesNotContain("checked", "Words of a note");

      PageResponse.Page bare = console.again(path(id, "/print"));
      assertThat(bare.title()).isEqualTo("Case " + reference(console, id) + " on paper");
      assertThat(bare.caseId()).as("no head with the name").isZero();
      assertThat(bare.body().asString())
          .contains("R E", "Voicemail: No", "Harassment")
          .doesNotContain("Ruth", "07700 9", "Words of a note", "Timeline");

      String whole =
          console
              .again(path(id, "/print"), "parts", "name", "parts", "notes", "parts", "timeline")
              .body()
              .asString();
      assertThat(whole)
          .contains("Ruth Exampleford", "Words of a note", "Referral received")
          .doesNotContain("07700 9", "someone@", "Example Street");
      assertThat(console.cases.test.audit().entries())
          .filteredOn(entry -> entry.action().equals("cases.case.printed"))
          .extracting(entry -> entry.details().get("parts"))
          .containsExactly("", "name notes timeline");

      console.hiding(true);
      assertThat(console.again(path(id, "/print"), "parts", "name").body().asString())
          .contains("Personal details are hidden")
          .doesNotContain("Ruth");
    }
  }

  @OnEachDatabase
  void answersForACaseThatDoesNotExist(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      for (String page :
          List.of("/close", "/assign", "/safe-contact", "/print", "/person/details")) {
        assertThatThrownBy(() -> console.get(path(42, page)))
            .isInstanceOfSatisfying(
                ProblemException.class, problem -> assertThat(problem.status()).isEqualTo(404));
      }
    }
  }

  @OnEachDatabase
  void everyActNeedsMoreThanReading(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      console.as(TestCases.call("reader", "cases:read"));

      List<String> acts =
          console.routes().stream()
              .filter(route -> route.method().equals("POST"))
              .map(route -> route.path().replaceAll("\\{\\w+:\\[0-9]\\+}", Long.toString(id)))
              .filter(path -> !path.endsWith("/print"))
              .toList();

      assertThat(acts).hasSizeGreaterThan(15);
      for (String act : acts) {
        assertThatThrownBy(() -> console.post(act)).isInstanceOf(AccessDeniedException.class);
      }
    }
  }
}
