package org.victimfirst.api.web.ui;

import org.victimfirst.api.web.Html;

/** Details that are left out, because they are hidden or only their end matters. */
public final class Redaction {
  private Redaction() {}

  /** A detail that was left out, because personal details are hidden. */
  public static Html withheld() {
    return Html.markup("<span class=\"vf-withheld\">Hidden</span>");
  }

  /** The text, or "Hidden". */
  public static Html unlessHidden(boolean hidden, String text) {
    return hidden ? withheld() : Html.text(text);
  }

  /** A phone number, email or address whose end is left out: {@code 07700 900•••}. */
  public static Html mask(String masked) {
    return new Markup().raw("<span class=\"vf-mask\">").text(masked).raw("</span>").html();
  }

  /** Leaves out the last characters of a number, or what is before the @ of an email address. */
  public static String masked(String value) {
    int at = value.indexOf('@');
    if (at > 0) {
      return value.substring(0, 1) + "\u2022\u2022\u2022" + value.substring(at);
    }
    int shown = Math.max(0, value.length() - 3);
    return value.substring(0, shown) + "\u2022\u2022\u2022";
  }
}
