package org.victimfirst.api.web.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;

/**
 * A form in the making: what was typed, and what is wrong with it. Fields made by it carry both, so
 * that a refused form keeps every word. Used by one request.
 */
public final class Form {
  private final Map<String, List<String>> typed;
  private final Map<String, String> errors = new LinkedHashMap<>();
  private final Map<String, String> anchors = new LinkedHashMap<>();

  private Form(Map<String, List<String>> typed) {
    this.typed = new LinkedHashMap<>(typed);
  }

  /** A form without anything in it. */
  public static Form empty() {
    return new Form(Map.of());
  }

  /** A form as it was sent. */
  public static Form of(PageRequest request) {
    return new Form(request.form());
  }

  /** A form with these values. */
  public static Form of(Map<String, List<String>> values) {
    return new Form(values);
  }

  /** Sets a value, such as the one that is stored. */
  public Form put(String name, String value) {
    typed.put(name, List.of(value));
    return this;
  }

  /** Sets the chosen values. */
  public Form put(String name, List<String> values) {
    typed.put(name, List.copyOf(values));
    return this;
  }

  /** A value, trimmed; an empty string when it is not there. */
  public String value(String name) {
    List<String> values = typed.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0).strip();
  }

  /** All values of a field. */
  public List<String> values(String name) {
    return typed.getOrDefault(name, List.of());
  }

  /**
   * Notes what is wrong with a field; the first message of a field stays.
   *
   * @param message what to enter, with an example: "Enter the time of the contact, like 11:20am"
   */
  public Form error(String name, String message) {
    errors.putIfAbsent(name, message);
    return this;
  }

  /** Notes what is wrong with a field whose control has another id than its name. */
  public Form error(String name, String id, String message) {
    anchors.putIfAbsent(name, id);
    return error(name, message);
  }

  /** Notes an error when the field is empty. */
  public Form require(String name, String message) {
    if (value(name).isEmpty()) {
      error(name, message);
    }
    return this;
  }

  /** Reads a field; when it is filled and cannot be read, notes the message. */
  public <T> Optional<T> read(String name, Function<String, Optional<T>> reader, String message) {
    String text = value(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> value = reader.apply(text);
    if (value.isEmpty()) {
      error(name, message);
    }
    return value;
  }

  /** Whether nothing is wrong. */
  public boolean sound() {
    return errors.isEmpty();
  }

  /** What is wrong with a field; an empty string when nothing is. */
  public String errorOf(String name) {
    return errors.getOrDefault(name, "");
  }

  /** All errors: field to message. */
  public Map<String, String> errors() {
    return Map.copyOf(errors);
  }

  /** The error summary for the top of the page; nothing when all is well. */
  public Html errorSummary() {
    if (errors.isEmpty()) {
      return Html.EMPTY;
    }
    String title =
        errors.size() == 1
            ? "Not saved. There is 1 problem"
            : "Not saved. There are " + errors.size() + " problems";
    return errorSummary(title);
  }

  /** The error summary with another title, such as "Not imported. There is 1 problem". */
  public Html errorSummary(String title) {
    if (errors.isEmpty()) {
      return Html.EMPTY;
    }
    List<ErrorSummary.Problem> problems =
        errors.entrySet().stream()
            .map(
                e ->
                    new ErrorSummary.Problem(
                        Html.text(e.getValue()),
                        "#" + anchors.getOrDefault(e.getKey(), e.getKey())))
            .toList();
    return Forms.errorSummary(new ErrorSummary(Html.text(title), Html.EMPTY, problems, Map.of()));
  }

  /** A field with what was typed and what is wrong with it. */
  public Field field(String name, String label) {
    return Field.of(name, label).withValues(values(name)).withError(errorOf(name));
  }
}
