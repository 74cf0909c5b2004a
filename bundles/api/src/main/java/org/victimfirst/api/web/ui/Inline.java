package org.victimfirst.api.web.ui;

import org.victimfirst.api.web.Html;

/** Words within a line that are set in a way of their own. */
public final class Inline {
  private Inline() {}

  /** A reference, set so that figures line up. */
  public static Html num(String text) {
    return span("vf-num", text);
  }

  /** A case's reference under a name, in the header of a row. */
  public static Html reference(String text) {
    return span("vf-soft vf-num govuk-!-font-weight-regular", text);
  }

  /** A code, a file's name or an error reference. */
  public static Html code(String text) {
    return span("vf-code", text);
  }

  /** A second line, grey. */
  public static Html soft(String text) {
    return span("vf-soft", text);
  }

  /** Words for those who do not see the page. */
  public static Html hidden(String text) {
    return span("govuk-visually-hidden", text);
  }

  private static Html span(String classes, String text) {
    return new Markup()
        .raw("<span")
        .always("class", classes)
        .raw(">")
        .text(text)
        .raw("</span>")
        .html();
  }
}
