package org.victimfirst.api.web.ui;

import java.util.List;
import org.victimfirst.api.web.Html;

/**
 * Components of the GOV.UK Design System, with the markup of GOV.UK Frontend 5.14.0. All text is
 * escaped. Those of forms: {@link Forms} and {@link Controls}.
 */
public final class Govuk {
  private static final String HIDDEN = "<span class=\"govuk-visually-hidden\">";

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

  /** Text that stands out. */
  public static Html insetText(Html content) {
    return new Markup().raw("<div class=\"govuk-inset-text\">").html(content).raw("</div>").html();
  }

  /** Text that stands out. */
  public static Html insetText(String text) {
    return insetText(Html.text(text));
  }

  /** Links to the pages of a list. Nothing when there is one page. */
  public static Html pagination(Pagination pagination) {
    return PageLinks.draw(pagination);
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
    return SummaryLists.draw(list);
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
}
