package org.victimfirst.api.web.ui;

import java.util.Map;
import org.victimfirst.api.web.Html;

/**
 * A cell of a table.
 *
 * @param content what it shows
 * @param numeric whether it is a number, set to the right
 * @param classes further classes
 * @param attributes further attributes, such as {@code colspan}
 */
public record Cell(Html content, boolean numeric, String classes, Map<String, String> attributes) {
  /** A cell of text. */
  public static Cell text(String text) {
    return new Cell(Html.text(text), false, "", Map.of());
  }

  /** A cell of markup. */
  public static Cell html(Html html) {
    return new Cell(html, false, "", Map.of());
  }

  /** A number, written with commas. */
  public static Cell number(long number) {
    return new Cell(Html.text(Words.number(number)), true, "", Map.of());
  }

  /** Anything that is set like a number. */
  public static Cell numeric(String text) {
    return new Cell(Html.text(text), true, "", Map.of());
  }

  /**
   * A number that leads to its cases; zero is never a link.
   *
   * @param hidden hidden text that names column and row, such as "closed, Self Referrals: show the
   *     cases"
   */
  public static Cell drill(long number, String href, String hidden) {
    if (number == 0 || href.isEmpty()) {
      return number(number);
    }
    Html link =
        new Markup()
            .raw("<a class=\"govuk-link\"")
            .always("href", href)
            .raw(">")
            .text(Words.number(number))
            .raw("<span class=\"govuk-visually-hidden\"> ")
            .text(hidden)
            .raw("</span></a>")
            .html();
    return new Cell(link, true, "", Map.of());
  }

  /** The same cell with further classes. */
  public Cell withClasses(String more) {
    return new Cell(content, numeric, Markup.classes(classes, more), attributes);
  }

  /** The same cell with these attributes. */
  public Cell withAttributes(Map<String, String> all) {
    return new Cell(content, numeric, classes, all);
  }
}
