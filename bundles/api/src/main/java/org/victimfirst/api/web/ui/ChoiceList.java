package org.victimfirst.api.web.ui;

import java.util.List;
import org.victimfirst.api.web.Html;

/** Draws radios and checkboxes. */
final class ChoiceList {
  private ChoiceList() {}

  static Html draw(String kind, String type, Field f, List<Choice> choices) {
    Markup inner = new Markup();
    String described = Controls.describe(inner, f);
    boolean grouped = f.label != Html.EMPTY;
    inner
        .raw("<div")
        .always("class", Markup.classes("govuk-" + kind, f.classes))
        .attrs(f.attributes)
        .always("data-module", "govuk-" + kind)
        .raw(">")
        .html(f.before);
    int index = 0;
    for (Choice choice : choices) {
      index++;
      String id = choice.id().isEmpty() ? f.id + (index > 1 ? "-" + index : "") : choice.id();
      item(inner, kind, type, f, choice, id, grouped ? "" : described);
    }
    inner.raw("</div>");
    Markup m = Controls.open(f);
    if (grouped) {
      String legend = f.labelClasses == null ? "govuk-fieldset__legend--s" : f.labelClasses;
      m.html(Forms.fieldset(f.label, legend, f.heading, described, inner.html()));
    } else {
      m.html(inner.html());
    }
    return m.html(f.after).raw("</div>").html();
  }

  private static void item(
      Markup m, String kind, String type, Field f, Choice c, String id, String outer) {
    String block = "govuk-" + kind;
    if (c.divider()) {
      m.raw("<div").always("class", block + "__divider").raw(">").html(c.label()).raw("</div>");
      return;
    }
    boolean checked = f.values.contains(c.value());
    boolean hinted = c.hint() != Html.EMPTY;
    boolean conditional = c.conditional() != Html.EMPTY;
    String hintId = hinted ? id + "-item-hint" : "";
    m.raw("<div")
        .always("class", block + "__item")
        .raw("><input")
        .always("class", block + "__input")
        .always("id", id)
        .always("name", f.name)
        .always("type", type)
        .always("value", c.value())
        .flag("checked", checked)
        .flag("disabled", c.disabled() || f.disabled)
        .attr("data-aria-controls", conditional ? "conditional-" + id : "")
        .attr("data-behaviour", c.exclusive() ? "exclusive" : "")
        .attr("aria-describedby", Markup.classes(type.equals("radio") ? "" : outer, hintId))
        .raw("><label")
        .always("class", "govuk-label " + block + "__label")
        .always("for", id)
        .raw(">")
        .html(c.label())
        .raw("</label>");
    if (hinted) {
      m.raw("<div")
          .always("id", hintId)
          .always("class", "govuk-hint " + block + "__hint")
          .raw(">")
          .html(c.hint())
          .raw("</div>");
    }
    m.raw("</div>");
    if (conditional) {
      m.raw("<div")
          .always(
              "class",
              Markup.classes(
                  block + "__conditional", checked ? "" : block + "__conditional--hidden"))
          .always("id", "conditional-" + id)
          .raw(">")
          .html(c.conditional())
          .raw("</div>");
    }
  }
}
