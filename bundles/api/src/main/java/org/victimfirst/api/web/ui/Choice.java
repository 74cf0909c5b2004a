package org.victimfirst.api.web.ui;

import org.victimfirst.api.web.Html;

/**
 * One entry of radios, checkboxes or a select.
 *
 * @param value what is sent
 * @param label what people read; for a divider, the word between
 * @param hint second line, or {@link Html#EMPTY}
 * @param conditional what is asked when it is chosen, or {@link Html#EMPTY}
 * @param divider whether it is a divider, such as "or"
 * @param disabled whether it cannot be chosen
 * @param exclusive whether it excludes all others ("None of these")
 * @param id its id; empty for one made from the field's
 */
public record Choice(
    String value,
    Html label,
    Html hint,
    Html conditional,
    boolean divider,
    boolean disabled,
    boolean exclusive,
    String id) {
  /** An entry. */
  public static Choice of(String value, String label) {
    return new Choice(value, Html.text(label), Html.EMPTY, Html.EMPTY, false, false, false, "");
  }

  /** A divider. */
  public static Choice divider(String word) {
    return new Choice("", Html.text(word), Html.EMPTY, Html.EMPTY, true, false, false, "");
  }

  /** The same entry with another label. */
  public Choice withLabel(Html html) {
    return new Choice(value, html, hint, conditional, divider, disabled, exclusive, id);
  }

  /** The same entry with a second line. */
  public Choice withHint(String text) {
    return withHint(Html.text(text));
  }

  /** The same entry with a second line. */
  public Choice withHint(Html html) {
    return new Choice(value, label, html, conditional, divider, disabled, exclusive, id);
  }

  /** The same entry with what is asked when it is chosen; always visible without scripts. */
  public Choice withConditional(Html html) {
    return new Choice(value, label, hint, html, divider, disabled, exclusive, id);
  }

  /** The same entry with an id. */
  public Choice withId(String newId) {
    return new Choice(value, label, hint, conditional, divider, disabled, exclusive, newId);
  }

  /** The same entry, which cannot be chosen. */
  public Choice off() {
    return new Choice(value, label, hint, conditional, divider, true, exclusive, id);
  }

  /** The same entry, which excludes all others. */
  public Choice alone() {
    return new Choice(value, label, hint, conditional, divider, disabled, true, id);
  }
}
