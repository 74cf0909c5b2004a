package org.victimfirst.reporting.domain;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.cases.CaseFacts;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;

/** Makes a report: one pass over the closed cases and one over the referrals feed all sections. */
final class ReportMaker {
  private static final String EXPECTED = "report_section";

  private final List<ReportSection> sections;
  private final CaseFacts facts;
  private final AreaProfile profile;

  /** For some sections, in their order. */
  public ReportMaker(List<ReportSection> sections, CaseFacts facts, AreaProfile profile) {
    this.sections = sections;
    this.facts = facts;
    this.profile = profile;
  }

  /**
   * Makes the report of a period.
   *
   * @param madeAt the time that it says
   */
  public Report make(Connection connection, Period period, LocalDateTime madeAt)
      throws SQLException {
    Run run = run(connection, period);
    List<Counting> counting = new ArrayList<>();
    for (ReportSection section : sections) {
      counting.add(Counting.begin(section, run));
    }
    Pass pass = new Pass(counting);
    facts.closed(connection, period.from(), period.to(), pass::closed);
    facts.received(connection, period.from(), period.to(), pass::received);
    return report(period, madeAt, counting, pass.totals());
  }

  Run run(Connection connection, Period period) throws SQLException {
    return new Run(period.from(), period.to(), profile, facts.codeBook(connection), connection);
  }

  private Report report(
      Period period, LocalDateTime madeAt, List<Counting> counting, Totals totals) {
    List<Report.Part> parts = new ArrayList<>();
    List<Report.Absent> absent = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Counting one : counting) {
      ReportSection section = one.section();
      known.add(section.key());
      Section made = one.end(totals);
      if (made == null) {
        absent.add(
            new Report.Absent(section.key(), section.title(), Report.Reason.NOT_AVAILABLE, ""));
      } else {
        parts.add(new Report.Part(section.key(), section.title(), made, Report.Withheld.NOTHING));
      }
    }
    for (Code expected : profile.list(EXPECTED).on(period.to())) {
      if (!known.contains(expected.code())) {
        absent.add(
            new Report.Absent(
                expected.code(),
                expected.label(),
                Report.Reason.NOT_INSTALLED,
                expected.attribute("module").orElse("")));
      }
    }
    return new Report(period, profile.name(), madeAt, totals, parts, absent, false);
  }
}
