package org.victimfirst.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.victimfirst.cases.store.TestCases.call;
import static org.victimfirst.cases.store.TestCases.person;
import static org.victimfirst.cases.store.TestCases.referral;
import static org.victimfirst.cases.store.TestCases.senior;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.cases.domain.Demographics;
import org.victimfirst.cases.domain.FieldProblem;
import org.victimfirst.cases.domain.HistoryEntry;
import org.victimfirst.cases.domain.NewReferral;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.ReferralDetails;
import org.victimfirst.cases.domain.RefusedException;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.RecordedAudit;

/** People with several cases, and pairs who may be one. */
class PeopleDbTest {
  private static long another(TestCases cases, long id, ReferralDetails referral) {
    PersonDetails person = Worked.file(cases, id).person();
    long personId = Worked.file(cases, id).summary().personId();
    long received =
        cases.referrals.receive(senior(), new NewReferral(personId, person, referral, null));
    return cases.casework.open(senior(), received, "");
  }

  private static void answer(TestCases cases, long id, String ethnicity, String religion) {
    cases.people.changeDemographics(
        senior(), id, Worked.file(cases, id).personVersion(), answers(ethnicity, religion));
  }

  private static Demographics answers(String ethnicity, String religion) {
    return new Demographics(ethnicity, "unknown", religion, "unknown", "unknown", null);
  }

  private static String answersOf(TestCases cases, long id) {
    Demographics stored = Objects.requireNonNull(Worked.file(cases, id).demographics());
    return stored.ethnicity() + " " + stored.religion();
  }

  /** Ethnicity and religion of each case, as reports count them. */
  private static Map<Long, String> counted(TestCases cases) {
    return cases.database.read(
        connection -> {
          Map<Long, String> facts = new HashMap<>();
          try (var select =
                  connection.prepareStatement(
                      "SELECT f.case_id, e.code AS ethnicity, r.code AS religion"
                          + " FROM cases.case_fact f"
                          + " LEFT JOIN cases.fact_code e ON e.id = f.ethnicity"
                          + " AND e.list_name = 'ethnicity'"
                          + " LEFT JOIN cases.fact_code r ON r.id = f.religion"
                          + " AND r.list_name = 'religion'");
              var row = select.executeQuery()) {
            while (row.next()) {
              facts.put(row.getLong(1), row.getString(2) + " " + row.getString(3));
            }
          }
          return facts;
        });
  }

  @OnEachDatabase
  void aReferrerFillsInAnswersAndReplacesNone(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);
      answer(cases, id, "white_british", "unknown");
      long person = Worked.file(cases, id).summary().personId();
      for (Demographics told :
          List.of(answers("unknown", "hindu"), answers("asian_indian", "unknown"))) {
        cases.referrals.receive(
            senior(),
            new NewReferral(
                person,
                Worked.file(cases, id).person(),
                referral("2026-11-09T09:00:00", "no", "unknown"),
                told));
      }

      assertThat(answersOf(cases, id)).isEqualTo("white_british hindu");
      assertThat(counted(cases)).isEqualTo(Map.of(id, "white_british hindu"));
      assertThat(cases.files.history(senior(), id))
          .extracting(HistoryEntry::kind)
          .containsExactly("opened", "demographics", "demographics");
      assertThat(cases.test.audit().entries())
          .filteredOn(entry -> entry.action().equals("cases.demographics.changed"))
          .extracting(RecordedAudit.Entry::subjectType)
          .as("by hand, then by the one referral that added something")
          .containsExactly("case", "referral");
    }
  }

  @OnEachDatabase
  void aCaseThatIsOpenedAgainCountsWhatIsKnownByThen(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);
      cases.now("2026-11-11T10:00:00");
      answer(cases, id, "white_british", "unknown");
      cases.contacts.recordAttempt(senior(), id, Worked.attempt("phone", "spoke"));
      Worked.close(cases, id, "enhanced_supported");
      long other = another(cases, id, referral("2026-11-10T08:00:00", "no", "unknown"));
      answer(cases, other, "asian_indian", "hindu");
      cases.people.changeDetails(
          senior(),
          other,
          Worked.file(cases, other).personVersion(),
          new PersonDetails(
              "Ruth", "E", LocalDate.of(2010, 6, 1), "male", "", "", "", "", "", "", ""));
      assertThat(counted(cases))
          .isEqualTo(Map.of(id, "white_british unknown", other, "asian_indian hindu"));

      cases.casework.reopen(senior(), id, Worked.version(cases, id), "Asked for more support");

      assertThat(counted(cases))
          .isEqualTo(Map.of(id, "asian_indian hindu", other, "asian_indian hindu"));
      assertThat(facts(cases)).isEqualTo(Map.of(id, "male 13_18 1", other, "male 13_18 1"));
    }
  }

  private static Map<Long, String> facts(TestCases cases) {
    return cases.database.read(
        connection -> {
          Map<Long, String> facts = new HashMap<>();
          try (var select =
                  connection.prepareStatement(
                      "SELECT f.case_id, g.code AS gender, a.code AS age, f.child"
                          + " FROM cases.case_fact f"
                          + " JOIN cases.fact_code g ON g.id = f.gender AND g.list_name = 'gender'"
                          + " JOIN cases.fact_code a ON a.id = f.age_band"
                          + " AND a.list_name = 'age_band'");
              var row = select.executeQuery()) {
            while (row.next()) {
              facts.put(
                  row.getLong(1), row.getString(2) + " " + row.getString(3) + " " + row.getInt(4));
            }
          }
          return facts;
        });
  }

  @OnEachDatabase
  void aCorrectionCountsInAllOpenCasesByTheirOwnDay(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long closed = Worked.openCase(cases);
      cases.now("2026-11-11T10:00:00");
      cases.contacts.recordAttempt(senior(), closed, Worked.attempt("phone", "spoke"));
      Worked.close(cases, closed, "enhanced_supported");
      long older = another(cases, closed, referral("2020-03-01T08:00:00", "no", "unknown"));
      long newer = another(cases, closed, referral("2026-11-10T08:00:00", "no", "unknown"));
      PersonDetails now = Worked.file(cases, older).person();

      cases.people.changeDetails(
          senior(),
          older,
          Worked.file(cases, older).personVersion(),
          new PersonDetails(
              now.firstName(),
              now.lastName(),
              LocalDate.of(2005, 6, 1),
              "male",
              now.phone(),
              now.email(),
              now.addressLine1(),
              now.addressLine2(),
              now.town(),
              now.postcode(),
              now.language()));

      assertThat(facts(cases))
          .isEqualTo(
              Map.of(closed, "female 31_40 0", older, "male 13_18 1", newer, "male 19_25 0"));
    }
  }

  @OnEachDatabase
  void refusesCodesThatAreOnNoList(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      ReferralDetails sound = referral("2026-11-09T08:00:00", "no", "unknown");
      ReferralDetails wrong =
          new ReferralDetails(
              sound.receivedAt(),
              sound.source(),
              sound.role(),
              sound.occurrenceType(),
              sound.offenceOn(),
              sound.crimeReference(),
              sound.policeForce(),
              sound.hateFlag(),
              sound.enhancedRights(),
              "perhaps",
              sound.officerInCase(),
              sound.offenceSummary(),
              sound.beat(),
              sound.safeToLeaveMessage(),
              sound.safeToWrite(),
              sound.preferredContact(),
              "a word of twenty-one c",
              sound.repeatVictim());

      assertThatThrownBy(
              () ->
                  cases.referrals.receive(
                      senior(), new NewReferral(0, person("Ruth", "E", ""), wrong, null)))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused ->
                  assertThat(refused.problems())
                      .extracting(FieldProblem::field)
                      .containsExactly("consent_given", "domestic_flag"));
    }
  }

  @OnEachDatabase
  void theSecondDecisionAboutAPairIsToldWhatStands(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      Worked.openCase(cases);
      cases.openCase(
          person("Ruth", "Exampleford", "1990-05-04"),
          referral("2026-11-09T09:00:00", "no", "unknown"));
      long pair = cases.referrals.possibleDuplicates(senior(), 1, 9).items().get(0).id();
      cases.referrals.decide(call("cw01", "cases:write"), pair, "different");

      cases.referrals.decide(senior(), pair, "different");
      assertThatThrownBy(() -> cases.referrals.decide(senior(), pair, "linked"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> {
                assertThat(problem.code()).isEqualTo("pair_decided");
                assertThat(problem.members()).containsEntry("decision", "different");
                assertThat(problem).hasMessageContaining("cw01 has decided already");
              });

      cases.referrals.decide(senior(), pair, "open");
      cases.referrals.decide(senior(), pair, "linked");
      assertThat(cases.referrals.possibleDuplicates(senior(), 1, 9).items()).isEmpty();
      assertThatThrownBy(() -> cases.referrals.decide(senior(), 42, "linked"))
          .hasMessageContaining("no such pair");
      assertThat(
              cases.test.audit().actions().stream()
                  .filter(List.of("cases.possible-duplicate.decided")::contains)
                  .count())
          .isEqualTo(3);
    }
  }
}
