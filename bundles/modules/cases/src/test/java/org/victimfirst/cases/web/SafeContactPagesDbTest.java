package org.victimfirst.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.cases.TimelineEntry;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.cases.domain.HistoryEntry;
import org.victimfirst.cases.domain.NewAttempt;
import org.victimfirst.cases.domain.PermissionAnswer;
import org.victimfirst.cases.domain.PermissionEntry;
import org.victimfirst.cases.store.TestCases;
import org.victimfirst.testing.OnEachDatabase;

/** The form of safe contact, sent as a browser sends it: with everything that stood in it. */
class SafeContactPagesDbTest {
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
  private static final Pattern CHOSEN =
      Pattern.compile("name=\"(\\w+)\" type=\"radio\" value=\"(\\w+)\"\\s+checked");
  private static final Pattern TEXT =
      Pattern.compile("name=\"(\\w+_note|rule)\" type=\"text\"[^>]*? value=\"([^\"]*)\"");

  private static String path(long caseId) {
    return "/cases/" + caseId + "/safe-contact";
  }

  /** What a browser would send of a page, with some fields changed. */
  private static String[] sent(PageResponse.Page page, String... changes) {
    Set<String> changed = new HashSet<>();
    for (int i = 0; i < changes.length; i += 2) {
      changed.add(changes[i]);
    }
    List<String> fields = new ArrayList<>();
    for (Pattern pattern : List.of(HIDDEN, CHOSEN, TEXT)) {
      Matcher matcher = pattern.matcher(page.body().asString());
      while (matcher.find()) {
        if (!changed.contains(matcher.group(1))) {
          fields.addAll(List.of(matcher.group(1), matcher.group(2)));
        }
      }
    }
    fields.addAll(List.of(changes));
    return fields.toArray(String[]::new);
  }

  private static void answer(
      TestConsole console, long id, String rule, PermissionAnswer... answers) {
    console.cases.contacts.changeSafeContact(
        TestCases.senior(),
        id,
        Integer.parseInt(console.personVersion(id)),
        List.of(answers),
        rule);
  }

  private static PermissionAnswer said(String channel, State state, String note) {
    return new PermissionAnswer(channel, state, note, false);
  }

  private static State state(TestConsole console, long id, String channel) {
    return console
        .cases
        .files
        .find(TestCases.senior(), id)
        .orElseThrow()
        .safeContact()
        .state(channel);
  }

  private static List<PermissionEntry> recorded(TestConsole console, long id, String channel) {
    return console.cases.files.permissionHistory(TestCases.senior(), id).stream()
        .filter(entry -> entry.channel().equals(channel) && !entry.recordedBy().isEmpty())
        .toList();
  }

  @OnEachDatabase
  void savesOnlyWhatWasChanged(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      answer(console, id, "Say wrong number", said("letter", State.YES, "Weekdays"));
      console.cases.now("2026-11-23T10:00:00");

      PageResponse saved =
          console.post(
              path(id), sent(console.get(path(id)), "email", "yes", "email_note", "Work only"));

      assertThat(saved).isEqualTo(PageResponse.redirect("/cases/" + id, "Safe contact saved"));
      assertThat(recorded(console, id, "email"))
          .extracting(PermissionEntry::askedOn, PermissionEntry::note)
          .containsExactly(tuple(LocalDate.of(2026, 11, 23), "Work only"));
      assertThat(recorded(console, id, "letter"))
          .extracting(PermissionEntry::askAgainBy)
          .containsExactly(LocalDate.of(2026, 11, 24));
      assertThat(recorded(console, id, "voicemail")).as("told by the police").isEmpty();
      assertThat(recorded(console, id, "call")).isEmpty();
      assertThat(console.cases.test.audit().entries())
          .filteredOn(entry -> entry.action().equals("cases.safe-contact.changed"))
          .extracting(entry -> entry.details().keySet())
          .containsExactly(Set.of("letter", "rule"), Set.of("email"));
      console.cases.now("2026-11-25T10:00:00");
      assertThat(state(console, id, "letter")).isEqualTo(State.NOT_ASKED);
    }
  }

  @OnEachDatabase
  void aNoAboutCallsThatHasEndedStaysUnlessSomebodyAsks(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      answer(console, id, "", said("call", State.NO, "He answers"));
      console.cases.now("2026-11-29T10:00:00");
      PageResponse.Page page = console.get(path(id));
      assertThat(page.body().asString()).contains("“No”, asked on 10 November 2026, has ended");

      console.post(path(id), sent(page, "email_note", "Not on Sundays"));

      assertThat(recorded(console, id, "call")).hasSize(1);
      NewAttempt call =
          new NewAttempt(LocalDateTime.of(2026, 11, 29, 9, 0), "phone", "no_answer", "");
      assertThatThrownBy(() -> console.cases.contacts.recordAttempt(TestCases.senior(), id, call))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("“Call” has not been asked about");

      assertThat(
              console
                  .again(path(id), sent(console.get(path(id)), "call_note", "Evenings"))
                  .body()
                  .asString())
          .contains("Choose yes, no or not asked for Call");
      console.post(path(id), sent(console.get(path(id)), "call", "not_asked"));
      console.cases.contacts.recordAttempt(TestCases.senior(), id, call);
    }
  }

  @OnEachDatabase
  void aNoteAloneIsNoAnswerAndTheSameAnswerMayBeGivenAgain(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      console.cases.now("2026-11-20T10:00:00");

      console.post(path(id), sent(console.get(path(id)), "voicemail_note", "He listens"));

      assertThat(recorded(console, id, "voicemail"))
          .extracting(PermissionEntry::state, PermissionEntry::askAgainBy)
          .containsExactly(tuple(State.NO, LocalDate.of(2026, 11, 23)));

      PageResponse again =
          console.post(path(id), sent(console.get(path(id)), "asked_again", "voicemail"));
      assertThat(again).isEqualTo(PageResponse.redirect("/cases/" + id, "Safe contact saved"));
      assertThat(recorded(console, id, "voicemail"))
          .first()
          .satisfies(
              latest -> {
                assertThat(latest.askAgainBy()).isEqualTo(LocalDate.of(2026, 12, 4));
                assertThat(latest.note()).isEqualTo("He listens");
              });
    }
  }

  @OnEachDatabase
  void refusesAnswersThatDoNotExist(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();

      PageResponse.Page page =
          console.again(path(id), sent(console.get(path(id)), "voicemail", "perhaps"));

      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body().asString())
          .contains("Choose yes, no or not asked for Voicemail", "href=\"#voicemail\"");
      assertThat(state(console, id, "voicemail")).isEqualTo(State.NO);
    }
  }

  @OnEachDatabase
  void aConflictShowsBothVersionsAndKeepsWhatTheOtherChanged(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      PageResponse.Page opened = console.get(path(id));
      answer(
          console,
          id,
          "Say wrong number",
          said("letter", State.NO, "Shared letterbox"),
          said("email", State.NO, ""));

      PageResponse.Page stale =
          console.again(path(id), sent(opened, "email", "yes", "rule", "Say it is the dentist"));

      assertThat(stale.status()).isEqualTo(422);
      assertThat(stale.body().asString())
          .contains("Saved by somebody else meanwhile", "Say wrong number", "Shared letterbox")
          .contains("value=\"Say it is the dentist\"")
          .contains("name=\"version\" value=\"" + console.personVersion(id) + "\"");
      console.post(path(id), sent(stale));
      assertThat(state(console, id, "email")).isEqualTo(State.YES);
      assertThat(state(console, id, "letter")).as("changed by somebody else").isEqualTo(State.NO);
    }
  }

  @OnEachDatabase
  void theRuleStaysUnlessSomebodyChangesItAndItsChangesAreKept(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      String rule = "Say wrong number. " + "Long. ".repeat(200);
      answer(console, id, rule);
      console.cases.contacts.changeSafeContact(
          TestCases.senior(),
          id,
          Integer.parseInt(console.personVersion(id)),
          List.of(said("email", State.YES, "")),
          null);

      console.post(path(id), sent(console.get(path(id)), "rule", ""));

      assertThat(console.cases.files.history(TestCases.senior(), id))
          .filteredOn(entry -> entry.kind().equals("contact_rule"))
          .extracting(HistoryEntry::before, HistoryEntry::after)
          .containsExactly(tuple("", rule.strip()), tuple(rule.strip(), ""));
      assertThat(console.cases.timeline.entries(TestCases.senior(), id))
          .extracting(TimelineEntry::title)
          .contains("Changed: what to do if somebody else answers");
    }
  }
}
