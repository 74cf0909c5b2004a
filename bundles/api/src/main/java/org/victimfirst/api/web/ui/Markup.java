package org.victimfirst.api.web.ui;

import java.util.List;
import java.util.Map;
import org.victimfirst.api.web.Html;

/**
 * Writes markup into one string; values are escaped, an attribute with an empty value is left out.
 */
final class Markup {
  private final StringBuilder out = new StringBuilder(256);

  /** Markup that is a constant of the program. */
  Markup raw(String constant) {
    out.append(constant);
    return this;
  }

  Markup text(String text) {
    out.append(Html.escape(text));
    return this;
  }

  Markup html(Html html) {
    out.append(html.asString());
    return this;
  }

  Markup attr(String name, String value) {
    return value.isEmpty() ? this : always(name, value);
  }

  Markup always(String name, String value) {
    out.append(' ').append(name).append("=\"").append(Html.escape(value)).append('"');
    return this;
  }

  Markup flag(String name, boolean set) {
    if (set) {
      out.append(' ').append(name);
    }
    return this;
  }

  Markup attrs(Map<String, String> attributes) {
    attributes.forEach(this::always);
    return this;
  }

  Html html() {
    return Html.markup(out.toString());
  }

  /** A list without bullets; each item brings its own {@code li}. */
  static Html list(String classes, List<Html> items) {
    return new Markup()
        .raw("<ul")
        .always("class", classes)
        .raw(">")
        .html(Html.all(items))
        .raw("</ul>")
        .html();
  }

  /** Class names joined by blanks, empty ones left out. */
  static String classes(String... names) {
    StringBuilder all = new StringBuilder();
    for (String name : names) {
      if (!name.isEmpty()) {
        all.append(all.length() == 0 ? "" : " ").append(name);
      }
    }
    return all.toString();
  }
}
