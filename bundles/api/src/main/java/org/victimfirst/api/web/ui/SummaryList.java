package org.victimfirst.api.web.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.victimfirst.api.web.Html;

/**
 * Facts with their names.
 *
 * @param rows the facts
 * @param classes further classes, such as {@code govuk-summary-list--no-border}
 * @param attributes further attributes
 */
public record SummaryList(List<Row> rows, String classes, Map<String, String> attributes) {
  /** Copies the rows. */
  public SummaryList {
    rows = List.copyOf(rows);
  }

  /**
   * One fact.
   *
   * @param key its name
   * @param value it
   * @param actions links such as "Change"
   * @param classes further classes
   */
  public record Row(Html key, Html value, List<Link> actions, String classes) {}

  /** A list without rows yet. */
  public static SummaryList empty() {
    return new SummaryList(List.of(), "", Map.of());
  }

  /** The same list with one more fact. */
  public SummaryList with(String key, String value, Link... actions) {
    return with(key, Html.text(value), actions);
  }

  /** The same list with one more fact. */
  public SummaryList with(String key, Html value, Link... actions) {
    List<Row> all = new ArrayList<>(rows);
    all.add(new Row(Html.text(key), value, List.of(actions), ""));
    return new SummaryList(all, classes, attributes);
  }

  /** The same list with further classes. */
  public SummaryList withClasses(String more) {
    return new SummaryList(rows, Markup.classes(classes, more), attributes);
  }
}
