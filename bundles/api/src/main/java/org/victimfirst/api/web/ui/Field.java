package org.victimfirst.api.web.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.web.Html;

/**
 * A field of a form: what {@link Controls#input}, {@link Controls#textarea}, {@link
 * Controls#select}, {@link Controls#fileUpload}, {@link Controls#radios} and {@link
 * Controls#checkboxes} need to know. Unchanging: each method gives a new one. {@link Form#field}
 * makes one with the typed text and the error in it.
 */
public final class Field {
  final String name;
  String id;
  Html label;
  @Nullable String labelClasses;
  boolean heading;
  Html hint = Html.EMPTY;
  String error = "";
  List<String> values = List.of();
  String type = "text";
  String classes = "";
  String groupClasses = "";
  String describedBy = "";
  Html prefix = Html.EMPTY;
  Html suffix = Html.EMPTY;
  Html before = Html.EMPTY;
  Html after = Html.EMPTY;
  int rows = 5;
  boolean disabled;
  Map<String, String> attributes = Map.of();

  private Field(String name, Html label) {
    this.name = name;
    this.id = name;
    this.label = label;
  }

  private Field(Field from) {
    this(from.name, from.label);
    id = from.id;
    labelClasses = from.labelClasses;
    heading = from.heading;
    hint = from.hint;
    error = from.error;
    values = from.values;
    type = from.type;
    classes = from.classes;
    groupClasses = from.groupClasses;
    describedBy = from.describedBy;
    prefix = from.prefix;
    suffix = from.suffix;
    before = from.before;
    after = from.after;
    rows = from.rows;
    disabled = from.disabled;
    attributes = from.attributes;
  }

  /** A field; its id is its name. */
  public static Field of(String name, String label) {
    return new Field(name, Html.text(label));
  }

  /** A field whose label has markup; {@link Html#EMPTY} for choices without a fieldset. */
  public static Field of(String name, Html label) {
    return new Field(name, label);
  }

  /** With another id. */
  public Field withId(String newId) {
    Field f = new Field(this);
    f.id = newId;
    return f;
  }

  /** With these classes on the label or legend, such as {@code govuk-label--l}. */
  public Field withLabelClasses(String names) {
    Field f = new Field(this);
    f.labelClasses = names;
    return f;
  }

  /** With a bold label. Legends are bold anyway. */
  public Field bold() {
    return withLabelClasses("govuk-!-font-weight-bold");
  }

  /** With a label or legend that is the page's {@code h1}, such as size {@code l}. */
  public Field asHeading(String classNames) {
    Field f = withLabelClasses(classNames);
    f.heading = true;
    return f;
  }

  /** With a hint. */
  public Field withHint(String text) {
    return withHint(text.isEmpty() ? Html.EMPTY : Html.text(text));
  }

  /** With a hint. */
  public Field withHint(Html html) {
    Field f = new Field(this);
    f.hint = html;
    return f;
  }

  /** With an error message; an empty string for none. */
  public Field withError(String message) {
    Field f = new Field(this);
    f.error = message;
    return f;
  }

  /** With a value, or the value that is chosen. */
  public Field withValue(String value) {
    return withValues(value.isEmpty() ? List.of() : List.of(value));
  }

  /** With the values that are chosen. */
  public Field withValues(List<String> all) {
    Field f = new Field(this);
    f.values = List.copyOf(all);
    return f;
  }

  /** With an input type, such as {@code email}. */
  public Field withType(String newType) {
    Field f = new Field(this);
    f.type = newType;
    return f;
  }

  /** With further classes on the control. */
  public Field withClasses(String more) {
    Field f = new Field(this);
    f.classes = Markup.classes(classes, more);
    return f;
  }

  /** As wide as so many characters: 2, 3, 4, 5, 10, 20 or 30. */
  public Field withWidth(int characters) {
    return withClasses("govuk-input--width-" + characters);
  }

  /** Radios or checkboxes in the small size. */
  public Field small(String kind) {
    return withClasses("govuk-" + kind + "--small");
  }

  /** With further classes on the form group. */
  public Field withGroupClasses(String more) {
    Field f = new Field(this);
    f.groupClasses = Markup.classes(groupClasses, more);
    return f;
  }

  /** Described by further elements, by id. */
  public Field withDescribedBy(String ids) {
    Field f = new Field(this);
    f.describedBy = ids;
    return f;
  }

  /** With something before the input, such as "£". */
  public Field withPrefix(String text) {
    Field f = new Field(this);
    f.prefix = Html.text(text);
    return f;
  }

  /** With something after the input, such as "miles". */
  public Field withSuffix(String text) {
    Field f = new Field(this);
    f.suffix = Html.text(text);
    return f;
  }

  /** With markup before the control, within the form group. */
  public Field withBefore(Html html) {
    Field f = new Field(this);
    f.before = html;
    return f;
  }

  /** With markup at the end of the form group, such as {@link SafeBand#gate}. */
  public Field withAfter(Html html) {
    Field f = new Field(this);
    f.after = html;
    return f;
  }

  /** With so many rows, for a textarea. */
  public Field withRows(int count) {
    Field f = new Field(this);
    f.rows = count;
    return f;
  }

  /** Which cannot be changed. */
  public Field off() {
    Field f = new Field(this);
    f.disabled = true;
    return f;
  }

  /** With one more attribute. */
  public Field withAttribute(String attribute, String value) {
    Field f = new Field(this);
    Map<String, String> all = new LinkedHashMap<>(attributes);
    all.put(attribute, value);
    f.attributes = all;
    return f;
  }

  /** With {@code autocomplete}. */
  public Field withAutocomplete(String token) {
    return withAttribute("autocomplete", token);
  }

  /** With {@code inputmode}, such as {@code numeric}. */
  public Field withInputmode(String mode) {
    return withAttribute("inputmode", mode);
  }

  /** Without the browser's spelling check, which may send the text elsewhere. */
  public Field withoutSpellcheck() {
    return withAttribute("spellcheck", "false");
  }

  String value() {
    return values.isEmpty() ? "" : values.get(0);
  }

  boolean failed() {
    return !error.isEmpty();
  }
}
