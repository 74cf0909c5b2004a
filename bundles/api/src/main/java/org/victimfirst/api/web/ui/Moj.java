package org.victimfirst.api.web.ui;

import java.util.List;
import org.victimfirst.api.cases.TimelineEntry;
import org.victimfirst.api.web.Html;

/** Components of the MoJ Design System, with the markup of MoJ Frontend 7.1.0. */
public final class Moj {
  private Moj() {}

  /** The main menu. */
  public static Html primaryNavigation(String label, List<Link> links) {
    return navigation("moj-primary-navigation", label, links);
  }

  /** The sections of a page. */
  public static Html subNavigation(String label, List<Link> links) {
    return navigation("moj-sub-navigation", label, links);
  }

  private static Html navigation(String block, String label, List<Link> links) {
    Markup m =
        new Markup()
            .raw("<nav class=\"" + block + "\"")
            .always("aria-label", label)
            .raw("><ul class=\"" + block + "__list\">");
    for (Link link : links) {
      m.raw("<li class=\"" + block + "__item\"><a class=\"" + block + "__link\"");
      if (link.current()) {
        m.raw(" aria-current=\"page\"");
      }
      m.always("href", link.href()).raw(">").text(link.text()).raw("</a></li>");
    }
    return m.raw("</ul></nav>").html();
  }

  /** What happened, newest first or oldest first as given; headings are {@code h3}. */
  public static Html timeline(List<TimelineEntry> entries) {
    return timeline(entries, 3);
  }

  /** What happened, with headings of a level from 2 to 4. */
  public static Html timeline(List<TimelineEntry> entries, int level) {
    Markup m = new Markup().raw("<div class=\"moj-timeline\">");
    for (TimelineEntry entry : entries) {
      m.raw("<div class=\"moj-timeline__item\"><div class=\"moj-timeline__header\">")
          .raw("<h" + level + " class=\"moj-timeline__title\">");
      if (entry.address().isEmpty()) {
        m.text(entry.title());
      } else {
        m.html(Govuk.link(entry.title(), entry.address()));
      }
      m.raw("</h" + level + ">");
      if (!entry.by().isEmpty()) {
        m.raw(" <p class=\"moj-timeline__byline\">by ").text(entry.by()).raw("</p>");
      }
      m.raw("</div><p class=\"moj-timeline__date\">").html(Words.time(entry.at())).raw("</p>");
      if (!entry.detail().isEmpty()) {
        m.raw("<div class=\"moj-timeline__description\">").text(entry.detail()).raw("</div>");
      }
      m.raw("</div>");
    }
    return m.raw("</div>").html();
  }
}
