package org.victimfirst.api.web.ui;

import java.util.List;

/** Draws tables, plain or as ones that become cards. */
final class Tables {
  private Tables() {}

  static org.victimfirst.api.web.Html draw(Table t, boolean stack) {
    Markup m =
        new Markup()
            .raw("<table")
            .always("class", Markup.classes("govuk-table", stack ? "vf-stack" : "", t.classes()))
            .attr("role", stack ? "table" : "")
            .attrs(t.attributes())
            .raw(">");
    if (!t.caption().isEmpty()) {
      m.raw("<caption")
          .always("class", Markup.classes("govuk-table__caption", t.captionClasses()))
          .raw(">")
          .text(t.caption())
          .raw("</caption>");
    }
    if (!t.head().isEmpty()) {
      head(m, t.head(), stack);
    }
    m.raw("<tbody class=\"govuk-table__body\"").attr("role", stack ? "rowgroup" : "").raw(">");
    for (List<Cell> row : t.rows()) {
      m.raw("<tr class=\"govuk-table__row\"").attr("role", stack ? "row" : "").raw(">");
      for (int i = 0; i < row.size(); i++) {
        if (i == 0 && t.rowHeaders()) {
          rowHeader(m, row.get(i), stack);
        } else {
          cell(m, row.get(i), stack, i < t.head().size() ? t.head().get(i) : null);
        }
      }
      m.raw("</tr>");
    }
    return m.raw("</tbody></table>").html();
  }

  private static void head(Markup m, List<Cell> head, boolean stack) {
    m.raw("<thead class=\"govuk-table__head\"").attr("role", stack ? "rowgroup" : "").raw(">");
    m.raw("<tr class=\"govuk-table__row\"").attr("role", stack ? "row" : "").raw(">");
    for (Cell cell : head) {
      m.raw("<th scope=\"col\"")
          .always(
              "class",
              Markup.classes(
                  "govuk-table__header",
                  cell.numeric() ? "govuk-table__header--numeric" : "",
                  cell.classes()))
          .attr("role", stack ? "columnheader" : "")
          .attrs(cell.attributes())
          .raw(">")
          .html(cell.content())
          .raw("</th>");
    }
    m.raw("</tr></thead>");
  }

  private static void rowHeader(Markup m, Cell cell, boolean stack) {
    m.raw("<th scope=\"row\"")
        .always("class", Markup.classes("govuk-table__header", cell.classes()))
        .attr("role", stack ? "rowheader" : "")
        .attrs(cell.attributes())
        .raw(">")
        .html(cell.content())
        .raw("</th>");
  }

  private static void cell(
      Markup m, Cell cell, boolean stack, @org.jspecify.annotations.Nullable Cell header) {
    m.raw("<td")
        .always(
            "class",
            Markup.classes(
                "govuk-table__cell",
                cell.numeric() ? "govuk-table__cell--numeric" : "",
                cell.classes()));
    if (stack) {
      m.raw(" role=\"cell\"");
      if (header != null) {
        // Markup of a header, such as hidden words, has no place in an attribute.
        String label = header.content().asString().replaceAll("<[^>]*>", "");
        m.raw(" data-label=\"").raw(label).raw("\"");
      }
    }
    m.attrs(cell.attributes()).raw(">").html(cell.content()).raw("</td>");
  }
}
