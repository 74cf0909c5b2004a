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
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.cases.domain.FieldProblem;
import org.victimfirst.cases.domain.NewReferral;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.ReferralDetails;
import org.victimfirst.cases.domain.RefusedException;
import org.victimfirst.testing.OnEachDatabase;

/** People with several cases, and pairs who may be one. */
class PeopleDbTest {
  private static long another(TestCases cases, long id, ReferralDetails referral) {
    PersonDetails person = Worked.file(cases, id).person();
    long personId = Worked.file(cases, id).summary().personId();
    long received =
        cases.referrals.receive(senior(), new NewReferral(personId, person, referral, null));
    return cases.casework.open(senior(), received, "");
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
