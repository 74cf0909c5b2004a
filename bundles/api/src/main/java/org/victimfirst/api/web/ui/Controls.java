package org.victimfirst.api.web.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.web.Html;

/** Draws form controls with label, hint and error message. */
final class Controls {
  private Controls() {}

  static Html input(Field f) {
    Markup m = open(f);
    label(m, f);
    String described = describe(m, f);
    boolean wrapped = f.prefix != Html.EMPTY || f.suffix != Html.EMPTY || f.before != Html.EMPTY;
    if (wrapped) {
      m.raw("<div class=\"govuk-input__wrapper\">").html(f.before);
      affix(m, "prefix", f.prefix);
    }
    m.raw("<input")
        .always(
            "class",
            Markup.classes("govuk-input", f.classes, f.failed() ? "govuk-input--error" : ""))
        .always("id", f.id)
        .always("name", f.name)
        .always("type", f.type)
        .attr("value", f.value())
        .flag("disabled", f.disabled)
        .attr("aria-describedby", described)
        .attrs(f.attributes)
        .raw(">");
    if (wrapped) {
      affix(m, "suffix", f.suffix);
      m.raw("</div>");
    }
    return m.html(f.after).raw("</div>").html();
  }

  private static void affix(Markup m, String kind, Html content) {
    if (content != Html.EMPTY) {
      m.raw("<div class=\"govuk-input__" + kind + "\" aria-hidden=\"true\">")
          .html(content)
          .raw("</div>");
    }
  }

  static Html textarea(Field f) {
    Markup m = open(f);
    label(m, f);
    String described = describe(m, f);
    m.html(f.before)
        .raw("<textarea")
        .always(
            "class",
            Markup.classes("govuk-textarea", f.failed() ? "govuk-textarea--error" : "", f.classes))
        .always("id", f.id)
        .always("name", f.name)
        .always("rows", String.valueOf(f.rows))
        .flag("disabled", f.disabled)
        .attr("aria-describedby", described)
        .attrs(f.attributes)
        .raw(">");
    // A browser drops one line break directly after the tag: this one, not one that was typed.
    if (f.value().startsWith("\n") || f.value().startsWith("\r")) {
      m.raw("\n");
    }
    return m.text(f.value()).raw("</textarea>").html(f.after).raw("</div>").html();
  }

  static Html select(Field f, List<Choice> choices) {
    Markup m = open(f);
    label(m, f);
    String described = describe(m, f);
    m.html(f.before)
        .raw("<select")
        .always(
            "class",
            Markup.classes("govuk-select", f.classes, f.failed() ? "govuk-select--error" : ""))
        .always("id", f.id)
        .always("name", f.name)
        .flag("disabled", f.disabled)
        .attr("aria-describedby", described)
        .attrs(f.attributes)
        .raw(">");
    for (Choice choice : choices) {
      m.raw("<option")
          .always("value", choice.value())
          .flag("selected", f.values.contains(choice.value()))
          .flag("disabled", choice.disabled())
          .raw(">")
          .html(choice.label())
          .raw("</option>");
    }
    return m.raw("</select>").html(f.after).raw("</div>").html();
  }

  static Html fileUpload(Field f) {
    Markup m = open(f);
    label(m, f);
    String described = describe(m, f);
    return m.html(f.before)
        .raw("<input")
        .always(
            "class",
            Markup.classes(
                "govuk-file-upload", f.classes, f.failed() ? "govuk-file-upload--error" : ""))
        .always("id", f.id)
        .always("name", f.name)
        .raw(" type=\"file\"")
        .flag("disabled", f.disabled)
        .attr("aria-describedby", described)
        .attrs(f.attributes)
        .raw(">")
        .html(f.after)
        .raw("</div>")
        .html();
  }

  static Html choices(String kind, String type, Field f, List<Choice> choices) {
    Markup inner = new Markup();
    String described = describe(inner, f);
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
    Markup m = open(f);
    if (grouped) {
      String legend = f.labelClasses == null ? "govuk-fieldset__legend--s" : f.labelClasses;
      m.html(fieldset(f.label, legend, f.heading, described, inner.html()));
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

  static Html fieldset(
      Html legend, String legendClasses, boolean heading, String describedBy, Html content) {
    Markup m =
        new Markup()
            .raw("<fieldset class=\"govuk-fieldset\"")
            .attr("aria-describedby", describedBy)
            .raw("><legend")
            .always("class", Markup.classes("govuk-fieldset__legend", legendClasses))
            .raw(">");
    if (heading) {
      m.raw("<h1 class=\"govuk-fieldset__heading\">").html(legend).raw("</h1>");
    } else {
      m.html(legend);
    }
    return m.raw("</legend>").html(content).raw("</fieldset>").html();
  }

  private static Markup open(Field f) {
    return new Markup()
        .raw("<div")
        .always(
            "class",
            Markup.classes(
                "govuk-form-group", f.failed() ? "govuk-form-group--error" : "", f.groupClasses))
        .raw(">");
  }

  private static void label(Markup m, Field f) {
    @Nullable String classes = f.labelClasses;
    if (f.heading) {
      m.raw("<h1 class=\"govuk-label-wrapper\">");
    }
    m.raw("<label")
        .always("class", Markup.classes("govuk-label", classes == null ? "" : classes))
        .always("for", f.id)
        .raw(">")
        .html(f.label)
        .raw("</label>");
    if (f.heading) {
      m.raw("</h1>");
    }
  }

  /** Writes hint and error, and gives the ids that describe the control. */
  private static String describe(Markup m, Field f) {
    List<String> ids = new ArrayList<>();
    if (!f.describedBy.isEmpty()) {
      ids.add(f.describedBy);
    }
    if (f.hint != Html.EMPTY) {
      ids.add(f.id + "-hint");
      m.html(Govuk.hint(f.id + "-hint", f.hint));
    }
    if (f.failed()) {
      ids.add(f.id + "-error");
      m.html(Govuk.errorMessage(f.id + "-error", f.error));
    }
    return String.join(" ", ids);
  }
}
