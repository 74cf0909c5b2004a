package org.victimfirst.api.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A piece of HTML that is safe to write: made by a template, by a component, or from text by
 * escaping. In a jte template {@code ${html}} writes it as it is.
 */
@FunctionalInterface
@ConsumerType
public interface Html extends Content {
  /** Nothing. */
  Html EMPTY = output -> {};

  /** Plain text, escaped. */
  static Html text(String text) {
    String escaped = escape(text);
    return output -> output.writeContent(escaped);
  }

  /** Markup that is known to be safe: constants of the program, never data. */
  static Html markup(String markup) {
    return output -> output.writeContent(markup);
  }

  /** Several, one after the other. */
  static Html all(Html... parts) {
    return all(Arrays.asList(parts));
  }

  /** Several, one after the other. */
  static Html all(Collection<? extends Html> parts) {
    List<Html> copy = List.copyOf(parts);
    return output -> {
      for (Html part : copy) {
        part.writeTo(output);
      }
    };
  }

  /** Escapes text for use in HTML content and in quoted attributes. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** Writes it. */
  @Override
  void writeTo(TemplateOutput output);

  /** The markup as a string: for tests and for mixing into other markup. */
  default String asString() {
    gg.jte.output.StringOutput output = new gg.jte.output.StringOutput();
    writeTo(output);
    return output.toString();
  }
}
