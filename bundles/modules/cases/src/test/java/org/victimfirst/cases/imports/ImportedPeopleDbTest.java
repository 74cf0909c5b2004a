package org.victimfirst.cases.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.victimfirst.cases.store.TestCases.senior;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.OtherDetails;
import org.victimfirst.cases.domain.PermissionAnswer;
import org.victimfirst.cases.domain.Referrals.Waiting;
import org.victimfirst.cases.store.CaseSubjectData;
import org.victimfirst.cases.store.TestCases;
import org.victimfirst.testing.OnEachDatabase;

/** People as several referrals of an extract tell of them, and place holders. */
class ImportedPeopleDbTest extends ImportedPeople {
  @OnEachDatabase
  void aReferralThatDoesNotKnowTakesNothingAway(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      cases.now("2020-06-12T10:00:00");
      person("P1");
      referral("R1", "P1", "2020-06-08T09:00:00").put("safe_to_leave_message", "no");
      referral("R2", "P1", "2020-06-10T09:00:00").put("safe_to_write", "yes");
      referral("R3", "P1", "2020-06-09T09:00:00").put("safe_to_write", "no");

      load(cases);
      referral("R4", "P1", "2020-06-11T09:00:00");
      load(cases);

      long first = cases.referrals.waiting(senior(), 1, 9).items().get(0).referralId();
      var contact = cases.referrals.find(senior(), first).orElseThrow().safeContact();
      assertThat(contact.state("voicemail")).isEqualTo(State.NO);
      assertThat(contact.state("letter")).as("the newest that told it").isEqualTo(State.YES);
      cases.now("2020-06-23T10:00:00");
      assertThat(cases.referrals.find(senior(), first).orElseThrow().safeContact())
          .satisfies(later -> assertThat(later.state("voicemail")).isEqualTo(State.NOT_ASKED))
          .satisfies(later -> assertThat(later.state("letter")).isEqualTo(State.YES));
    }
  }

  /** A case of P1 at 1 Old Road, for which it is safe to write, and which somebody works on. */
  private long worked(TestCases cases) {
    cases.now("2020-06-12T10:00:00");
    person("P1");
    referral("R1", "P1", "2020-06-08T09:00:00")
        .putAll(Map.of("address_line_1", "1 Old Road", "safe_to_write", "yes"));
    load(cases);
    long first = cases.referrals.waiting(senior(), 1, 9).items().get(0).referralId();
    return cases.casework.open(senior(), first, "");
  }

  private static CaseFile file(TestCases cases, long caseId) {
    return cases.files.find(senior(), caseId).orElseThrow();
  }

  @OnEachDatabase
  void anotherAddressOfSomebodyWorkedOnIsNeitherSafeNorLost(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = worked(cases);
      assertThat(file(cases, id).safeContact().state("letter")).isEqualTo(State.YES);

      referral("R2", "P1", "2020-06-11T09:00:00")
          .putAll(Map.of("address_line_1", "9 New Street", "safe_to_write", "yes"));
      load(cases);

      assertThat(file(cases, id).person().addressLine1()).isEqualTo("1 Old Road");
      assertThat(file(cases, id).safeContact().state("letter")).isEqualTo(State.NOT_ASKED);
      OtherDetails other = file(cases, id).others().get(0);
      assertThat(other.person().addressLine1()).isEqualTo("9 New Street");
      cases.people.compareDetails(
          senior(), id, file(cases, id).personVersion(), other.referralId(), List.of("address"));
      assertThat(file(cases, id).person().addressLine1()).isEqualTo("9 New Street");
      assertThat(file(cases, id).safeContact().state("letter")).isEqualTo(State.YES);
      assertThat(file(cases, id).others()).isEmpty();

      referral("R3", "P1", "2020-06-11T10:00:00")
          .putAll(Map.of("address_line_1", "9 New Street", "safe_to_write", "no"));
      referral("R4", "P1", "2020-06-11T11:00:00")
          .putAll(Map.of("address_line_1", "9 New Street", "safe_to_write", "yes"));
      load(cases);
      assertThat(file(cases, id).safeContact().state("letter"))
          .as("the newest about this address")
          .isEqualTo(State.YES);
    }
  }

  @OnEachDatabase
  void aYesGoesNoFurtherThanItsAddressWhenANewerReferralBringsAnother(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      cases.now("2020-06-12T10:00:00");
      person("P1");
      referral("R1", "P1", "2020-06-08T09:00:00")
          .putAll(
              Map.of(
                  "address_line_1",
                  "1 Old Road",
                  "safe_to_write",
                  "yes",
                  "phone",
                  "07700 900123",
                  "email",
                  "old@example.org",
                  "safe_to_leave_message",
                  "yes",
                  "preferred_contact",
                  "email"));
      load(cases);
      long first = cases.referrals.waiting(senior(), 1, 9).items().get(0).referralId();
      assertThat(safe(cases, first)).isEqualTo("voicemail email letter");

      referral("R2", "P1", "2020-06-10T09:00:00")
          .putAll(Map.of("address_line_1", "9 New Street", "phone", "07700 900123"));
      load(cases);
      assertThat(safe(cases, first)).isEqualTo("voicemail");
      long id = cases.casework.open(senior(), first, "");
      assertThat(file(cases, id).person().addressLine1()).isEqualTo("9 New Street");
      assertThat(file(cases, id).others()).as("the newest is the one that counts").isEmpty();

      referral("R3", "P1", "2020-06-11T09:00:00")
          .putAll(Map.of("phone", "07700 900456", "email", "new@example.org"));
      load(cases);
      assertThat(safe(cases, first)).isEmpty();
      assertThat(file(cases, id).others().get(0).ways()).containsExactly("phone", "email");
    }
  }

  private static String safe(TestCases cases, long referral) {
    return cases.referrals.find(senior(), referral).orElseThrow().safeContact().channels().stream()
        .filter(channel -> channel.state() == State.YES)
        .map(SafeContact.Channel::code)
        .collect(Collectors.joining(" "));
  }

  @OnEachDatabase
  void aFormThatWasOpenDuringAnImportIsRefused(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long id = worked(cases);
      int version = file(cases, id).personVersion();

      referral("R2", "P1", "2020-06-11T09:00:00").put("safe_to_write", "no");
      load(cases);

      assertThatThrownBy(
              () ->
                  cases.contacts.changeSafeContact(
                      senior(),
                      id,
                      version,
                      List.of(new PermissionAnswer("letter", State.YES, "", true)),
                      null))
          .isInstanceOf(StaleVersionException.class);
      assertThat(file(cases, id).safeContact().state("letter")).isEqualTo(State.NO);
    }
  }

  @OnEachDatabase
  void aReferralAfterErasingBeginsANewPerson(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      person("P1");
      referral("R1", "P1", "2020-06-08T09:00:00").put("victim_last_name", "Exampleford");
      load(cases);
      long first = cases.referrals.waiting(senior(), 1, 9).items().get(0).referralId();
      long person = cases.referrals.find(senior(), first).orElseThrow().personId();
      cases.database.write(c -> new CaseSubjectData().erase(c, person, Set.of()));

      referral("R2", "P1", "2020-06-10T09:00:00").put("victim_last_name", "Exampleford");
      referral("R3", "P1", "2020-06-11T09:00:00").put("victim_last_name", "Examplewood");
      load(cases);

      List<Waiting> waiting = cases.referrals.waiting(senior(), 1, 9).items();
      assertThat(waiting)
          .extracting(Waiting::personName)
          .containsExactly("", "Unknown Exampleford", "Unknown Examplewood");
      List<Long> ids =
          waiting.stream()
              .map(one -> cases.referrals.find(senior(), one.referralId()).orElseThrow().personId())
              .toList();
      assertThat(ids.get(0)).isEqualTo(person);
      assertThat(ids.get(1)).isNotEqualTo(person).isEqualTo(ids.get(2));
      var held = new CaseSubjectData();
      assertThat(cases.database.<Boolean>read(c -> held.holds(c, person, Set.of()))).isFalse();
      assertThat(cases.database.<Boolean>read(c -> held.holds(c, ids.get(1), Set.of()))).isTrue();
    }
  }

  @OnEachDatabase
  void peopleWhoseAnswersCameBeforeTheirReferralsAreCompared(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      twins("A");
      List<ExtractRow> corrected = List.copyOf(referrals);
      referrals.clear();
      load(cases);
      twins("B");
      load(cases);
      assertThat(cases.referrals.possibleDuplicates(senior(), 1, 9).total()).isEqualTo(1);

      referrals.addAll(corrected);
      load(cases);

      assertThat(cases.referrals.possibleDuplicates(senior(), 1, 9).total())
          .as("four people of one name and date of birth")
          .isEqualTo(6);
    }
  }

  @OnEachDatabase
  void aCrowdOfPlaceholdersIsNamedAndNotPaired(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      crowd(101, "A");
      twins("B");
      TestProblems first = load(cases);

      assertThat(first.found)
          .filteredOn(found -> !found.code().equals("implausible_date"))
          .extracting(TestProblems.Found::file, TestProblems.Found::code)
          .containsExactly(tuple("demographics.csv", "too_many_alike"));
      assertThat(cases.referrals.possibleDuplicates(senior(), 1, 9).total()).isEqualTo(1);

      crowd(1, "C");
      twins("D");
      TestProblems second = load(cases);
      assertThat(second.found)
          .as("one more of them")
          .filteredOn(found -> !found.code().equals("implausible_date"))
          .extracting(TestProblems.Found::key)
          .containsExactly("C0");
      assertThat(cases.referrals.possibleDuplicates(senior(), 1, 9).total())
          .as("four people of one name and date of birth")
          .isEqualTo(6);

      crowd(101, "E");
      twins("F");
      TestProblems third = load(cases);
      assertThat(third.found)
          .as("a crowd that meets a crowd")
          .filteredOn(found -> !found.code().equals("implausible_date"))
          .extracting(TestProblems.Found::code)
          .containsExactly("too_many_alike");
      assertThat(cases.referrals.possibleDuplicates(senior(), 1, 9).total())
          .as("six people of one name and date of birth")
          .isEqualTo(15);
    }
  }

  private void crowd(int size, String prefix) {
    for (int i = 0; i < size; i++) {
      person(prefix + i);
      referral("R" + prefix + i, prefix + i, "2020-06-08T09:00:00");
    }
  }

  private void twins(String prefix) {
    for (int i = 0; i < 2; i++) {
      person(prefix + i);
      referral("R" + prefix + i, prefix + i, "2020-06-08T09:00:00")
          .putAll(Map.of("victim_last_name", "Exampleford", "date_of_birth", "1990-05-04"));
    }
  }
}
