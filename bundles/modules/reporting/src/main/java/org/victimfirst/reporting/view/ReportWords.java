package org.victimfirst.reporting.view;

import java.util.List;
import org.victimfirst.api.reporting.Check;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.reporting.domain.Report;

/**
 * What a report says of itself.
 *
 * @param report the report
 * @param quarter whether it covers one whole quarter
 */
public record ReportWords(Report report, boolean quarter) {
  /** What it is, and of which days. */
  public String title() {
    return (quarter ? "Quarterly report, " : "Report, ")
        + Words.period(report.period().from(), report.period().to());
  }

  /** Where, when and of what it was made. */
  public String context() {
    return "%s. Worked out on %s from %s."
        .formatted(
            report.area(),
            Words.dateTime(report.madeAt()),
            report.showsClosed()
                ? Words.count(report.totals().closed(), "closed case", "closed cases")
                : "closed cases");
  }

  /** Whether its days were over when it was made. */
  public boolean over() {
    return report.period().isOver(report.madeAt().toLocalDate());
  }

  /** That the days are not over yet; an empty string when they are. */
  public String unfinished() {
    return over()
        ? ""
        : "These days are not over: the report ends on %s, and counts what was recorded until %s."
            .formatted(Words.date(report.period().to()), Words.dateTime(report.madeAt()));
  }

  /** How many checks passed, or failed. */
  public String agreement() {
    int all = report.checks().size();
    int failing = report.failing().size();
    return failing == 0
        ? "%d of %d checks passed: every breakdown adds up to its total.".formatted(all, all)
        : "%d of %d checks failed: these figures do not agree".formatted(failing, all);
  }

  /** The checks that passed. */
  public List<String> passed() {
    return report.checks().stream()
        .map(Report.Checked::check)
        .filter(Check::agrees)
        .map(this::right)
        .toList();
  }

  /** The checks that failed. */
  public List<String> failed() {
    return report.failing().stream().map(Report.Checked::check).map(this::wrong).toList();
  }

  private String right(Check check) {
    return report.withheld()
        ? check.sentence()
        : check.sentence() + ": " + Words.number(check.expected());
  }

  private String wrong(Check check) {
    return report.withheld()
        ? check.sentence() + ": they do not"
        : "%s: expected %s, found %s"
            .formatted(
                check.sentence(), Words.number(check.expected()), Words.number(check.found()));
  }

  /** The parts that are not there, each with the reason. */
  public List<String> absent() {
    return report.absent().stream().map(ReportWords::absent).toList();
  }

  private static String absent(Report.Absent absent) {
    if (absent.reason() == Report.Reason.NOT_AVAILABLE) {
      return absent.title() + ": could not be worked out. The other parts are complete.";
    }
    return absent.module().isEmpty()
        ? absent.title() + ": not installed"
        : absent.title() + ": the module " + absent.module() + " is not installed";
  }
}
