package org.victimfirst.reporting.domain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.reporting.Check;

/**
 * The report as CSV: section, figure, label, value, percent. Cells that a spreadsheet would take
 * for a formula are led by an apostrophe.
 */
public final class ReportCsv {
  /** Media type of the file. */
  public static final String TYPE = "text/csv; charset=utf-8";

  private static final String WITHHELD = "withheld";
  private static final String FORMULA = "=+-@\t\r";

  private final StringBuilder out = new StringBuilder(32_768);

  private ReportCsv() {}

  /** The whole file. */
  public static String of(Report report) {
    ReportCsv csv = new ReportCsv();
    csv.row("section", "figure", "label", "value", "percent");
    report.parts().forEach(csv::part);
    for (Report.Absent absent : report.absent()) {
      csv.row(absent.key(), "absent", absent.title() + ": " + words(absent), "", "");
    }
    for (Report.Checked failing : report.failing()) {
      csv.failing(failing, report.withheld());
    }
    return csv.out.toString();
  }

  /** The name of the file. */
  public static String name(Report report) {
    String kind = report.withheld() ? "-small-counts-withheld" : "";
    return "report-" + report.period().from() + "-to-" + report.period().to() + kind + ".csv";
  }

  private static String words(Report.Absent absent) {
    return absent.reason() == Report.Reason.NOT_INSTALLED
        ? "this part is not installed"
        : "this part could not be made";
  }

  private void failing(Report.Checked checked, boolean withheld) {
    Check check = checked.check();
    row(
        checked.key(),
        "check failed",
        withheld ? check.sentence() : check.sentence() + ", expected " + check.expected(),
        withheld ? WITHHELD : String.valueOf(check.found()),
        "");
  }

  private void part(Report.Part part) {
    Labels labels = new Labels(part);
    Map<String, String> percent = new HashMap<>();
    Figures.leaves(
        part.section().percent(),
        (path, value) -> percent.put(path, value == null ? "" : value.toString()));
    Figures.leaves(
        part.section().figures(),
        (path, value) -> {
          String share = percent.remove(path);
          if (share == null) {
            share = path.endsWith(".total") ? percent.remove(cut(path)) : null;
          }
          row(
              part.key(),
              path,
              labels.of(path),
              value(part, path, value),
              share == null ? "" : share);
        });
    percent.forEach(
        (path, share) -> row(part.key(), "percent." + path, labels.of(path), "", share));
  }

  private static String cut(String path) {
    return path.substring(0, path.length() - ".total".length());
  }

  private static String value(Report.Part part, String path, @Nullable Object value) {
    if (part.withheld().paths().contains(path)) {
      return WITHHELD;
    }
    return value == null ? "" : value.toString();
  }

  private void row(String... cells) {
    for (int i = 0; i < cells.length; i++) {
      out.append(i == 0 ? "" : ",").append(cell(cells[i]));
    }
    out.append("\r\n");
  }

  static String cell(String text) {
    String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
