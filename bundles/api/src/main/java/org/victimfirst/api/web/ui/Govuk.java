package org.victimfirst.api.web.ui;

import java.util.List;
import java.util.Map;
import org.victimfirst.api.web.Html;

/**
 * Components of the GOV.UK Design System, with the markup of GOV.UK Frontend 5.14.0. All text is
 * escaped.
 */
public final class Govuk {
  private static final String HIDDEN = "<span class=\"govuk-visually-hidden\">";
  private static final String ARROW_PREVIOUS =
      "<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\""
          + " xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" aria-hidden=\"true\""
          + " focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m6.5938-0.0078125-6.7266 6.7266"
          + " 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z\">"
          + "</path></svg>";
  private static final String ARROW_NEXT =
      "<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\""
          + " xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" aria-hidden=\"true\""
          + " focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m8.107-0.0078125-1.4136 1.414"
          + " 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z\">"
          + "</path></svg>";

  private Govuk() {}

  /** A link back to the page before. */
  public static Html backLink(String text, String href) {
    return new Markup()
        .raw("<a")
        .always("href", href)
        .raw(" class=\"govuk-back-link\">")
        .text(text)
        .raw("</a>")
        .html();
  }

  /** A link in text. */
  public static Html link(String text, String href) {
    return link(Link.to(text, href));
  }

  /** A link in text, with hidden words if it has some. */
  public static Html link(Link link) {
    Markup m = new Markup().raw("<a class=\"govuk-link\"").always("href", link.href()).raw(">");
    m.text(link.text());
    if (!link.hidden().isEmpty()) {
      m.raw(HIDDEN).text(" " + link.hidden()).raw("</span>");
    }
    return m.raw("</a>").html();
  }

  /** A paragraph of text. */
  public static Html body(String text) {
    return body(Html.text(text));
  }

  /** A paragraph. */
  public static Html body(Html content) {
    return new Markup().raw("<p class=\"govuk-body\">").html(content).raw("</p>").html();
  }

  /**
   * A heading.
   *
   * @param level 1 to 4
   * @param size {@code xl}, {@code l}, {@code m} or {@code s}
   */
  public static Html heading(int level, String size, String text) {
    return heading(level, size, "", text);
  }

  /** A heading with an id, so that a section can be named by it. */
  public static Html heading(int level, String size, String id, String text) {
    return new Markup()
        .raw("<h" + level)
        .always("class", "govuk-heading-" + size)
        .attr("id", id)
        .raw(">")
        .text(text)
        .raw("</h" + level + ">")
        .html();
  }

  /** A list with bullets. */
  public static Html bullets(List<Html> items) {
    return list("govuk-list govuk-list--bullet", items);
  }

  /**
   * A list.
   *
   * @param classes such as {@code govuk-list govuk-list--spaced}
   */
  public static Html list(String classes, List<Html> items) {
    Markup m = new Markup().raw("<ul").always("class", classes).raw(">");
    for (Html item : items) {
      m.raw("<li>").html(item).raw("</li>");
    }
    return m.raw("</ul>").html();
  }

  /** A button that sends its form. */
  public static Html submit(String text) {
    return button(Button.submit(text));
  }

  /** A link that looks like a button. */
  public static Html linkButton(String text, String href) {
    return button(Button.link(text, href));
  }

  /** A button. */
  public static Html button(Button b) {
    Markup m = new Markup();
    if (b.href().isEmpty()) {
      m.raw("<button").attr("value", b.value()).attr("type", b.type()).attr("name", b.name());
      if (b.disabled()) {
        m.raw(" disabled").always("aria-disabled", "true");
      }
    } else {
      m.raw("<a").always("href", b.href()).raw(" role=\"button\" draggable=\"false\"");
    }
    m.always("class", Markup.classes("govuk-button", b.classes()))
        .always("data-module", "govuk-button")
        .attrs(b.attributes())
        .attr("id", b.id())
        .raw(">")
        .html(b.content());
    return m.raw(b.href().isEmpty() ? "</button>" : "</a>").html();
  }

  /** Buttons and links side by side. */
  public static Html buttonGroup(Html... parts) {
    return new Markup()
        .raw("<div class=\"govuk-button-group\">")
        .html(Html.all(parts))
        .raw("</div>")
        .html();
  }

  /** Text that is folded away. */
  public static Html details(String summary, Html content) {
    return details(Html.text(summary), content, false);
  }

  /** Content that is folded away, or open at first. */
  public static Html details(Html summary, Html content, boolean open) {
    return new Markup()
        .raw("<details class=\"govuk-details\"")
        .flag("open", open)
        .raw("><summary class=\"govuk-details__summary\">")
        .raw("<span class=\"govuk-details__summary-text\">")
        .html(summary)
        .raw("</span></summary><div class=\"govuk-details__text\">")
        .html(content)
        .raw("</div></details>")
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
        .raw(HIDDEN + "Error:</span> ")
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

  /** A line of text. */
  public static Html input(Field field) {
    return Controls.input(field);
  }

  /** Several lines of text. */
  public static Html textarea(Field field) {
    return Controls.textarea(field);
  }

  /** One of a list, folded. */
  public static Html select(Field field, List<Choice> choices) {
    return Controls.select(field, choices);
  }

  /** A file. */
  public static Html fileUpload(Field field) {
    return Controls.fileUpload(field);
  }

  /** One of a few. */
  public static Html radios(Field field, List<Choice> choices) {
    return Controls.choices("radios", "radio", field, choices);
  }

  /** Any of a few. */
  public static Html checkboxes(Field field, List<Choice> choices) {
    return Controls.choices("checkboxes", "checkbox", field, choices);
  }

  /**
   * Fields that belong together; {@code legendClasses} such as {@code govuk-fieldset__legend--m}.
   */
  public static Html fieldset(String legend, String legendClasses, Html content) {
    return Controls.fieldset(Html.text(legend), legendClasses, false, "", content);
  }

  /** Text that stands out. */
  public static Html insetText(Html content) {
    return new Markup().raw("<div class=\"govuk-inset-text\">").html(content).raw("</div>").html();
  }

  /** Text that stands out. */
  public static Html insetText(String text) {
    return insetText(Html.text(text));
  }

  /** Links to the pages of a list. Nothing when there is one page. */
  public static Html pagination(Pagination p) {
    if (p.items().size() <= 1 && p.previous().isEmpty() && p.next().isEmpty()) {
      return Html.EMPTY;
    }
    boolean block = p.items().isEmpty();
    Markup m =
        new Markup()
            .raw("<nav")
            .always(
                "class",
                Markup.classes(
                    "govuk-pagination", block ? "govuk-pagination--block" : "", p.classes()))
            .always("aria-label", p.label())
            .raw(">");
    if (!p.previous().isEmpty()) {
      arrow(m, block, "prev", p.previous(), "Previous");
    }
    if (!block) {
      m.raw("<ul class=\"govuk-pagination__list\">");
      p.items().forEach(item -> page(m, item));
      m.raw("</ul>");
    }
    if (!p.next().isEmpty()) {
      arrow(m, block, "next", p.next(), "Next");
    }
    return m.raw("</nav>").html();
  }

  private static void page(Markup m, Pagination.Item item) {
    if (item.href().isEmpty()) {
      m.raw("<li class=\"govuk-pagination__item govuk-pagination__item--ellipsis\">\u22ef</li>");
      return;
    }
    m.raw("<li")
        .always(
            "class",
            Markup.classes(
                "govuk-pagination__item", item.current() ? "govuk-pagination__item--current" : ""))
        .raw("><a class=\"govuk-link govuk-pagination__link\"")
        .always("href", item.href())
        .always("aria-label", "Page " + item.number());
    if (item.current()) {
      m.always("aria-current", "page");
    }
    m.raw(">").text(item.number()).raw("</a></li>");
  }

  private static void arrow(Markup m, boolean block, String way, String href, String word) {
    m.raw("<div class=\"govuk-pagination__" + way + "\">")
        .raw("<a class=\"govuk-link govuk-pagination__link\"")
        .always("href", href)
        .raw(" rel=\"" + way + "\">");
    boolean previous = way.equals("prev");
    if (block || previous) {
      m.raw(previous ? ARROW_PREVIOUS : ARROW_NEXT);
    }
    m.raw("<span")
        .always(
            "class",
            Markup.classes(
                "govuk-pagination__link-title",
                block ? "govuk-pagination__link-title--decorated" : ""))
        .raw(">" + word + HIDDEN + " page</span></span>");
    if (!block && !previous) {
      m.raw(ARROW_NEXT);
    }
    m.raw("</a></div>");
  }

  /** The first link of a page. */
  public static Html skipLink(String text, String href) {
    return new Markup()
        .raw("<a")
        .always("href", href)
        .raw(" class=\"govuk-skip-link\" data-module=\"govuk-skip-link\">")
        .text(text)
        .raw("</a>")
        .html();
  }

  /** Facts with their names. */
  public static Html summaryList(SummaryList list) {
    boolean anyActions = list.rows().stream().anyMatch(row -> !row.actions().isEmpty());
    Markup m =
        new Markup()
            .raw("<dl")
            .always("class", Markup.classes("govuk-summary-list", list.classes()))
            .attrs(list.attributes())
            .raw(">");
    for (SummaryList.Row row : list.rows()) {
      boolean bare = anyActions && row.actions().isEmpty();
      m.raw("<div")
          .always(
              "class",
              Markup.classes(
                  "govuk-summary-list__row",
                  bare ? "govuk-summary-list__row--no-actions" : "",
                  row.classes()))
          .raw("><dt class=\"govuk-summary-list__key\">")
          .html(row.key())
          .raw("</dt><dd class=\"govuk-summary-list__value\">")
          .html(row.value())
          .raw("</dd>");
      actions(m, row.actions());
      m.raw("</div>");
    }
    return m.raw("</dl>").html();
  }

  private static void actions(Markup m, List<Link> actions) {
    if (actions.isEmpty()) {
      return;
    }
    m.raw("<dd class=\"govuk-summary-list__actions\">");
    if (actions.size() == 1) {
      m.html(link(actions.get(0)));
    } else {
      m.raw("<ul class=\"govuk-summary-list__actions-list\">");
      for (Link action : actions) {
        m.raw("<li class=\"govuk-summary-list__actions-list-item\">")
            .html(link(action))
            .raw("</li>");
      }
      m.raw("</ul>");
    }
    m.raw("</dd>");
  }

  /** A table that stays a table: a name and up to three numbers. For others {@link Vf#stack}. */
  public static Html table(Table table) {
    return Tables.draw(table, false);
  }

  /**
   * A tag.
   *
   * @param colour {@code green}, {@code yellow}, {@code red}, {@code grey} …, or an empty string
   */
  public static Html tag(String text, String colour) {
    return new Markup()
        .raw("<strong")
        .always(
            "class", Markup.classes("govuk-tag", colour.isEmpty() ? "" : "govuk-tag--" + colour))
        .raw(">")
        .text(text)
        .raw("</strong>")
        .html();
  }

  /** That something worked, at the top of the next page. */
  public static Html successBanner(String message) {
    return new Markup()
        .raw("<div class=\"govuk-notification-banner govuk-notification-banner--success\"")
        .raw(" role=\"alert\" aria-labelledby=\"govuk-notification-banner-title\"")
        .raw(" data-module=\"govuk-notification-banner\">")
        .raw("<div class=\"govuk-notification-banner__header\">")
        .raw("<h2 class=\"govuk-notification-banner__title\"")
        .raw(" id=\"govuk-notification-banner-title\">Success</h2></div>")
        .raw("<div class=\"govuk-notification-banner__content\">")
        .raw("<p class=\"govuk-notification-banner__heading\">")
        .text(message)
        .raw("</p></div></div>")
        .html();
  }

  /** A warning that must not be overlooked. */
  public static Html warningText(Html content) {
    return new Markup()
        .raw("<div class=\"govuk-warning-text\">")
        .raw("<span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span>")
        .raw("<strong class=\"govuk-warning-text__text\">" + HIDDEN + "Warning</span> ")
        .html(content)
        .raw("</strong></div>")
        .html();
  }

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
}
