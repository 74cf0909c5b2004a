package org.victimfirst.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.cases.store.TestCases;
import org.victimfirst.testing.OnEachDatabase;

/** Recording contacts: the gate, incidents, and what somebody reads of them. */
class ContactPagesDbTest {
  private static final String VOICEMAIL = "voicemail_left";
  private static final String NO_ANSWER = "no_answer";

  private static String path(long caseId, String page) {
    return "/cases/" + caseId + page;
  }

  /** A form of 11 November, 9:15am, with some fields of its own. */
  private static String[] call(String result, String... more) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("channel", "phone");
    fields.put("result", result);
    fields.put("date", "11 November 2026");
    fields.put("time", "9:15am");
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    List<String> form = new ArrayList<>();
    fields.forEach((name, value) -> form.addAll(List.of(name, value)));
    return form.toArray(String[]::new);
  }

  private static long openCase(TestConsole console) {
    long id = console.openCase();
    console.cases.now("2026-11-12T10:00:00");
    return id;
  }

  @OnEachDatabase
  void theGateRefusesAContactAndNamesTheWaysOut(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = openCase(console);

      PageResponse.Page page =
          console.again(path(id, "/contact/new"), call(VOICEMAIL, "note", "Left <a> message"));

      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body().asString())
          .contains("vf-gate", "change safe contact", "It has happened")
          .contains("value=\"11 November 2026\"", "Left &lt;a&gt; message", "name=\"incident\"");
      assertThat(console.tab(id, "contact")).contains("Nobody has tried to reach this person yet");
    }
  }

  @OnEachDatabase
  void whatHappenedInAnIncidentIsRead(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = openCase(console);

      assertThat(
              console.post(
                  path(id, "/contact/new"),
                  call(
                      VOICEMAIL,
                      "is_incident",
                      "yes",
                      "incident",
                      "He played the <message>",
                      "note",
                      "Rang twice")))
          .isEqualTo(
              PageResponse.redirect(
                  path(id, "/contact"),
                  "Safe-contact incident recorded. Managers see it on Today"));

      for (String tab : List.of("contact", "timeline")) {
        assertThat(console.tab(id, tab))
            .containsIgnoringCase("Incident")
            .contains("He played the &lt;message&gt;", "Rang twice");
      }
      assertThat(console.today())
          .contains("1 safe-contact incident in the last 7 days", "Ruth Exampleford", "Voicemail")
          .contains("href=\"" + path(id, "/contact") + "\"")
          .doesNotContain("He played");
      assertThat(console.cases.test.audit().entries())
          .filteredOn(entry -> entry.action().equals("cases.incidents.read"))
          .last()
          .satisfies(
              entry -> assertThat(entry.details()).containsEntry("cases", Long.toString(id)));
      console.hiding(true);
      for (String tab : List.of("contact", "timeline")) {
        assertThat(console.tab(id, tab))
            .containsIgnoringCase("Incident")
            .doesNotContain("He played", "Rang twice");
      }
      assertThat(console.today()).contains("safe-contact incident").doesNotContain("Ruth");
      console.hiding(false).as(TestCases.call("cw09", "cases:read", "cases:write"));
      assertThat(console.today()).doesNotContain("safe-contact incident");
      console.as(TestCases.senior()).cases.now("2026-11-20T08:00:00");
      assertThat(console.today()).doesNotContain("safe-contact incident");
    }
  }

  @OnEachDatabase
  void anIncidentIsRecordedWithoutTheGate(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = openCase(console);
      String address = path(id, "/contact/new") + "?incident=yes";
      assertThat(console.tab(id, "contact"))
          .contains("Record a safe-contact incident", "href=\"" + address + "\"");

      assertThat(console.get(path(id, "/contact/new"), "incident", "yes").body().asString())
          .contains("Record a safe-contact incident", "name=\"incident\"", "checked")
          .contains("Managers read this");
      assertThat(console.get(path(id, "/contact/new")).body().asString())
          .doesNotContain("name=\"incident\"");
      console.post(
          path(id, "/contact/new"),
          call(NO_ANSWER, "is_incident", "yes", "incident", "Somebody else picked up"));

      assertThat(console.tab(id, "contact")).contains("Incident", "Somebody else picked up");
    }
  }

  @OnEachDatabase
  void wordsAboutAnIncidentAreNeverLost(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = openCase(console);
      String form = path(id, "/contact/new");
      String words = "He opened it";

      for (String[] wrong :
          List.of(
              call(VOICEMAIL, "is_incident", "yes", "incident", words, "time", "25:99"),
              call(VOICEMAIL, "is_incident", "yes", "incident", words, "date", "1 May 2090"),
              call(VOICEMAIL, "incident", words),
              call(NO_ANSWER, "incident", words))) {
        PageResponse.Page page = console.again(form, wrong);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body().asString()).contains(">" + words + "</textarea>");
      }
      assertThat(console.again(form, call(NO_ANSWER, "incident", words)).body().asString())
          .contains("href=\"#is_incident\"", "or empty the text below it");
      assertThat(console.again(form, call(VOICEMAIL, "is_incident", "yes")).body().asString())
          .contains("href=\"#incident\"", "Enter what happened and who may have heard");
      assertThat(console.tab(id, "contact")).contains("Nobody has tried to reach this person yet");
    }
  }

  @OnEachDatabase
  void aContactSaysAllThatIsWrong(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      String form = path(id, "/contact/new");

      PageResponse.Page page = console.again(form, "date", "yesterday", "time", "noon");

      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body().asString())
          .contains("There are 4 problems", "Choose how the contact was made")
          .contains("Choose what happened", "like 9 July 2020", "like 11:20am")
          .contains("value=\"yesterday\"", "value=\"noon\"");
      PageResponse.Page empty = console.again(form, call(NO_ANSWER, "date", "", "time", " "));
      assertThat(empty.status()).isEqualTo(422);
      assertThat(empty.body().asString())
          .contains("There are 2 problems", "href=\"#date\"", "href=\"#time\"")
          .contains("Enter the date of the contact, like 9 July 2020")
          .contains("Enter the time of the contact, like 11:20am");
      PageResponse.Page future = console.again(form, call(NO_ANSWER, "date", "1 May 2090"));
      assertThat(future.status()).isEqualTo(422);
      assertThat(future.body().asString()).contains("href=\"#date\"");
    }
  }
}
