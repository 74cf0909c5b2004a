package org.victimfirst.api.web.ui;

import java.util.List;
import java.util.Map;
import org.victimfirst.api.web.Html;

/**
 * What is wrong with a form, at its top. {@link Form#errorSummary} makes it from the errors found.
 *
 * @param title heading, such as "Not saved. There are 2 problems"
 * @param description a sentence, or {@link Html#EMPTY}
 * @param problems the problems, in the order of the fields
 * @param attributes further attributes
 */
public record ErrorSummary(
    Html title, Html description, List<Problem> problems, Map<String, String> attributes) {
  /**
   * One problem.
   *
   * @param message the same words as at the field
   * @param href the field, such as {@code #date}; empty when there is none
   */
  public record Problem(Html message, String href) {}
}
