package org.victimfirst.api.web.ui;

import java.util.List;
import org.victimfirst.api.web.Html;

/**
 * Parts of a page in the console's own look; their classes are in {@code console.css}. More of it:
 * {@link Tiles}, {@link WorkList}, {@link SafeBand}, {@link Levels}, {@link Inline}, {@link
 * Redaction}.
 */
public final class Vf {
  private Vf() {}

  /** The look of a card; at most two coloured ones on a page. */
  public enum Tone {
    /** Calm. */
    PLAIN(""),
    /** What is next. */
    NEXT("vf-card--next"),
    /** To check. */
    WARN("vf-card--warn"),
    /** Something worked. */
    GOOD("vf-card--good"),
    /** Something failed. */
    BAD("vf-card--bad");

    private final String classes;

    Tone(String classes) {
      this.classes = classes;
    }
  }

  /** Head of a page: {@code h1} in the largest size and one grey line of context. */
  public static Html head(String h1, String context) {
    return head("xl", h1, context, Html.EMPTY);
  }

  /** Head of a page with its main action, such as {@link Govuk#linkButton}. */
  public static Html head(String h1, String context, Html action) {
    return head("xl", h1, context, action);
  }

  /**
   * Head of a page.
   *
   * @param size {@code xl} or {@code l}; pages of a case use {@code l}
   * @param context one grey line, or an empty string
   * @param action buttons, or {@link Html#EMPTY}
   */
  public static Html head(String size, String h1, String context, Html action) {
    Markup m = new Markup().raw("<div class=\"vf-head\"><div>").html(Govuk.heading(1, size, h1));
    if (!context.isEmpty()) {
      m.raw("<p class=\"govuk-body vf-soft\">").text(context).raw("</p>");
    }
    m.raw("</div>");
    if (action != Html.EMPTY) {
      m.raw("<div class=\"govuk-button-group vf-noprint\">").html(action).raw("</div>");
    }
    return m.raw("</div>").html();
  }

  /** A calm panel with an {@code h2}. */
  public static Html card(String id, String heading, Html content) {
    return card(Tone.PLAIN, id, heading, "s", content);
  }

  /**
   * A panel.
   *
   * @param id unique on the page
   * @param size of its {@code h2}: {@code m} or {@code s}
   */
  public static Html card(Tone tone, String id, String heading, String size, Html content) {
    return new Markup()
        .raw("<section")
        .always("class", Markup.classes("vf-card", tone.classes))
        .always("aria-labelledby", id)
        .raw(">")
        .html(Govuk.heading(2, size, id, heading))
        .html(content)
        .raw("</section>")
        .html();
  }

  /** A part of a page with an {@code h2} in size {@code m} that names it. */
  public static Html section(String id, String heading, Html content) {
    return new Markup()
        .raw("<section")
        .always("aria-labelledby", id)
        .raw(">")
        .html(Govuk.heading(2, "m", id, heading))
        .html(content)
        .raw("</section>")
        .html();
  }

  /** Two columns on wide screens, 2:1. */
  public static Html columns(Html left, Html right) {
    return columns("main", left, right);
  }

  /**
   * Two columns on wide screens.
   *
   * @param kind {@code main} (2:1), {@code half} (1:1) or {@code filter} (250 px and the rest)
   */
  public static Html columns(String kind, Html left, Html right) {
    return new Markup()
        .raw("<div")
        .always("class", "vf-columns vf-columns--" + kind)
        .raw("><div>")
        .html(left)
        .raw("</div><div>")
        .html(right)
        .raw("</div></div>")
        .html();
  }

  /** A text column: two thirds of the page. */
  public static Html twoThirds(Html content) {
    return new Markup()
        .raw("<div class=\"govuk-grid-row\"><div class=\"govuk-grid-column-two-thirds\">")
        .html(content)
        .raw("</div></div>")
        .html();
  }

  /**
   * Where am I.
   *
   * @param label such as "Steps"
   * @param steps their names
   * @param current the step that is shown, from 0; those before it are done
   */
  public static Html steps(String label, List<String> steps, int current) {
    Markup m = new Markup().raw("<ol class=\"vf-steps\"").always("aria-label", label).raw(">");
    for (int i = 0; i < steps.size(); i++) {
      boolean done = i < current;
      m.raw(i == current ? "<li aria-current=\"step\">" : "<li>")
          .raw("<span class=\"vf-steps__n\">")
          .raw(done ? Icons.YES : String.valueOf(i + 1))
          .raw("</span>")
          .text(steps.get(i))
          .raw(done ? "<span class=\"govuk-visually-hidden\"> (done)</span>" : "")
          .raw("</li>");
    }
    return m.raw("</ol>").html();
  }

  /**
   * The counts agree.
   *
   * @param strong such as "All figures agree."
   * @param rest such as "45 of 45 checks passed: every breakdown adds up to its total."
   * @param more such as {@link Govuk#details} with the checks, or {@link Html#EMPTY}
   */
  public static Html agree(String strong, String rest, Html more) {
    return new Markup()
        .raw("<div class=\"vf-agree\">" + Icons.AGREE + "<div><p><strong>")
        .text(strong)
        .raw("</strong> ")
        .text(rest)
        .raw("</p>")
        .html(more)
        .raw("</div></div>")
        .html();
  }

  /** The counts do not agree: the sums that fail. */
  public static Html disagree(String id, String heading, List<Html> failing) {
    return card(Tone.BAD, id, heading, "s", Govuk.bullets(failing));
  }

  /** A table that becomes cards on a narrow screen. */
  public static Html stack(Table table) {
    return Tables.draw(table, true);
  }

  /**
   * An empty list.
   *
   * @param heading that it is empty: "No activities yet this quarter"
   * @param why why, and what will appear
   * @param action one, or {@link Html#EMPTY}
   */
  public static Html empty(String heading, String why, Html action) {
    return new Markup()
        .raw("<div class=\"vf-empty\">")
        .html(Govuk.heading(2, "m", heading))
        .html(Govuk.body(why))
        .html(action == Html.EMPTY ? action : Govuk.buttonGroup(action))
        .raw("</div>")
        .html();
  }

  /** Filters in use: each link is the list without it. Nothing when none is in use. */
  public static Html filterTags(List<Link> filters) {
    if (filters.isEmpty()) {
      return Html.EMPTY;
    }
    Markup m = new Markup().raw("<ul class=\"vf-tags\" aria-label=\"Filters in use\">");
    for (Link filter : filters) {
      m.raw("<li><a")
          .always("href", filter.href())
          .raw(">")
          .text(filter.text())
          .raw(" <span aria-hidden=\"true\">\u00d7</span>")
          .raw("<span class=\"govuk-visually-hidden\"> remove this filter</span></a></li>");
    }
    return m.raw("</ul>").html();
  }

  /** A filter: folded on a narrow screen; the content ends with "Apply filters". */
  public static Html filter(String summary, Html content) {
    return fold("vf-fold vf-filter", summary, content);
  }

  /** Folded on a narrow screen, open on a wide one. */
  public static Html fold(String classes, String summary, Html content) {
    return new Markup()
        .raw("<details")
        .always("class", classes)
        .raw("><summary>")
        .text(summary)
        .raw("</summary>")
        .html(content)
        .raw("</details>")
        .html();
  }

  /** Progress of a job; {@code label} says the same in words. */
  public static Html progress(String id, String label, long done, long total) {
    return new Markup()
        .raw("<label class=\"govuk-label govuk-!-font-weight-bold\"")
        .always("for", id)
        .raw(">")
        .text(label)
        .raw("</label><progress class=\"vf-progress\"")
        .always("id", id)
        .always("max", String.valueOf(Math.max(1, total)))
        .always("value", String.valueOf(done))
        .raw(">")
        .text(total == 0 ? "0%" : done * 100 / total + "%")
        .raw("</progress>")
        .html();
  }

  /** The service's mark. */
  public static Html mark() {
    return Html.markup(Icons.MARK);
  }
}
