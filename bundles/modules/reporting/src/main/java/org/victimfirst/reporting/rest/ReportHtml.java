package org.victimfirst.reporting.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.victimfirst.api.reporting.Block;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.reporting.domain.Report;

/**
 * The report as one file that needs nothing beside it: every figure in tables, for keeping, sending
 * and printing. The charts are on the console's page.
 */
final class ReportHtml {
  static final String TYPE = "text/html;charset=utf-8";

  private static final String STYLE =
      "body{font:16px/1.5 sans-serif;color:#16262b;max-width:60rem;margin:2rem auto;padding:0 1rem}"
          + "table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}"
          + "caption{text-align:left;font-weight:bold}"
          + "th,td{border-bottom:1px solid #ccd7d9;padding:.3rem .6rem;text-align:left}"
          + "td,thead th:not(:first-child){text-align:right}th[scope=row]{font-weight:normal}"
          + "@page{size:A4;margin:18mm}section{break-inside:auto}h2{break-after:avoid}";

  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Report report;

  private ReportHtml(Report report) {
    this.report = report;
  }

  static String of(Report report) {
    return new ReportHtml(report).document();
  }

  private String document() {
    String title =
        "Quarterly report, " + Words.period(report.period().from(), report.period().to());
    out.append("<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>");
    text(title).append("</title><style>").append(STYLE).append("</style></head><body><h1>");
    text(title).append("</h1>");
    paragraph(
        "%s. Worked out on %s from %s."
            .formatted(
                report.area(),
                Words.dateTime(report.madeAt()),
                report.showsClosed()
                    ? Words.count(report.totals().closed(), "closed case", "closed cases")
                    : "closed cases"));
    checks();
    for (Report.Part part : report.parts()) {
      out.append("<section><h2>");
      text(part.title()).append("</h2>");
      part.section().blocks().forEach(block -> block(part, block));
      out.append("</section>");
    }
    absent();
    return out.append("</body></html>\n").toString();
  }

  private void checks() {
    int failing = report.failing().size();
    int all = report.checks().size();
    paragraph(
        failing == 0
            ? "All figures agree: %d of %d checks passed.".formatted(all, all)
            : "%d of %d checks failed: these figures do not agree.".formatted(failing, all));
    if (report.withheld()) {
      paragraph("Counts under 5, and what would reveal them, are left out.");
    }
  }

  private void absent() {
    if (!report.absent().isEmpty()) {
      out.append("<section><h2>Not in this report</h2>");
      for (Report.Absent absent : report.absent()) {
        paragraph(
            absent.title()
                + (absent.reason() == Report.Reason.NOT_INSTALLED
                    ? ": its module is not installed."
                    : ": not available when the report was made."));
      }
      out.append("</section>");
    }
  }

  private void block(Report.Part part, Block block) {
    if (block instanceof Block.Tiles tiles) {
      open(block.heading(), List.of("Figure", "Number", "Note"));
      tiles.tiles().forEach(tile -> row(tile.label(), List.of(tile.figure(), tile.note())));
      close(block.note());
    } else if (block instanceof Block.Bars bars) {
      open(block.heading(), head(bars.category(), bars.columns()));
      bars.bars().forEach(bar -> row(bar.label(), numbers(part, bar.values())));
      close(block.note());
    } else if (block instanceof Block.Levels levels) {
      open(block.heading(), head(levels.category(), levels.columns()));
      for (Block.Pair pair : levels.pairs()) {
        row(pair.label() + ", start", numbers(part, pair.start()));
        row(pair.label() + ", end", numbers(part, pair.end()));
      }
      close(block.note());
    }
  }

  private static List<String> head(String first, List<String> columns) {
    return Stream.concat(Stream.of(first), columns.stream()).toList();
  }

  private static List<String> numbers(Report.Part part, List<Long> values) {
    List<String> cells = new ArrayList<>();
    for (long value : values) {
      cells.add(part.withheld().hides(value) ? "left out" : Words.number(value));
    }
    return cells;
  }

  private void open(String caption, List<String> columns) {
    out.append("<table><caption>");
    text(caption).append("</caption><thead><tr>");
    for (String column : columns) {
      out.append("<th scope=\"col\">");
      text(column).append("</th>");
    }
    out.append("</tr></thead><tbody>");
  }

  private void row(String label, List<String> cells) {
    out.append("<tr><th scope=\"row\">");
    text(label).append("</th>");
    for (String cell : cells) {
      out.append("<td>");
      text(cell).append("</td>");
    }
    out.append("</tr>");
  }

  private void close(String note) {
    out.append("</tbody></table>");
    if (!note.isEmpty()) {
      paragraph(note);
    }
  }

  private void paragraph(String text) {
    out.append("<p>");
    text(text).append("</p>");
  }

  private StringBuilder text(String text) {
    return out.append(Html.escape(text));
  }
}
