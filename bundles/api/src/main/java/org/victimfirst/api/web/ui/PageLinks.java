package org.victimfirst.api.web.ui;

import org.victimfirst.api.web.Html;

/** Draws the links to the pages of a list. */
final class PageLinks {
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

  private PageLinks() {}

  static Html draw(Pagination p) {
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
        .raw(">" + word + "<span class=\"govuk-visually-hidden\"> page</span></span>");
    if (!block && !previous) {
      m.raw(ARROW_NEXT);
    }
    m.raw("</a></div>");
  }
}
