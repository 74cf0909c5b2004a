package org.victimfirst.api.web.ui;

import java.util.List;
import org.victimfirst.api.web.Html;

/** Figures to be seen first: tiles on Today, headlines of a report, a row of sums. */
public final class Tiles {
  private Tiles() {}

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
  public static Html absent(String title, String retryHref) {
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
    return Markup.list("vf-tiles", tiles);
  }

  /** A large figure of a report, for {@link #headline}; {@code href} may be an empty string. */
  public static Html figure(String figure, String label, String note, String href) {
    return figure(figure, label, Html.text(note), href);
  }

  /** A large figure whose note may hold a link. */
  public static Html figure(String figure, String label, Html note, String href) {
    Markup m = new Markup().raw("<li class=\"vf-tile\"><p class=\"vf-tile__figure\">");
    if (href.isEmpty()) {
      m.text(figure);
    } else {
      m.html(Govuk.link(Link.to(figure, href).withHidden(label + ": show the cases")));
    }
    m.raw("</p><p class=\"vf-tile__title\">").text(label).raw("</p>");
    return note(m, note).raw("</li>").html();
  }

  /** Large figures of {@link #figure} side by side. */
  public static Html headline(List<Html> figures) {
    return Markup.list("vf-headline", figures);
  }

  /** One figure in a row of sums. */
  public static Html sum(String figure, String words) {
    return new Markup().raw("<li><b>").text(figure).raw("</b>").text(words).raw("</li>").html();
  }

  /** A row of {@link #sum}. */
  public static Html sums(List<Html> sums) {
    return Markup.list("vf-sum", sums);
  }

  private static Markup note(Markup m, String note) {
    return note(m, Html.text(note));
  }

  private static Markup note(Markup m, Html note) {
    return note.asString().isEmpty()
        ? m
        : m.raw("<p class=\"vf-tile__note\">").html(note).raw("</p>");
  }
}
