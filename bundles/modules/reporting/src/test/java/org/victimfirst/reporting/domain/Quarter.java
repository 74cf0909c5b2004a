package org.victimfirst.reporting.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.CaseFacts;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.area.ProfileReader;
import org.victimfirst.cases.report.CrimeTypesSection;
import org.victimfirst.cases.report.DemographicsSection;
import org.victimfirst.cases.report.GeographySection;
import org.victimfirst.cases.report.HeadlinesSection;
import org.victimfirst.cases.report.NewReferralsSection;
import org.victimfirst.cases.report.ReferralSourceSection;
import org.victimfirst.cases.report.RepeatVictimsSection;
import org.victimfirst.testing.TestDatabase;

/** The sample quarter in a test database, and its report. */
public final class Quarter {
  static final Period PERIOD = new Period(LocalDate.of(2020, 4, 1), LocalDate.of(2020, 6, 30));
  static final AreaProfile PROFILE = ProfileReader.fromClassPath();
  static final LocalDateTime MADE_AT = LocalDateTime.of(2020, 7, 9, 9, 12);

  private Quarter() {}

  static List<ReportSection> sections() {
    return List.of(
        new HeadlinesSection(),
        new ReferralSourceSection(),
        new CrimeTypesSection(),
        new RepeatVictimsSection(),
        new DemographicsSection(),
        new GeographySection(),
        new NewReferralsSection());
  }

  static void load(TestDatabase database) {
    database
        .database("cases")
        .write(
            connection -> {
              try {
                new SampleFacts(connection, PROFILE).load();
                return true;
              } catch (IOException e) {
                throw new UncheckedIOException("The sample quarter cannot be read", e);
              }
            });
  }

  static Report report(TestDatabase database, List<ReportSection> sections) {
    return report(database, sections, PERIOD);
  }

  static Report report(TestDatabase database, List<ReportSection> sections, Period period) {
    ReportMaker maker = new ReportMaker(sections, facts(), PROFILE);
    return database.database().read(connection -> maker.make(connection, period, MADE_AT));
  }

  /** The facts as the cases module reads them; its class is not for others. */
  static CaseFacts facts() {
    try {
      var constructor =
          Class.forName("org.victimfirst.cases.store.StoredCaseFacts").getDeclaredConstructor();
      constructor.setAccessible(true);
      return (CaseFacts) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The cases module has no case facts", e);
    }
  }
}
