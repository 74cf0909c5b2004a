package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Call;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.ContactWays;
import org.victimfirst.cases.domain.Demographics;
import org.victimfirst.cases.domain.OtherDetails;
import org.victimfirst.cases.domain.PeopleWork;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.Telling;

/** Changes what is known of people. */
@Component
public final class PeopleActs implements PeopleWork {
  private final CaseStore store;
  private final AreaProfiles profiles;
  private final FactWriter facts;
  private final Journal journal;

  @Activate
  public PeopleActs(
      @Reference CaseStore store,
      @Reference AreaProfiles profiles,
      @Reference FactWriter facts,
      @Reference Journal journal) {
    this.store = store;
    this.profiles = profiles;
    this.facts = facts;
    this.journal = journal;
  }

  @Override
  public List<String> changeDetails(
      Call call, long caseId, int personVersion, PersonDetails details) {
    call.actor().require(CasePermissions.WRITE);
    check(profiles.current(), details, journal.clock().today()).done();
    return store.write(
        unit -> {
          CaseEntity aCase = CaseActs.unlocked(unit.readCase(caseId));
          boolean compared = others(unit, aCase.personId).isEmpty();
          Connection connection = unit.connection();
          List<Telling> told = ReferralSql.tellings(connection, aCase.personId);
          PersonEntity person = unit.changePerson(aCase, personVersion);
          List<String> changed = changed(person.details(), details);
          List<String> ended =
              ways(call)
                  .take(connection, person, details, told, journal.clock().today().minusDays(1));
          if (compared) {
            person.comparedTo = journal.id();
          }
          facts.detailsChanged(connection, person.id, details);
          String fields = String.join(" ", changed);
          journal.history(connection, call, caseId, "details", "", fields, "");
          journal.audit(
              connection,
              call,
              "person.changed",
              caseId,
              Map.of("fields", fields, "not_asked", String.join(" ", ended)));
          return ended;
        });
  }

  @Override
  public List<String> compareDetails(
      Call call, long caseId, int personVersion, long referralId, List<String> ways) {
    call.actor().require(CasePermissions.WRITE);
    return store.write(
        unit -> {
          CaseEntity aCase = CaseActs.unlocked(unit.readCase(caseId));
          List<OtherDetails> others = others(unit, aCase.personId);
          Connection connection = unit.connection();
          List<Telling> told = ReferralSql.tellings(connection, aCase.personId);
          PersonEntity person = unit.changePerson(aCase, personVersion);
          OtherDetails other = waiting(others, referralId);
          new Checks()
              .that(
                  ways.stream().allMatch(way -> way != null && other.ways().contains(way)),
                  "take",
                  "unknown_code",
                  "Choose what the referral gave otherwise")
              .done();
          PersonDetails details = ContactWays.take(person.details(), other.person(), ways);
          // What the referral itself told of them counts.
          LocalDate until = other.receivedAt().toLocalDate().minusDays(1);
          List<String> ended = ways(call).take(connection, person, details, told, until);
          person.comparedTo = referralId;
          String taken = String.join(" ", ways);
          journal.history(
              connection, call, caseId, ways.isEmpty() ? "compared" : "details", "", taken, "");
          journal.audit(
              connection,
              call,
              "person.compared",
              caseId,
              Map.of(
                  "referral",
                  Long.toString(referralId),
                  "taken",
                  taken,
                  "not_asked",
                  String.join(" ", ended)));
          return ended;
        });
  }

  private ChangedWays ways(Call call) {
    return new ChangedWays(profiles.current(), journal, call);
  }

  /** What is decided about; the oldest first, because what is newer goes on waiting. */
  private static OtherDetails waiting(List<OtherDetails> others, long referralId) {
    OtherDetails other =
        others.stream()
            .filter(one -> one.referralId() == referralId)
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.conflict(
                        "details_compared",
                        "The details of this referral were compared already, or are those of the"
                            + " person by now."));
    if (other != others.get(others.size() - 1)) {
      throw ProblemException.conflict(
          "older_details_first",
          "An older referral gave other details too. Decide about that one first.");
    }
    return other;
  }

  private static List<OtherDetails> others(CaseStore.Unit unit, long personId) throws SQLException {
    PersonEntity person = unit.readPerson(personId);
    Long comparedTo = person.comparedTo;
    return comparedTo == null
        ? List.of()
        : ReferralSql.others(unit.connection(), personId, comparedTo, person.details());
  }

  /** What is wrong with a person's details. */
  static Checks check(AreaProfile profile, PersonDetails details, LocalDate today) {
    LocalDate born = details.dateOfBirth();
    return new Checks()
        .that(!details.name().isEmpty(), "last_name", "missing", "Enter a name")
        .atMost(details.firstName(), 2000, "first_name")
        .atMost(details.lastName(), 2000, "last_name")
        .that(
            born == null || !born.isAfter(today),
            "date_of_birth",
            "future_date",
            "Enter a date of birth that is not in the future")
        .code(profile, "gender", details.gender(), false, "gender")
        .atMost(details.phone(), 400, "phone")
        .atMost(details.email(), 400, "email")
        .atMost(details.addressLine1(), 400, "address_line_1")
        .atMost(details.addressLine2(), 400, "address_line_2")
        .atMost(details.town(), 400, "town")
        .atMost(details.postcode(), 100, "postcode")
        .atMost(details.language(), 100, "language");
  }

  private static List<String> changed(PersonDetails before, PersonDetails after) {
    List<String> changed = new ArrayList<>();
    if (!before.name().equals(after.name())) {
      changed.add("name");
    }
    if (!Objects.equals(before.dateOfBirth(), after.dateOfBirth())) {
      changed.add("date_of_birth");
    }
    if (!before.gender().equals(after.gender())) {
      changed.add("gender");
    }
    if (!before.phone().equals(after.phone())) {
      changed.add("phone");
    }
    if (!before.email().equals(after.email())) {
      changed.add("email");
    }
    if (!address(before).equals(address(after))) {
      changed.add("address");
    }
    if (!before.language().equals(after.language())) {
      changed.add("language");
    }
    return changed;
  }

  private static List<String> address(PersonDetails details) {
    return List.of(
        details.addressLine1(), details.addressLine2(), details.town(), details.postcode());
  }

  @Override
  public void changeDemographics(Call call, long caseId, int personVersion, Demographics answers) {
    call.actor().require(CasePermissions.WRITE);
    check(profiles.current(), answers).done();
    store.write(
        unit -> {
          CaseEntity aCase = CaseActs.unlocked(unit.readCase(caseId));
          PersonEntity person = unit.changePerson(aCase, personVersion);
          Connection connection = unit.connection();
          DemographicsSql.save(connection, person.id, answers, journal.clock().today());
          facts.demographicsChanged(connection, person.id, answers);
          journal.history(connection, call, caseId, "demographics", "", "", "");
          journal.audit(connection, call, "demographics.changed", caseId, Map.of());
          return caseId;
        });
  }

  /** What is wrong with answers for equality monitoring. */
  static Checks check(AreaProfile profile, Demographics answers) {
    Checks checks =
        new Checks()
            .code(profile, "ethnicity", answers.ethnicity(), false, "ethnicity")
            .code(profile, "religion", answers.religion(), false, "religion")
            .code(
                profile,
                "sexual_orientation",
                answers.sexualOrientation(),
                false,
                "sexual_orientation")
            .code(
                profile,
                "communication_need",
                answers.communicationNeed(),
                false,
                "communication_need");
    for (String code : answers.disability().split(";", -1)) {
      checks.code(profile, "disability", code, false, "disability");
    }
    return checks;
  }
}
