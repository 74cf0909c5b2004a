package org.victimfirst.cases.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.cases.CaseDirectory;
import org.victimfirst.api.cases.CaseFacts;
import org.victimfirst.api.cases.ClosureEvidence;
import org.victimfirst.api.cases.TimelineSource;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.security.Colleagues;
import org.victimfirst.area.ProfileReader;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.Casework;
import org.victimfirst.cases.domain.ContactWork;
import org.victimfirst.cases.domain.FactCodes;
import org.victimfirst.cases.domain.LegacyCases;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.NewReferral;
import org.victimfirst.cases.domain.PeopleWork;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.PossibleDuplicates;
import org.victimfirst.cases.domain.ReferralDetails;
import org.victimfirst.cases.domain.Referrals;
import org.victimfirst.cases.domain.SafetyChecks;
import org.victimfirst.testing.TestDatabase;

/** The module's services on a real database, with a clock that tests move. */
public final class TestCases implements AutoCloseable {
  public static final AreaProfile PROFILE = ProfileReader.fromClassPath();
  public static final AreaProfiles PROFILES = () -> PROFILE;

  public final TestDatabase test;
  public final Database database;
  public final FactCodes codes;
  public final PossibleDuplicates duplicates;
  public final CaseFiles files;
  public final SafetyChecks checks;
  public final Casework casework;
  public final ContactWork contacts;
  public final PeopleWork people;
  public final Referrals referrals;
  public final CaseDirectory directory;
  public final CaseFacts facts = new StoredCaseFacts();
  public final TimelineSource timeline;
  private final ClosureFacts closure = new ClosureFacts();
  private final MovedClock clock = new MovedClock();

  public TestCases(Dialect dialect) {
    this(dialect, (connection, keys) -> Map.of());
  }

  /** Those who work on cases. */
  public static final Colleagues COLLEAGUES =
      permission ->
          List.of(
              new Colleagues.Colleague("cw01", "Marek Stone"),
              new Colleagues.Colleague("cw03", "Asha Doe"),
              new Colleagues.Colleague("cw05", "Priya Nair"),
              new Colleagues.Colleague("cw06", "Sam Doe"));

  public TestCases(Dialect dialect, LegacyCases legacy) {
    test = TestDatabase.open(dialect, "cases");
    database = test.database();
    LocalClock local = new LocalClock(clock);
    Journal journal = new Journal(test.ids(), test.audit(), test.outbox(), local);
    codes = new StoredFactCodes(database, PROFILES);
    FactWriter writer = new FactWriter(codes, PROFILES);
    CaseStore store = new CaseStore(test.jpa("cases"), journal);
    duplicates = new DuplicateSearch(journal);
    files = new CaseReads(database, PROFILES, test.audit(), test.references(), closure, local);
    checks = new StoredSafetyChecks(database, PROFILES, test.audit(), local);
    casework =
        new CaseActs(
            store,
            PROFILES,
            test.references(),
            writer,
            new ClosingActs(PROFILES, test.references(), closure, writer, journal),
            journal,
            COLLEAGUES);
    contacts = new ContactActs(store, PROFILES, writer, journal);
    people = new PeopleActs(store, PROFILES, writer, journal);
    referrals =
        new StoredReferrals(database, store, PROFILES, writer, duplicates, journal, test.audit());
    directory =
        new StoredCaseDirectory(database, PROFILES, test.audit(), legacy, COLLEAGUES, local);
    timeline = new OwnTimeline(database, PROFILES, COLLEAGUES);
  }

  /** Moves the clock. */
  public void now(String local) {
    clock.at(LocalDateTime.parse(local));
  }

  /** Adds what another module knows. */
  public void evidence(ClosureEvidence service) {
    closure.bindEvidence(service);
  }

  /** Somebody with permissions. */
  public static Call call(String login, String... permissions) {
    return new Call(
        new Actor(1, login, login, Actor.Kind.PERSON, Set.of(), Set.of(permissions)),
        "127.0.0.1",
        "test");
  }

  /** Somebody who may do everything in this module. */
  public static Call senior() {
    return call(
        "senior",
        "cases:read",
        "cases:search",
        "cases:write",
        "cases:contact",
        "cases:assign",
        "cases:close",
        "cases:reopen");
  }

  public static PersonDetails person(String first, String last, String born) {
    return new PersonDetails(
        first,
        last,
        born.isEmpty() ? null : LocalDate.parse(born),
        "female",
        "07700 900123",
        "someone@example.org",
        "1 Example Street",
        "",
        "Exampleton",
        "LE99 9AB",
        "English");
  }

  public static ReferralDetails referral(String received, String message, String write) {
    return referral("leicestershire_crime_report", received, message, write);
  }

  /** A referral whose sender told nothing about safe contact. */
  public static ReferralDetails unasked(String received) {
    return referral("leicestershire_crime_report", received, "unknown", "unknown", "letter");
  }

  public static ReferralDetails referral(
      String source, String received, String message, String write) {
    return referral(source, received, message, write, "phone");
  }

  private static ReferralDetails referral(
      String source, String received, String message, String write, String preferred) {
    LocalDateTime at = LocalDateTime.parse(received);
    return new ReferralDetails(
        at,
        source,
        "victim",
        "harassment",
        at.toLocalDate().minusDays(2),
        "20*341207",
        "leicestershire_police",
        "no",
        "persistent",
        "no",
        "PC 1 Example",
        "Offence reported.",
        "eastern_melton_town_north",
        message,
        write,
        preferred,
        "yes",
        "no");
  }

  /** A case that was opened at the clock's time. */
  public long openCase(PersonDetails person, ReferralDetails referral) {
    long id = referrals.receive(senior(), new NewReferral(0, person, referral, null));
    return casework.open(senior(), id, "");
  }

  @Override
  public void close() {
    test.close();
  }

  private static final class MovedClock extends Clock {
    private Instant now = Instant.parse("2026-11-10T10:00:00Z");

    void at(LocalDateTime local) {
      now = local.atZone(LocalClock.ZONE).toInstant();
    }

    @Override
    public ZoneId getZone() {
      return LocalClock.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new AssertionError("This clock stays in its zone, and was asked for " + zone);
    }

    @Override
    public Instant instant() {
      now = now.plus(1, ChronoUnit.MILLIS);
      return now;
    }
  }
}
