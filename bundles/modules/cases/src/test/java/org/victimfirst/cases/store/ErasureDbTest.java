package org.victimfirst.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.victimfirst.cases.store.TestCases.person;
import static org.victimfirst.cases.store.TestCases.referral;
import static org.victimfirst.cases.store.TestCases.senior;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.cases.domain.NewReferral;
import org.victimfirst.cases.domain.NextAction;
import org.victimfirst.testing.OnEachDatabase;

/** What is given to a person, and what is left after erasing. */
class ErasureDbTest {
  @OnEachDatabase
  void givesAndErasesWhatItHolds(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);
      cases.casework.addNote(senior(), id, "A note");
      cases.casework.planNext(
          senior(),
          id,
          Worked.version(cases, id),
          new NextAction("Ring Ruth", LocalDate.of(2026, 11, 12)));
      cases.casework.planNext(
          senior(),
          id,
          Worked.version(cases, id),
          new NextAction("Write to Ruth", LocalDate.of(2026, 11, 13)));
      cases.contacts.changeSafeContact(
          senior(), id, Worked.file(cases, id).personVersion(), List.of(), "Say wrong number");
      long person = Worked.file(cases, id).summary().personId();
      CaseSubjectData data = new CaseSubjectData();

      boolean before = cases.database.read(c -> data.holds(c, person, Set.of(id)));
      Map<String, Iterable<Map<String, String>>> export =
          cases.database.read(c -> data.export(c, person, Set.of(id)));
      int erased = cases.database.write(c -> data.erase(c, person, Set.of(id)));
      boolean after = cases.database.read(c -> data.holds(c, person, Set.of(id)));

      assertThat(before).isTrue();
      assertThat(export).containsKeys("Person", "Referrals", "Cases", "Notes");
      assertThat(erased).isGreaterThan(4);
      assertThat(after).isFalse();
      assertThat(Worked.file(cases, id).person().name()).isEmpty();
      assertThat(Worked.file(cases, id).referral().offenceSummary()).isEmpty();
      assertThat(cases.files.notes(senior(), id)).isEmpty();
      assertThat(cases.files.history(senior(), id))
          .filteredOn(entry -> !entry.kind().equals("opened"))
          .hasSize(3)
          .allMatch(entry -> (entry.before() + entry.after() + entry.reason()).isEmpty());
    }
  }

  @OnEachDatabase
  void aReferralAfterErasingBeginsANewPerson(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = Worked.openCase(cases);
      long erased = Worked.file(cases, id).summary().personId();
      CaseSubjectData data = new CaseSubjectData();
      cases.database.write(c -> data.erase(c, erased, Set.of(id)));

      long received =
          cases.referrals.receive(
              senior(),
              new NewReferral(
                  erased,
                  person("Ruth", "Exampleford", "1990-05-04"),
                  referral("2026-11-10T08:00:00", "yes", "unknown"),
                  null));

      long again = cases.casework.open(senior(), received, "");
      long begun = Worked.file(cases, again).summary().personId();
      assertThat(Worked.file(cases, again).person().name()).isEqualTo("Ruth Exampleford");
      assertThat(cases.database.<Boolean>read(c -> data.holds(c, begun, Set.of(again)))).isTrue();
      assertThat(Worked.file(cases, id).person().name()).as("the bare case").isEmpty();
      assertThat(cases.database.<Boolean>read(c -> data.holds(c, erased, Set.of(id)))).isFalse();
    }
  }
}
