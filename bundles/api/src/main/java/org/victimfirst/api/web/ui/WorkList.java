package org.victimfirst.api.web.ui;

import java.util.List;
import org.victimfirst.api.web.Html;

/** Things to do, each with whose case it is, what is to be done and by when. */
public final class WorkList {
  private WorkList() {}

  /**
   * One thing to do.
   *
   * @param who whose case, and where it is
   * @param reference of the case
   * @param what what is to be done
   * @param why why now, or an empty string
   * @param chips {@link SafeBand#chips}, or {@link Html#EMPTY}
   * @param when {@link Govuk#tag}, or {@link Html#EMPTY}
   */
  public static Html item(
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

  /** Things to do of {@link #item}. */
  public static Html list(List<Html> items) {
    return Markup.list("vf-work", items);
  }
}
