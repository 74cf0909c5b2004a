package org.victimfirst.api.web.ui;

import java.util.Map;
import org.victimfirst.api.web.Html;

/** Forms and what belongs to their controls, as GOV.UK Frontend has them. */
public final class Forms {
  private Forms() {}

  /**
   * A form that posts.
   *
   * @param csrf {@link org.victimfirst.api.web.PageRequest#csrf()}
   */
  public static Html form(String action, Html csrf, Html... content) {
    return form(action, csrf, Map.of(), content);
  }

  /** A form that posts, with attributes such as {@code enctype}. */
  public static Html form(
      String action, Html csrf, Map<String, String> attributes, Html... content) {
    return new Markup()
        .raw("<form")
        .always("action", action)
        .raw(" method=\"post\" novalidate")
        .attrs(attributes)
        .raw(">")
        .html(csrf)
        .html(Html.all(content))
        .raw("</form>")
        .html();
  }

  /** A value that goes along and is not shown. */
  public static Html hidden(String name, String value) {
    return new Markup()
        .raw("<input type=\"hidden\"")
        .always("name", name)
        .always("value", value)
        .raw(">")
        .html();
  }

  /** What is wrong with a form. */
  public static Html errorSummary(ErrorSummary summary) {
    Markup m =
        new Markup()
            .raw("<div class=\"govuk-error-summary\"")
            .attrs(summary.attributes())
            .raw(" data-module=\"govuk-error-summary\"><div role=\"alert\">")
            .raw("<h2 class=\"govuk-error-summary__title\">")
            .html(summary.title())
            .raw("</h2><div class=\"govuk-error-summary__body\">");
    if (summary.description() != Html.EMPTY) {
      m.raw("<p>").html(summary.description()).raw("</p>");
    }
    if (!summary.problems().isEmpty()) {
      m.raw("<ul class=\"govuk-list govuk-error-summary__list\">");
      for (ErrorSummary.Problem problem : summary.problems()) {
        m.raw("<li>");
        if (problem.href().isEmpty()) {
          m.html(problem.message());
        } else {
          m.raw("<a").always("href", problem.href()).raw(">").html(problem.message()).raw("</a>");
        }
        m.raw("</li>");
      }
      m.raw("</ul>");
    }
    return m.raw("</div></div></div>").html();
  }

  /** An error message at its field. */
  public static Html errorMessage(String id, String message) {
    return new Markup()
        .raw("<p")
        .attr("id", id)
        .raw(" class=\"govuk-error-message\">")
        .raw("<span class=\"govuk-visually-hidden\">Error:</span> ")
        .text(message)
        .raw("</p>")
        .html();
  }

  /** A hint. */
  public static Html hint(String id, Html content) {
    return new Markup()
        .raw("<div")
        .attr("id", id)
        .raw(" class=\"govuk-hint\">")
        .html(content)
        .raw("</div>")
        .html();
  }

  /**
   * Fields that belong together; {@code legendClasses} such as {@code govuk-fieldset__legend--m}.
   */
  public static Html fieldset(String legend, String legendClasses, Html content) {
    return fieldset(Html.text(legend), legendClasses, false, "", content);
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
}
