package org.victimfirst.api.web.ui;

import java.util.Locale;
import org.victimfirst.api.web.Html;

/** What the charts share: frame, key, text, lengths in per cent. */
final class Svg {
  private Svg() {}

  static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }

  static Markup figure(String classes, String heading, String note) {
    Markup m =
        new Markup().raw("<figure").always("class", Markup.classes("vf-chart", classes)).raw(">");
    if (!heading.isEmpty()) {
      m.raw("<figcaption><h3 class=\"govuk-heading-s\">").text(heading).raw("</h3>");
      if (!note.isEmpty()) {
        m.raw("<p class=\"vf-chart__note\">").text(note).raw("</p>");
      }
      m.raw("</figcaption>");
    }
    return m;
  }

  static void keyBar(Markup m, String barClass, String words) {
    m.raw("<li><svg viewBox=\"0 0 22 14\" aria-hidden=\"true\" focusable=\"false\"><rect")
        .always("class", barClass)
        .raw(" x=\"1\" y=\"1\" width=\"20\" height=\"12\"/></svg>")
        .text(words)
        .raw("</li>");
  }

  static void keyDot(Markup m, String dotClass, int radius, String words) {
    m.raw("<li><svg viewBox=\"0 0 22 14\" aria-hidden=\"true\" focusable=\"false\"><circle")
        .always("class", dotClass)
        .raw(" cx=\"11\" cy=\"7\" r=\"" + radius + "\"/></svg>")
        .text(words)
        .raw("</li>");
  }

  static void open(Markup m, String id, int height, String title, String finding) {
    m.raw("<svg class=\"vf-chart__svg\" role=\"img\"")
        .always("aria-labelledby", id + "t " + id + "d")
        .raw(" height=\"" + height + "\"><title")
        .always("id", id + "t")
        .raw(">")
        .text(title)
        .raw("</title><desc")
        .always("id", id + "d")
        .raw(">")
        .text(finding)
        .raw("</desc>");
  }

  static void text(Markup m, String classes, String x, int y, String more, String words) {
    m.raw("<text")
        .attr("class", classes)
        .raw(" x=\"" + x + "\" y=\"" + y + "\"" + more + ">")
        .text(words)
        .raw("</text>");
  }

  static void table(Markup m, String caption, Html table, boolean open) {
    m.html(
        Govuk.details(
            Html.all(Html.text("Show as a table"), Inline.hidden(": " + caption)), table, open));
  }
}
