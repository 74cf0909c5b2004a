package org.victimfirst.reporting.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Call;
import org.victimfirst.reporting.store.JdbcReleaseStore;
import org.victimfirst.testing.TestDatabase;

/**
 * The reports of a test database with the sample quarter in it. One for each database serves all
 * tests, since none changes the facts.
 */
public final class ReportsFixture {
  private static final Map<Dialect, ReportsFixture> SHARED = new EnumMap<>(Dialect.class);

  private final TestDatabase database;
  private final InstalledSections sections;
  private final Reports reports;

  /** The one of a database. */
  public static synchronized ReportsFixture of(Dialect dialect) {
    return SHARED.computeIfAbsent(dialect, ReportsFixture::new);
  }

  private ReportsFixture(Dialect dialect) {
    database = TestDatabase.open(dialect, "reporting", "cases");
    Quarter.load(database);
    InstalledSections sections = new InstalledSections();
    long id = 0;
    for (ReportSection section : Quarter.sections()) {
      sections.bind(section, Map.of("service.id", ++id));
    }
    this.sections = sections;
    reports = reports(Clock.systemUTC());
  }

  private Reports reports(Clock clock) {
    Reports made =
        new Reports(
            database.database(),
            () -> Quarter.PROFILE,
            sections,
            new JdbcReleaseStore(database.ids()),
            database.audit(),
            clock);
    made.bindFacts(Quarter.facts());
    return made;
  }

  /** The same on another day. */
  public Reports reportsOn(String day) {
    return reports(Clock.fixed(Instant.parse(day + "T10:00:00Z"), ZoneOffset.UTC));
  }

  public Reports reports() {
    return reports;
  }

  public TestDatabase database() {
    return database;
  }

  /** A service manager, who sees everything in reports. */
  public static Call manager() {
    return call(
        ReportPermissions.READ,
        ReportPermissions.SMALL_COUNTS,
        ReportPermissions.CASES,
        ReportPermissions.READ_CASES);
  }

  /** The commissioner's analyst: aggregates only. */
  public static Call analyst() {
    return call(ReportPermissions.READ);
  }

  /** Somebody who may open figures and may see no case. */
  public static Call withoutCases() {
    return call(ReportPermissions.READ, ReportPermissions.CASES);
  }

  private static Call call(String... permissions) {
    Actor actor =
        new Actor(
            1,
            "farah",
            "Farah Aziz",
            Actor.Kind.PERSON,
            Set.of(),
            Set.copyOf(List.of(permissions)));
    return new Call(actor, "192.0.2.1", "request");
  }
}
