package org.victimfirst.api.web.ui;

import java.util.Map;
import org.victimfirst.api.web.Html;

/**
 * A button, or a link that looks like one.
 *
 * @param content what it says: the act, such as "Save review"
 * @param href where it leads; empty for a button that sends its form
 * @param type {@code submit}, {@code button} or {@code reset}; of no meaning for a link
 * @param name name of its form field, or an empty string
 * @param value value of its form field, or an empty string
 * @param id its id, or an empty string
 * @param classes further classes, such as {@code govuk-button--secondary}
 * @param disabled whether it cannot be used
 * @param attributes further attributes
 */
public record Button(
    Html content,
    String href,
    String type,
    String name,
    String value,
    String id,
    String classes,
    boolean disabled,
    Map<String, String> attributes) {
  /** A button that sends its form. */
  public static Button submit(String text) {
    return new Button(Html.text(text), "", "submit", "", "", "", "", false, Map.of());
  }

  /** A link that looks like a button. */
  public static Button link(String text, String href) {
    return new Button(Html.text(text), href, "", "", "", "", "", false, Map.of());
  }

  /** The same button with other content, such as text with a hidden part. */
  public Button withContent(Html html) {
    return new Button(html, href, type, name, value, id, classes, disabled, attributes);
  }

  /** The same button, which sends a field. */
  public Button withName(String fieldName, String fieldValue) {
    return new Button(
        content, href, type, fieldName, fieldValue, id, classes, disabled, attributes);
  }

  /** The same button of another type. */
  public Button withType(String newType) {
    return new Button(content, href, newType, name, value, id, classes, disabled, attributes);
  }

  /** The same button with an id. */
  public Button withId(String newId) {
    return new Button(content, href, type, name, value, newId, classes, disabled, attributes);
  }

  /** The same button with one more class. */
  public Button withClasses(String more) {
    return new Button(
        content, href, type, name, value, id, Markup.classes(classes, more), disabled, attributes);
  }

  /** The same button with these attributes. */
  public Button withAttributes(Map<String, String> all) {
    return new Button(content, href, type, name, value, id, classes, disabled, all);
  }

  /** The same button, not the main one of the page. */
  public Button secondary() {
    return withClasses("govuk-button--secondary");
  }

  /** The same button, for an act that destroys. */
  public Button warning() {
    return withClasses("govuk-button--warning");
  }

  /** The same button, which cannot be used. */
  public Button off() {
    return new Button(content, href, type, name, value, id, classes, true, attributes);
  }
}
