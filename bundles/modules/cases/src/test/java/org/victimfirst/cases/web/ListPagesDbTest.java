package org.victimfirst.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.cases.domain.NewReferral;
import org.victimfirst.cases.store.TestCases;
import org.victimfirst.testing.OnEachDatabase;

/** Lists, what a search found, and whom a case can be given to. */
class ListPagesDbTest {
  @OnEachDatabase
  void hidesWhatHappenedOnEveryPage(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      long referral =
          console.cases.referrals.receive(
              TestCases.senior(),
              new NewReferral(
                  0,
                  TestCases.person("Tom", "Sample", "2012-01-01"),
                  TestCases.referral("sarc", "2026-11-09T11:00:00", "yes", "yes"),
                  null));
      long fromSarc =
          console.cases.casework.open(
              TestCases.senior(),
              console.cases.referrals.receive(
                  TestCases.senior(),
                  new NewReferral(
                      0,
                      TestCases.person("Ann", "Sample", "1990-01-01"),
                      TestCases.referral("sarc", "2026-11-09T11:30:00", "yes", "yes"),
                      null)),
              "");
      console.cases.casework.addNote(TestCases.senior(), id, "A note about what happened");
      List<String> told =
          List.of(
              "Harassment",
              "Melton",
              "Exampleford",
              "Tom Sample",
              "900123",
              "A note about",
              "Persistently targeted",
              "SARC");
      String clear = everything(console, referral, id, fromSarc);
      console.hiding(true);
      String hidden = everything(console, referral, id, fromSarc);

      for (String words : told) {
        assertThat(clear).contains(words.equals("900123") ? "07700 900" : words);
        assertThat(hidden).doesNotContain(words);
      }
      assertThat(hidden).contains("Enhanced rights", "Referral received");
    }
  }

  private static String everything(TestConsole console, long referral, long... cases) {
    StringBuilder all = new StringBuilder();
    for (long id : cases) {
      for (String tab : List.of("", "contact", "person", "notes", "timeline")) {
        all.append(console.tab(id, tab));
      }
    }
    for (String path : List.of("/cases", "/cases/referrals", "/cases/referrals/" + referral)) {
      // The filter's choices are the area's words, not what happened to anybody.
      String html = console.get(path).body().asString();
      all.append(html.replaceAll("(?s)<select.*?</select>", ""));
    }
    return all.toString();
  }

  @OnEachDatabase
  void showsSafeContactOfWhatWasFound(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      PageResponse.Redirect found =
          (PageResponse.Redirect) console.post("/find", "find", "Exampleford");

      String html =
          console.get("/cases", "found", found.path().replaceAll(".*=", "")).body().asString();

      assertThat(html).contains("Ruth Exampleford", "Safe contact", "No voicemail");
      assertThat(console.cases.test.audit().entries())
          .filteredOn(one -> one.action().equals("cases.list.read"))
          .last()
          .satisfies(one -> assertThat(one.details()).containsEntry("cases", Long.toString(id)));
    }
  }

  @OnEachDatabase
  void recordsWhoseNamesWaitedForACase(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long referral =
          console.cases.referrals.receive(
              TestCases.senior(),
              new NewReferral(
                  0,
                  TestCases.person("Tom", "Sample", "2012-01-01"),
                  TestCases.referral("2026-11-09T11:00:00", "yes", "yes"),
                  null));

      console.get("/cases/referrals");

      assertThat(console.cases.test.audit().entries())
          .filteredOn(one -> one.action().equals("cases.waiting.read"))
          .last()
          .satisfies(
              one -> assertThat(one.details()).containsEntry("referrals", Long.toString(referral)));
    }
  }

  @OnEachDatabase
  void refusesToSearchForATreatise(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      PageResponse.Page page = console.again("/find", "find", "word ".repeat(50));

      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body().asString()).contains("too long to search for", "100 characters");
    }
  }

  @OnEachDatabase
  void saysWhichFilterItCannotRead(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      console.openCase();

      String html =
          console.get("/cases", "opened_from", "31/2/2020", "safe", "nonsense").body().asString();

      assertThat(html)
          .contains("The list is not filtered by that date", "Enter a date, like 9 July 2020")
          .contains("31/2/2020", "Ruth Exampleford", "(0 in use)")
          .doesNotContain("remove this filter");
    }
  }

  @OnEachDatabase
  void namesColleaguesAndPutsNoLoginIntoAnAddress(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      long other =
          console.cases.openCase(
              TestCases.person("Tom", "Sample", "1980-01-01"),
              TestCases.referral("2026-11-09T09:00:00", "yes", "unknown"));
      for (long one : new long[] {id, other}) {
        console.cases.casework.assign(
            TestCases.senior(),
            one,
            Integer.parseInt(console.version(one)),
            one == id ? "cw05" : "cw01",
            "");
      }
      console.as(TestCases.call("cw05", "cases:read", "cases:write", "cases:contact"));
      console.post("/cases/" + id + "/notes", "body", "First words");

      String list = console.get("/cases").body().asString();
      String key = list.replaceAll("(?s).*value=\"([0-9a-f-]{36})\">Priya Nair<.*", "$1");
      String filtered = console.get("/cases", "worker", key, "status", "open").body().asString();

      assertThat(list).contains("Ruth Exampleford", "Tom Sample").doesNotContain("cw0");
      assertThat(key).hasSize(36);
      assertThat(filtered)
          .contains("Ruth Exampleford", "Caseworker Priya Nair", "value=\"" + key + "\" selected")
          .doesNotContain("Tom Sample", "cw0");
      assertThat(console.get("/cases", "worker", key).body().asString())
          .as("an address without a status gives all cases, and says so")
          .contains("<option value=\"any\" selected>");
      assertThat(console.get("/cases", "worker", "cw05").body().asString())
          .as("a login is no filter")
          .contains("Ruth Exampleford", "Tom Sample", "(0 in use)")
          .doesNotContain("cw0");
      assertThat(console.cases.directory.head(TestCases.senior(), id, false).orElseThrow().facts())
          .contains("Caseworker Priya Nair");
      assertThat(console.tab(id, "notes")).contains("by Priya Nair").doesNotContain("cw05");
      assertThat(console.tab(id, "timeline"))
          .contains("by Priya Nair", "Case assigned", "by senior")
          .doesNotContain("cw05");
    }
  }

  @OnEachDatabase
  void whatIsDueAndWhoIsAChildCanBeAskedTogether(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      console.openCase();
      for (String[] one : new String[][] {{"Tom", "2026-11-09"}, {"Ann", "2026-11-10"}}) {
        console.cases.openCase(
            TestCases.person(one[0], "Sample", "2014-01-01"),
            TestCases.referral(one[1] + "T08:00:00", "yes", "unknown"));
      }
      console.cases.now("2026-11-11T10:00:00");

      assertThat(console.get("/cases", "show", "due").body().asString())
          .contains("Ruth Exampleford", "Tom Sample")
          .doesNotContain("Ann Sample");
      assertThat(console.get("/cases", "show", "child").body().asString())
          .contains("Tom Sample", "Ann Sample")
          .doesNotContain("Ruth Exampleford");
      assertThat(console.get("/cases", "show", "due", "show", "child").body().asString())
          .contains("Tom Sample", "(2 in use)", "type=\"checkbox\"")
          .contains("href=\"/cases?show=child&amp;page=1\"")
          .contains("href=\"/cases?show=due&amp;page=1\"")
          .doesNotContain("Ruth Exampleford", "Ann Sample");
    }
  }

  @OnEachDatabase
  void offersColleaguesWhoHaveNoCaseYet(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      console.cases.casework.assign(
          TestCases.senior(), id, Integer.parseInt(console.version(id)), "cw05", "");

      assertThat(console.get("/cases/" + id + "/assign").body().asString())
          .contains("Marek Stone (cw01), 0 cases", "Priya Nair (cw05), 1 case")
          .contains("value=\"cw05\" selected");
      // Whoever may not assign, may not see the load of others.
      console.as(TestCases.call("cw09", "cases:read", "cases:write"));
      assertThat(console.get("/cases/" + id + "/assign").body().asString())
          .contains("cw05, as now", "value=\"cw05\" selected")
          .doesNotContain("Marek Stone");
    }
  }
}
