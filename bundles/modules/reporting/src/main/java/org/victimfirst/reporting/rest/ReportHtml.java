package org.victimfirst.reporting.rest;

import java.util.List;
import org.victimfirst.api.web.Html;
import org.victimfirst.reporting.domain.Report;
import org.victimfirst.reporting.view.BlockView;
import org.victimfirst.reporting.view.ReportWords;

/**
 * The report as one file that needs nothing beside it, for keeping, sending and printing: the
 * charts of the console's page, each with its table open.
 */
final class ReportHtml {
  static final String TYPE = "text/html;charset=utf-8";

  private static final String STYLE =
      "body{font:16px/1.5 sans-serif;color:#16262b;max-width:60rem;margin:2rem auto;padding:0 1rem}"
          + "table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}"
          + "caption{text-align:left;font-weight:bold}"
          + "th,td{border-bottom:1px solid #ccd7d9;padding:.3rem .6rem;text-align:left}"
          + "td,thead th:not(:first-child){text-align:right}[class*=weight-regular]{font-weight:normal}"
          + "[class*=weight-bold]{font-weight:bold}"
          + ".govuk-visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;"
          + "clip-path:inset(50%);white-space:nowrap}"
          + "figure{margin:0 0 1.5rem}summary{color:#44565c}svg text{fill:#16262b;font-size:14px}"
          + ".vf-chart__svg{display:block;width:100%;overflow:visible}"
          + ".vf-bar-all,.vf-bar-3{fill:#c9e2e3;stroke:#0b4650;stroke-width:1}"
          + ".vf-bar-1{fill:#0b4650}.vf-bar-2{fill:#4e969e}"
          + ".vf-t-strong{font-weight:600}svg .vf-t-soft{fill:#44565c}"
          + ".vf-key,.vf-headline{list-style:none;display:flex;flex-wrap:wrap;gap:4px 20px;padding:0}"
          + ".vf-key svg{width:22px;height:14px;margin-right:8px}"
          + ".vf-tile{border:1px solid #ccd7d9;border-radius:6px;padding:12px 18px}"
          + ".vf-tile p{margin:0}.vf-tile .vf-tile__figure{font-size:2rem;font-weight:700}"
          + "@page{size:A4;margin:18mm}h2,h3{break-after:avoid}"
          + ".vf-chart__svg,tr{break-inside:avoid}";

  private final StringBuilder out = new StringBuilder(1 << 18);
  private final Report report;
  private final ReportWords words;

  private ReportHtml(ReportWords words) {
    this.report = words.report();
    this.words = words;
  }

  static String of(ReportWords words) {
    return new ReportHtml(words).document();
  }

  private String document() {
    out.append("<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>");
    text(words.title()).append("</title><style>").append(STYLE).append("</style></head><body><h1>");
    text(words.title()).append("</h1>");
    paragraph(words.context());
    paragraph(words.unfinished());
    checks();
    for (Report.Part part : report.parts()) {
      out.append("<section><h2>");
      text(part.title()).append("</h2>");
      BlockView.inFile(part).all().forEach(block -> out.append(block.asString()));
      out.append("</section>");
    }
    if (!report.absent().isEmpty()) {
      out.append("<section><h2>Not in this report</h2>");
      bullets(words.absent());
      out.append("</section>");
    }
    return out.append("</body></html>\n").toString();
  }

  private void checks() {
    if (report.failing().isEmpty()) {
      paragraph("All figures agree. " + words.agreement());
    } else {
      paragraph(words.agreement() + ":");
      bullets(words.failed());
    }
    if (report.withheld()) {
      paragraph("Counts under 5, and what would show them, are withheld.");
    }
  }

  private void bullets(List<String> sentences) {
    out.append("<ul>");
    for (String sentence : sentences) {
      out.append("<li>");
      text(sentence).append("</li>");
    }
    out.append("</ul>");
  }

  private void paragraph(String text) {
    if (!text.isEmpty()) {
      out.append("<p>");
      text(text).append("</p>");
    }
  }

  private StringBuilder text(String text) {
    return out.append(Html.escape(text));
  }
}
