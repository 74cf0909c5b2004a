package org.victimfirst.api.web.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.web.Html;

/**
 * Controls of a form, each with label, hint and error message; what is around them: {@link Forms}.
 */
public final class Controls {
  private Controls() {}

  /** A line of text. */
  public static Html input(Field f) {
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

  /** Several lines of text. */
  public static Html textarea(Field f) {
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

  /** One of a list, folded. */
  public static Html select(Field f, List<Choice> choices) {
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

  /** A file. */
  public static Html fileUpload(Field f) {
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

  /** One of a few. */
  public static Html radios(Field field, List<Choice> choices) {
    return ChoiceList.draw("radios", "radio", field, choices);
  }

  /** Any of a few. */
  public static Html checkboxes(Field field, List<Choice> choices) {
    return ChoiceList.draw("checkboxes", "checkbox", field, choices);
  }

  static Markup open(Field f) {
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
  static String describe(Markup m, Field f) {
    List<String> ids = new ArrayList<>();
    if (!f.describedBy.isEmpty()) {
      ids.add(f.describedBy);
    }
    if (f.hint != Html.EMPTY) {
      ids.add(f.id + "-hint");
      m.html(Forms.hint(f.id + "-hint", f.hint));
    }
    if (f.failed()) {
      ids.add(f.id + "-error");
      m.html(Forms.errorMessage(f.id + "-error", f.error));
    }
    return String.join(" ", ids);
  }
}
