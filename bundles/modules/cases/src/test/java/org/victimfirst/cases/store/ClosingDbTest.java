package org.victimfirst.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.victimfirst.cases.store.TestCases.person;
import static org.victimfirst.cases.store.TestCases.referral;
import static org.victimfirst.cases.store.TestCases.senior;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.victimfirst.api.cases.CodeBook;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.cases.TimelineEntry;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.Closing;
import org.victimfirst.cases.domain.Demographics;
import org.victimfirst.cases.domain.OutcomeChoice;
import org.victimfirst.cases.domain.RefusedException;
import org.victimfirst.testing.OnEachDatabase;

/** Closing a case: the outcome, what bears on it, and what reports keep of it. */
class ClosingDbTest {
  @OnEachDatabase
  void closesWithWhatHappened(Dialect dialect) throws Exception {
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);
      cases.now("2026-11-11T10:00:00");
      assertThat(suggested(cases, id)).isEmpty();
      assertThatThrownBy(() -> Worked.close(cases, id, "enhanced_supported"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> {
                assertThat(problem.code()).isEqualTo("outcome_does_not_fit");
                assertThat(problem.members().get("reasons"))
                    .isEqualTo(List.of("Nobody has spoken with the person yet"));
              });

      cases.contacts.recordAttempt(senior(), id, Worked.attempt("phone", "spoke"));
      assertThat(choice(cases, id, "no_answer_unsafe").reasons())
          .containsExactly("Somebody has spoken with the person");
      Worked.close(cases, id, "enhanced_supported");

      CaseFile closed = Worked.file(cases, id);
      assertThat(closed.summary().closureOutcome()).isEqualTo("enhanced_supported");
      assertThat(closed.summary().supportLevel()).isEqualTo("enhanced");
      assertThat(closed.lengthOfSupportDays()).isEqualTo(1);
      assertThat(facts(cases)).containsExactly("harassment enhanced_supported enhanced 31_40");
      assertThat(outbox(cases)).contains("CaseOpened", "CaseClosed");
      assertThatThrownBy(() -> cases.casework.addNote(senior(), id, "More"))
          .isInstanceOfSatisfying(
              ProblemException.class, p -> assertThat(p.code()).isEqualTo("case_closed"));

      assertThatThrownBy(() -> cases.casework.reopen(senior(), id, Worked.version(cases, id), " "))
          .isInstanceOf(RefusedException.class);
      cases.casework.reopen(senior(), id, Worked.version(cases, id), "Asked for more support");

      assertThat(Worked.file(cases, id).summary().open()).isTrue();
      assertThat(facts(cases)).isEmpty();
      assertThat(outbox(cases)).contains("CaseReopened");
      assertThat(cases.files.history(senior(), id))
          .extracting(entry -> entry.kind())
          .containsExactly("opened", "next_action", "closed", "reopened");
      assertThat(cases.timeline.entries(senior(), id))
          .extracting(TimelineEntry::title)
          .contains(
              "Referral received",
              "Case opened",
              "Call, spoke to the person",
              "Case closed",
              "Case opened again");
    }
  }

  @OnEachDatabase
  void aCaseThatGotNoSupportSaysNothingOfALevel(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);
      Worked.close(cases, id, "unable_to_contact");

      assertThat(Worked.file(cases, id).summary().supportLevel()).isEqualTo("none");
      assertThat(cases.directory.head(senior(), id, false).orElseThrow().facts())
          .containsExactly("No caseworker yet", "Closed on 10 November 2026");
    }
  }

  @OnEachDatabase
  void consentAndOtherModulesBearOnTheOutcome(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);
      cases.now("2026-11-11T10:00:00");
      assertThat(choice(cases, id, "specialist_referral").allowed()).isFalse();
      cases.casework.recordConsent(senior(), id, "share", "yes", "By telephone");
      assertThat(suggested(cases, id)).containsExactly("specialist_referral");

      cases.contacts.recordAttempt(senior(), id, Worked.attempt("phone", "spoke"));
      assertThat(choice(cases, id, "standard_declined").allowed()).isTrue();
      cases.evidence((connection, caseId) -> Set.of("end_assessment_made"));

      assertThat(choice(cases, id, "standard_declined").reasons())
          .containsExactly("Needs were assessed at the end, so support was given");
    }
  }

  @OnEachDatabase
  void aDuplicateNamesAnEarlierCase(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long first = Worked.openCase(cases);
      long second =
          cases.openCase(
              person("Ruth", "Exampleford", "1990-05-04"),
              referral("2026-11-09T09:00:00", "no", "no"));
      String reference = Worked.file(cases, first).summary().reference();

      assertThatThrownBy(() -> Worked.close(cases, second, "duplicate"))
          .isInstanceOf(RefusedException.class);
      cases.casework.close(
          senior(),
          second,
          Worked.version(cases, second),
          new Closing("duplicate", reference.toLowerCase(Locale.UK), ""));

      assertThat(Worked.file(cases, second).duplicateOfReferralId())
          .isEqualTo(Worked.file(cases, first).referralId());
      assertThat(cases.referrals.possibleDuplicates(senior(), 1, 20).items())
          .singleElement()
          .satisfies(pair -> assertThat(pair.grounds()).contains("same_birth", "same_name"));
    }
  }

  @OnEachDatabase
  void factsFollowThePersonWhileTheCaseIsOpen(Dialect dialect) throws Exception {
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);
      cases.now("2026-11-11T10:00:00");
      cases.people.changeDetails(
          senior(),
          id,
          Worked.file(cases, id).personVersion(),
          person("Ruth", "Exampleford", "2010-05-04"));
      cases.people.changeDemographics(
          senior(),
          id,
          Worked.file(cases, id).personVersion(),
          new Demographics("asian_indian", "mental_health", "sikh", "unknown", "no_need", null));
      cases.contacts.recordAttempt(senior(), id, Worked.attempt("phone", "spoke"));
      Worked.close(cases, id, "enhanced_supported");

      assertThat(facts(cases)).containsExactly("harassment enhanced_supported enhanced 13_18");
      assertThat(Worked.file(cases, id).demographics())
          .satisfies(answers -> assertThat(answers).isNotNull());
      assertThatThrownBy(
              () ->
                  cases.people.changeDetails(
                      senior(), id, Worked.file(cases, id).personVersion(), person("", "", "")))
          .isInstanceOf(RefusedException.class);
    }
  }

  private static OutcomeChoice choice(TestCases cases, long id, String outcome) {
    return cases.files.outcomes(senior(), id).stream()
        .filter(choice -> choice.code().equals(outcome))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> suggested(TestCases cases, long id) {
    return cases.files.outcomes(senior(), id).stream()
        .filter(OutcomeChoice::suggested)
        .map(OutcomeChoice::code)
        .toList();
  }

  private static List<String> facts(TestCases cases) {
    return cases.database.read(
        connection -> {
          CodeBook book = cases.facts.codeBook(connection);
          List<String> found = new ArrayList<>();
          cases.facts.closed(
              connection,
              LocalDate.of(2026, 11, 11),
              LocalDate.of(2026, 11, 11),
              fact ->
                  found.add(
                      code(
                              book,
                              FactDimension.OCCURRENCE_TYPE,
                              fact.id(FactDimension.OCCURRENCE_TYPE))
                          + " "
                          + code(
                              book,
                              FactDimension.CLOSURE_OUTCOME,
                              fact.id(FactDimension.CLOSURE_OUTCOME))
                          + (fact.enhanced() ? " enhanced " : " ")
                          + code(book, FactDimension.AGE_BAND, fact.id(FactDimension.AGE_BAND))));
          return found;
        });
  }

  private static String code(CodeBook book, FactDimension dimension, int id) {
    return book.code(dimension.list(), id);
  }

  private static List<String> outbox(TestCases cases) throws Exception {
    List<String> types = new ArrayList<>();
    try (var connection = cases.database.dataSource().getConnection();
        Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT * FROM platform.outbox")) {
      while (row.next()) {
        StringBuilder all = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          all.append(row.getString(i)).append(' ');
        }
        for (String type : List.of("CaseOpened", "CaseClosed", "CaseReopened")) {
          if (all.indexOf(type) >= 0) {
            types.add(type);
          }
        }
      }
    }
    return types;
  }
}
