package org.victimfirst.api.web.ui;

import java.util.List;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.web.Html;

/** Components of the console's own; their classes are in {@code console.css}. */
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

  /** A tile on Today; {@code href} may be an empty string. */
  public static Html tile(String title, String figure, String note, String href) {
    Markup m = new Markup().raw("<li class=\"vf-tile\"><h3 class=\"vf-tile__title\">");
    if (href.isEmpty()) {
      m.text(title);
    } else {
      m.html(Govuk.link(title, href));
    }
    m.raw("</h3><p class=\"vf-tile__figure\">").text(figure).raw("</p>");
    return note(m, note).raw("</li>").html();
  }

  /** A tile that threw or came late. */
  public static Html tileAbsent(String title, String retryHref) {
    return new Markup()
        .raw("<li class=\"vf-tile vf-tile--absent\"><h3 class=\"vf-tile__title\">")
        .text(title)
        .raw("</h3><p class=\"vf-tile__note\">This tile did not load. Nothing else is affected. ")
        .html(Govuk.link(Link.to("Try again", retryHref).withHidden("to load " + title)))
        .raw("</p></li>")
        .html();
  }

  /** Tiles of {@link #tile}. */
  public static Html tiles(List<Html> tiles) {
    return list("vf-tiles", tiles);
  }

  /** A large figure of a report, for {@link #headline}; {@code href} may be an empty string. */
  public static Html figure(String figure, String label, String note, String href) {
    Markup m = new Markup().raw("<li class=\"vf-tile\"><p class=\"vf-tile__figure\">");
    if (href.isEmpty()) {
      m.text(figure);
    } else {
      m.html(Govuk.link(Link.to(figure, href).withHidden(label + ": show the cases")));
    }
    m.raw("</p><p class=\"vf-tile__title\">").text(label).raw("</p>");
    return note(m, note).raw("</li>").html();
  }

  private static Markup note(Markup m, String note) {
    return note.isEmpty() ? m : m.raw("<p class=\"vf-tile__note\">").text(note).raw("</p>");
  }

  /** Large figures of {@link #figure} side by side. */
  public static Html headline(List<Html> figures) {
    return list("vf-headline", figures);
  }

  private static Html list(String classes, List<Html> items) {
    return new Markup()
        .raw("<ul")
        .always("class", classes)
        .raw(">")
        .html(Html.all(items))
        .raw("</ul>")
        .html();
  }

  /** One figure in a row of sums. */
  public static Html sum(String figure, String words) {
    return new Markup().raw("<li><b>").text(figure).raw("</b>").text(words).raw("</li>").html();
  }

  /** A row of {@link #sum}. */
  public static Html sums(List<Html> sums) {
    return list("vf-sum", sums);
  }

  /** The safe-contact state of a person: the whole band, or the slim one with chips. */
  public static Html safe(SafeContact contact, boolean slim) {
    return SafeBand.band(contact, slim, "");
  }

  /** The safe-contact state of a person, with a link to change it. */
  public static Html safe(SafeContact contact, boolean slim, String changeHref) {
    return SafeBand.band(contact, slim, changeHref);
  }

  /** The worst state of safe contact in words, such as "no voicemail, no letters". */
  public static String safeWords(SafeContact contact) {
    return SafeBand.words(contact);
  }

  /** Safe contact as chips, for lists: what is not safe first, what was not asked next. */
  public static Html chips(SafeContact contact) {
    return SafeBand.chips(contact);
  }

  /** One chip. */
  public static Html chip(SafeContact.State state, String words) {
    return SafeBand.chip(state, words);
  }

  /** Chips of {@link #chip}. */
  public static Html chipList(List<Html> chips) {
    return SafeBand.chipList(chips);
  }

  /** One channel with its note. */
  public static Html channel(SafeContact.Channel channel) {
    return SafeBand.channel(channel);
  }

  /** Name of a channel for people: "Call", "Voicemail" … */
  public static String channelName(String code) {
    return SafeBand.name(code);
  }

  /**
   * A refusal by the safe-contact gate, with ways out. Stands at the end of the field's form group:
   * {@link Field#withAfter}.
   *
   * @param ways what the person can do, one of them always "it has happened: record an incident"
   */
  public static Html gate(String id, List<Html> ways) {
    return new Markup()
        .raw("<div class=\"vf-gate\" role=\"group\"")
        .always("aria-labelledby", id)
        .raw(">")
        .html(Govuk.heading(2, "s", id, "What you can do"))
        .html(Govuk.bullets(ways))
        .raw("</div>")
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

  /**
   * One thing to do.
   *
   * @param who whose case, and where it is
   * @param reference of the case
   * @param what what is to be done
   * @param why why now, or an empty string
   * @param chips {@link #chips}, or {@link Html#EMPTY}
   * @param when {@link Govuk#tag}, or {@link Html#EMPTY}
   */
  public static Html workItem(
      Link who, String reference, String what, String why, Html chips, Html when) {
    return new Markup()
        .raw("<li class=\"vf-work__item\"><div><p class=\"vf-work__who\">")
        .html(Govuk.link(who))
        .raw("</p><span class=\"vf-work__ref vf-num\">")
        .text(reference)
        .raw("</span></div><div><p class=\"vf-work__do\">")
        .text(what)
        .raw("</p>")
        .raw(why.isEmpty() ? "" : "<p class=\"vf-work__why\">")
        .text(why)
        .raw(why.isEmpty() ? "" : "</p>")
        .html(chips)
        .raw("</div>")
        .raw(when == Html.EMPTY ? "" : "<p class=\"vf-work__when\">")
        .html(when)
        .raw(when == Html.EMPTY ? "" : "</p>")
        .raw("</li>")
        .html();
  }

  /** Things to do of {@link #workItem}. */
  public static Html work(List<Html> items) {
    return list("vf-work", items);
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

  /** A detail that was left out, because personal details are hidden. */
  public static Html withheld() {
    return Html.markup("<span class=\"vf-withheld\">Hidden</span>");
  }

  /** The text, or "Hidden". */
  public static Html unlessHidden(boolean hidden, String text) {
    return hidden ? withheld() : Html.text(text);
  }

  /** A phone number, email or address whose end is left out: {@code 07700 900•••}. */
  public static Html mask(String masked) {
    return new Markup().raw("<span class=\"vf-mask\">").text(masked).raw("</span>").html();
  }

  /** Leaves out the last characters of a number, or what is before the @ of an email address. */
  public static String masked(String value) {
    int at = value.indexOf('@');
    if (at > 0) {
      return value.substring(0, 1) + "\u2022\u2022\u2022" + value.substring(at);
    }
    int shown = Math.max(0, value.length() - 3);
    return value.substring(0, shown) + "\u2022\u2022\u2022";
  }

  /** A reference, set so that figures line up. */
  public static Html num(String text) {
    return span("vf-num", text);
  }

  /** A case's reference under a name, in the header of a row. */
  public static Html reference(String text) {
    return span("vf-soft vf-num govuk-!-font-weight-regular", text);
  }

  /** A code, a file's name or an error reference. */
  public static Html code(String text) {
    return span("vf-code", text);
  }

  /** A second line, grey. */
  public static Html soft(String text) {
    return span("vf-soft", text);
  }

  /** Words for those who do not see the page. */
  public static Html hidden(String text) {
    return span("govuk-visually-hidden", text);
  }

  private static Html span(String classes, String text) {
    return new Markup()
        .raw("<span")
        .always("class", classes)
        .raw(">")
        .text(text)
        .raw("</span>")
        .html();
  }

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
      m.html(Govuk.errorMessage(errorId, error));
    }
    return m.html(more).raw("</fieldset>").html();
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
