package org.victimfirst.api.web.ui;

import java.util.List;
import org.victimfirst.api.web.Html;

/** The levels of one need, to be chosen by keyboard, mouse or finger. */
public final class Levels {
  private Levels() {}

  /**
   * One need and its levels. Nothing is chosen beforehand unless it was answered.
   *
   * @param name field name; the first level's id is the same, the others {@code name-2} …
   * @param legend the need
   * @param was such as "Start: Severe", or an empty string
   * @param levels the levels in order
   * @param chosen the value that is chosen, or an empty string
   */
  public static Html need(
      String name, String legend, String was, List<Choice> levels, String chosen) {
    return need(name, legend, was, levels, chosen, "", Html.EMPTY);
  }

  /** One need with an error message and something more after the levels, such as a note. */
  public static Html need(
      String name,
      String legend,
      String was,
      List<Choice> levels,
      String chosen,
      String error,
      Html more) {
    String errorId = error.isEmpty() ? "" : name + "-error";
    Markup m =
        new Markup()
            .raw("<fieldset class=\"vf-need\"")
            .attr("aria-describedby", errorId)
            .raw("><legend>")
            .text(legend)
            .raw("</legend><span class=\"vf-need__was\">")
            .text(was)
            .raw("</span><div class=\"vf-levels\">");
    int index = 0;
    for (Choice level : levels) {
      index++;
      String id = index == 1 ? name : name + "-" + index;
      m.raw("<div class=\"vf-level\"><input type=\"radio\"")
          .always("id", id)
          .always("name", name)
          .always("value", level.value())
          .flag("checked", level.value().equals(chosen))
          .raw("><label")
          .always("for", id)
          .raw(">")
          .html(level.label())
          .raw("</label></div>");
    }
    m.raw("</div>");
    if (!error.isEmpty()) {
      m.html(Forms.errorMessage(errorId, error));
    }
    return m.html(more).raw("</fieldset>").html();
  }
}
