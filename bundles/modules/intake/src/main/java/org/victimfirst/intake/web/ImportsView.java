package org.victimfirst.intake.web;

import java.util.List;
import java.util.Map;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.Pagination;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.intake.domain.Counts;
import org.victimfirst.intake.domain.ImportHead;

/**
 * The list of imports.
 *
 * @param imports a page of them
 * @param totals what became of their rows
 * @param mayImport whether the reader may import
 */
public record ImportsView(Paged<ImportHead> imports, Map<Long, Counts> totals, boolean mayImport) {

  /** Head of the page. */
  public Html head() {
    return Vf.head("Referrals", "Files of the old system that were imported.", action());
  }

  private Html action() {
    return mayImport ? Govuk.linkButton("Import files", "/intake/imports/new") : Html.EMPTY;
  }

  /** Whether there is none. */
  public boolean empty() {
    return imports.total() == 0;
  }

  /** What stands in place of the list. */
  public Html emptyList() {
    return Vf.empty(
        "No imports yet",
        "An import appears here as soon as somebody sends files, with its progress and every row"
            + " that needs a look.",
        action());
  }

  /** The list. */
  public Html table() {
    return Vf.stack(
        Table.of(
                "Imports, newest first", "Received", "By", "State", "Added", "Left out", "To check")
            .withNumbersFrom(3)
            .withRows(imports.items().stream().map(this::row).toList()));
  }

  private List<Cell> row(ImportHead head) {
    Counts counts = totals.getOrDefault(head.id(), Counts.NONE);
    return List.of(
        Cell.html(
            Govuk.link(
                Link.to(Words.dateTime(head.receivedAt()), "/intake/imports/" + head.id())
                    .withHidden("import"))),
        Cell.text(head.receivedBy()),
        Cell.html(Labels.of(head.status())),
        Cell.number(counts.added()),
        Cell.number(counts.rejected()),
        Cell.number(counts.reported()));
  }

  /** Links to the other pages. */
  public Html pages() {
    return Govuk.pagination(
        Pagination.of(imports.page(), imports.pages(), page -> "/intake?page=" + page));
  }
}
