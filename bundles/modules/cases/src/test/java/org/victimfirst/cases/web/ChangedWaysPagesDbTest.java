package org.victimfirst.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.cases.domain.NewAttempt;
import org.victimfirst.cases.domain.PermissionAnswer;
import org.victimfirst.cases.store.TestCases;
import org.victimfirst.testing.OnEachDatabase;

/** A phone, email or address that is changed by hand, and what was safe before. */
class ChangedWaysPagesDbTest {
  private static String details(long caseId) {
    return "/cases/" + caseId + "/person/details";
  }

  @OnEachDatabase
  void aYesDoesNotGoOverToAnotherPhoneOrAddress(Dialect dialect) {
    try (TestConsole console = new TestConsole(dialect)) {
      long id = console.openCase();
      console.cases.contacts.changeSafeContact(
          TestCases.senior(),
          id,
          Integer.parseInt(console.personVersion(id)),
          List.of(
              new PermissionAnswer("text", State.YES, "Mornings", true),
              new PermissionAnswer("voicemail", State.NO, "", true),
              new PermissionAnswer("email", State.YES, "", true),
              new PermissionAnswer("letter", State.YES, "", true)),
          null);

      assertThat(
              notice(
                  console,
                  id,
                  "phone",
                  "+44 7700 900 123",
                  "address_line_1",
                  "1 EXAMPLE street",
                  "town",
                  "Exampleton",
                  "postcode",
                  "le999ab"))
          .as("written otherwise")
          .isEqualTo("Details saved");
      assertThat(safe(console, id)).isEqualTo("call text email letter");

      assertThat(console.get(details(id)).body().asString())
          .contains("before does not hold for a new one, whoever said it: ask what is safe");
      assertThat(
              notice(
                  console,
                  id,
                  "address_line_1",
                  "9 New Street",
                  "town",
                  "Exampleton",
                  "postcode",
                  "ZZ9 9ZZ"))
          .isEqualTo("Details saved. Ask again what is safe: letter");
      assertThat(safe(console, id)).isEqualTo("call text email");
      assertThatThrownBy(
              () ->
                  console.cases.contacts.recordAttempt(
                      TestCases.senior(),
                      id,
                      new NewAttempt(
                          LocalDateTime.parse("2026-11-10T10:00:00"), "letter", "letter_sent", "")))
          .as("no letter passes the gate")
          .isInstanceOf(ProblemException.class);
      assertThat(notice(console, id, "phone", "07700 900456", "remove", "email"))
          .isEqualTo("Details saved. Ask again what is safe: call, text and email");
      assertThat(safe(console, id)).isEmpty();
      assertThat(safeContact(console, id).state("voicemail")).as("a no stays").isEqualTo(State.NO);
      assertThat(console.cases.test.audit().entries())
          .filteredOn(entry -> entry.action().equals("cases.person.changed"))
          .extracting(entry -> entry.details().get("not_asked"))
          .containsExactly("", "letter", "call text email");

      console.cases.contacts.changeSafeContact(
          TestCases.senior(),
          id,
          Integer.parseInt(console.personVersion(id)),
          List.of(new PermissionAnswer("letter", State.YES, "", true)),
          null);
      assertThat(notice(console, id)).isEqualTo("Details saved");
      assertThat(safe(console, id)).isEqualTo("letter");
    }
  }

  private static String notice(TestConsole console, long id, String... changed) {
    List<String> form =
        new ArrayList<>(
            List.of(
                "version",
                console.personVersion(id),
                "last_name",
                "Exampleford",
                "gender",
                "female"));
    form.addAll(List.of(changed));
    return ((PageResponse.Redirect) console.post(details(id), form.toArray(String[]::new)))
        .notice();
  }

  private static String safe(TestConsole console, long id) {
    return safeContact(console, id).channels().stream()
        .filter(channel -> channel.state() == State.YES)
        .map(SafeContact.Channel::code)
        .collect(Collectors.joining(" "));
  }

  private static SafeContact safeContact(TestConsole console, long id) {
    return console.cases.files.find(TestCases.senior(), id).orElseThrow().safeContact();
  }
}
