package org.victimfirst.api.web.ui;

import java.util.List;
import org.victimfirst.api.web.Html;

/** Draws facts with their names. */
final class SummaryLists {
  private SummaryLists() {}

  static Html draw(SummaryList list) {
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
      m.html(Govuk.link(actions.get(0)));
    } else {
      m.raw("<ul class=\"govuk-summary-list__actions-list\">");
      for (Link action : actions) {
        m.raw("<li class=\"govuk-summary-list__actions-list-item\">")
            .html(Govuk.link(action))
            .raw("</li>");
      }
      m.raw("</ul>");
    }
    m.raw("</dd>");
  }
}
