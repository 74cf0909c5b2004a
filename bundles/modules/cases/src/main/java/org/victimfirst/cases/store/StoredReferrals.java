package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.cases.domain.AllTold;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.Demographics;
import org.victimfirst.cases.domain.KnownPerson;
import org.victimfirst.cases.domain.NewReferral;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.PossibleDuplicates;
import org.victimfirst.cases.domain.ReceivedReferral;
import org.victimfirst.cases.domain.ReferralDetails;
import org.victimfirst.cases.domain.Referrals;
import org.victimfirst.cases.domain.RefusedException;
import org.victimfirst.cases.domain.Telling;
import org.victimfirst.cases.store.CaseStore.Unit;

/** Takes in single referrals, and shows what waits. */
@Component
public final class StoredReferrals implements Referrals {
  private static final String OPEN = "open";
  private static final String NO_CASE =
      " FROM cases.referral r LEFT JOIN cases.support_case c ON c.referral_id = r.id";
  private static final String NOT_OPENED = " WHERE c.id IS NULL";

  private final Database database;
  private final CaseStore store;
  private final AreaProfiles profiles;
  private final FactWriter facts;
  private final PossibleDuplicates duplicates;
  private final Journal journal;
  private final Audit audit;

  @Activate
  public StoredReferrals(
      @Reference(target = "(victimfirst.module=cases)") Database database,
      @Reference CaseStore store,
      @Reference AreaProfiles profiles,
      @Reference FactWriter facts,
      @Reference PossibleDuplicates duplicates,
      @Reference Journal journal,
      @Reference Audit audit) {
    this.database = database;
    this.store = store;
    this.profiles = profiles;
    this.facts = facts;
    this.duplicates = duplicates;
    this.journal = journal;
    this.audit = audit;
  }

  @Override
  public long receive(Call call, NewReferral received) {
    call.actor().require(CasePermissions.WRITE);
    AreaProfile profile = profiles.current();
    check(profile, received);
    ReferralDetails referral = received.referral();
    return store.write(
        unit -> {
          PersonEntity person = person(unit, profile, received);
          Connection connection = unit.connection();
          // After the person's: a referral with a greater id has not been compared yet.
          long id = journal.id();
          insert(connection, id, profile.code(), person.id, received);
          facts.referralReceived(connection, id, profile.code(), referral, received.person());
          Demographics told = received.demographics();
          boolean joins = received.personId() == person.id;
          if (told != null && joins) {
            addAnswers(connection, call, id, person.id, told, referral.receivedAt().toLocalDate());
          } else if (told != null) {
            DemographicsSql.save(connection, person.id, told, referral.receivedAt().toLocalDate());
          }
          if (!joins) {
            duplicates.offerPerson(connection, person.id);
          }
          audit.record(connection, call, "cases.referral.received", "referral", id, Map.of());
          return id;
        });
  }

  /** Whom a referral is about. One who was erased is not found again: it is a new person. */
  private PersonEntity person(Unit unit, AreaProfile profile, NewReferral received)
      throws SQLException {
    Telling telling = Telling.of(received.referral(), received.person());
    PersonEntity known = received.personId() == 0 ? null : unit.person(received.personId());
    boolean joins = known != null && known.erasedAt == null;
    PersonEntity person =
        known != null && joins ? known : new PersonEntity(journal.id(), profile.code());
    List<Telling> tellings = new ArrayList<>();
    if (joins) {
      tellings.addAll(ReferralSql.tellings(unit.connection(), person.id));
    } else {
      person.details(received.person());
    }
    tellings.add(telling);
    person.told(AllTold.of(tellings, person.details()));
    person.toldAt(telling.at());
    if (!joins) {
      unit.add(person);
    }
    return person;
  }

  /** Takes over answers about a known person where nothing is recorded; open cases follow. */
  private void addAnswers(
      Connection connection,
      Call call,
      long referralId,
      long personId,
      Demographics told,
      LocalDate receivedOn)
      throws SQLException {
    Demographics added =
        Demographics.added(DemographicsSql.find(connection, personId), told, receivedOn);
    if (added == null) {
      return;
    }
    DemographicsSql.save(connection, personId, added, receivedOn);
    facts.demographicsChanged(connection, personId, added);
    for (KnownPerson.CaseName one : KnownPeople.cases(connection, personId)) {
      if (one.status().equals(OPEN)) {
        journal.history(connection, call, one.id(), "demographics", "", "", "");
      }
    }
    audit.record(connection, call, "cases.demographics.changed", "referral", referralId, Map.of());
  }

  private void check(AreaProfile profile, NewReferral received) {
    ReferralDetails referral = received.referral();
    PersonDetails person = received.person();
    Demographics told = received.demographics();
    PeopleActs.check(profile, person, journal.clock().today())
        .and(told == null ? new Checks() : PeopleActs.check(profile, told))
        .that(
            !referral.receivedAt().isAfter(journal.clock().now()),
            "received_at",
            "future_date",
            "Enter a time that is not in the future")
        .that(
            referral.offenceOn() == null
                || !referral.offenceOn().isAfter(referral.receivedAt().toLocalDate()),
            "offence_date",
            "date_order",
            "Enter a day before the referral was received")
        .code(profile, "referral_source", referral.source(), false, "source")
        .code(profile, "referral_role", referral.role(), false, "role")
        .code(profile, "occurrence_type", referral.occurrenceType(), false, "occurrence_type")
        .code(profile, "police_force", referral.policeForce(), true, "police_force")
        .code(profile, "hate_flag", referral.hateFlag(), true, "hate_flag")
        .code(
            profile,
            "vcop_enhanced_entitlement",
            referral.enhancedRights(),
            true,
            "enhanced_rights")
        .code(profile, "beat", referral.beat(), false, "beat")
        .code(profile, "is_repeat_victim", referral.repeatVictim(), false, "is_repeat_victim")
        .code(
            profile,
            "yes_no_unknown",
            referral.safeToLeaveMessage(),
            false,
            "safe_to_leave_message")
        .code(profile, "yes_no_unknown", referral.safeToWrite(), false, "safe_to_write")
        .code(profile, "preferred_contact", referral.preferredContact(), true, "preferred_contact")
        .code(profile, "yes_no_unknown", referral.consentGiven(), true, "consent_given")
        .code(profile, "yes_no_unknown", referral.domesticFlag(), true, "domestic_flag")
        .atMost(referral.crimeReference(), 200, "crime_reference")
        .atMost(referral.officerInCase(), 1000, "officer_in_case")
        .done();
  }

  private void insert(
      Connection connection, long id, String area, long personId, NewReferral received)
      throws SQLException {
    long incident = journal.id();
    ReferralDetails referral = received.referral();
    try (PreparedStatement insert = connection.prepareStatement(ReferralSql.INCIDENT)) {
      ReferralSql.incident(insert, incident, referral);
      insert.executeUpdate();
    }
    try (PreparedStatement insert = connection.prepareStatement(ReferralSql.REFERRAL)) {
      ReferralSql.referral(insert, id, area, personId, incident, referral, received.person());
      insert.executeUpdate();
    }
  }

  @Override
  public List<KnownPerson> known(Call call, PersonDetails person) {
    call.actor().require(CasePermissions.SEARCH);
    List<KnownPerson> known = database.read(connection -> KnownPeople.like(connection, person));
    Map<String, String> details =
        Shown.of("people", known.stream().map(KnownPerson::personId).toList());
    details.put("how", "referral");
    audit.record(call, "cases.search", "person", 0, details);
    return known;
  }

  @Override
  public Optional<ReceivedReferral> find(Call call, long referralId) {
    call.actor().require(CasePermissions.READ);
    AreaProfile profile = profiles.current();
    LocalDate today = journal.clock().today();
    Optional<ReceivedReferral> found =
        database.read(
            connection ->
                Optional.ofNullable(
                    ReceivedReferralSql.find(connection, profile, today, referralId)));
    if (found.isPresent()) {
      audit.record(call, "cases.referral.read", "referral", referralId, Map.of());
    }
    return found;
  }

  @Override
  public Paged<Waiting> waiting(Call call, int page, int size) {
    call.actor().require(CasePermissions.READ);
    Paged<Waiting> waiting =
        database.read(
            connection -> {
              List<Waiting> rows = new ArrayList<>();
              try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT r.id, r.received_at, r.first_name, r.last_name, i.occurrence_type,"
                          + " r.source"
                          + NO_CASE
                          + " JOIN cases.incident i ON i.id = r.incident_id"
                          + NOT_OPENED
                          + " ORDER BY r.received_at, r.id"
                          + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY")) {
                select.setInt(1, Paged.offset(page, size));
                select.setInt(2, size);
                try (ResultSet row = select.executeQuery()) {
                  while (row.next()) {
                    rows.add(
                        new Waiting(
                            row.getLong(1),
                            Rows.timeThere(row, "received_at"),
                            (row.getString(3) + " " + row.getString(4)).strip(),
                            row.getString(5),
                            row.getString(6)));
                  }
                }
              }
              return new Paged<>(rows, page, size, count(connection, NO_CASE + NOT_OPENED));
            });
    audit.record(
        call,
        "cases.waiting.read",
        "referral",
        0,
        Shown.of("referrals", waiting.items().stream().map(Waiting::referralId).toList()));
    return waiting;
  }

  @Override
  public long countWaiting(Call call) {
    call.actor().require(CasePermissions.READ);
    return database.read(connection -> count(connection, NO_CASE + NOT_OPENED));
  }

  @Override
  public Paged<PossibleDuplicate> possibleDuplicates(Call call, int page, int size) {
    call.actor().require(CasePermissions.READ);
    Paged<PossibleDuplicate> pairs =
        database.read(
            connection -> {
              List<PossibleDuplicate> rows = new ArrayList<>();
              try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT d.id, d.person_id, d.other_person_id, a.first_name, a.last_name,"
                          + " b.first_name, b.last_name, d.grounds, d.status"
                          + " FROM cases.possible_duplicate d"
                          + " JOIN cases.person a ON a.id = d.person_id"
                          + " JOIN cases.person b ON b.id = d.other_person_id"
                          + " WHERE d.status = 'open' ORDER BY d.found_at, d.id"
                          + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY")) {
                select.setInt(1, Paged.offset(page, size));
                select.setInt(2, size);
                try (ResultSet row = select.executeQuery()) {
                  while (row.next()) {
                    rows.add(pair(row));
                  }
                }
              }
              return new Paged<>(
                  rows,
                  page,
                  size,
                  count(connection, " FROM cases.possible_duplicate WHERE status = 'open'"));
            });
    audit.record(
        call,
        "cases.possible-duplicates.read",
        "person",
        0,
        Shown.of("pairs", pairs.items().stream().map(PossibleDuplicate::id).toList()));
    return pairs;
  }

  private static PossibleDuplicate pair(ResultSet row) throws SQLException {
    return new PossibleDuplicate(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        (row.getString(4) + " " + row.getString(5)).strip(),
        (row.getString(6) + " " + row.getString(7)).strip(),
        List.of(row.getString(8).split(" ", -1)),
        row.getString(9));
  }

  private static long count(Connection connection, String from) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*)" + from);
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  @Override
  public void decide(Call call, long pairId, String decision) {
    call.actor().require(CasePermissions.WRITE);
    if (!List.of("linked", "different", OPEN).contains(decision)) {
      throw new RefusedException("decision", "unknown_code", "Choose one of the answers");
    }
    database.write(
        connection -> {
          if (!decided(connection, call, pairId, decision)) {
            refuse(connection, pairId, decision);
            return pairId;
          }
          audit.record(
              connection,
              call,
              "cases.possible-duplicate.decided",
              "possible_duplicate",
              pairId,
              Map.of("decision", decision));
          return pairId;
        });
  }

  /** Decides an open pair, or takes a decision back. */
  private boolean decided(Connection connection, Call call, long pairId, String decision)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE cases.possible_duplicate SET status = ?, decided_by = ?, decided_at = ?"
                + " WHERE id = ?"
                + (decision.equals(OPEN) ? "" : " AND status = 'open'"))) {
      update.setString(1, decision);
      update.setString(2, call.actor().login());
      Rows.set(update, 3, journal.clock().now());
      update.setLong(4, pairId);
      return update.executeUpdate() == 1;
    }
  }

  /** Says what stands, unless it is the same. */
  private static void refuse(Connection connection, long pairId, String decision)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT status, decided_by FROM cases.possible_duplicate WHERE id = ?")) {
      select.setLong(1, pairId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw ProblemException.notFound("There is no such pair.");
        }
        String stands = row.getString(1);
        if (!stands.equals(decision)) {
          throw ProblemException.conflict(
                  "pair_decided",
                  "%s has decided already: %s. Nothing was changed. Take that back first, if it is wrong."
                      .formatted(
                          row.getString(2),
                          stands.equals("linked") ? "one person" : "two different people"))
              .with("decision", stands);
        }
      }
    }
  }
}
