package org.victimfirst.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.security.Colleagues;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Pagination;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.SafeBand;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CaseFilter;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.CaseRow;
import org.victimfirst.cases.domain.FoundCases;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.StaffNames;

/** The list of cases, with filters, and what a search found. */
@Component
@VictimFirstModule(module = "cases")
public final class CaseListPages implements PageSet {
  private static final int SIZE = 25;

  private final CaseFiles files;
  private final FoundCases found;
  private final Colleagues colleagues;
  private final AreaProfiles areas;

  /** For the platform. */
  @Activate
  public CaseListPages(
      @Reference CaseFiles files,
      @Reference FoundCases found,
      @Reference Colleagues colleagues,
      @Reference AreaProfiles areas) {
    this.colleagues = colleagues;
    this.files = files;
    this.found = found;
    this.areas = areas;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.get(Paths.LIST, CasePermissions.READ, this::show));
  }

  private PageResponse show(PageRequest request) {
    Optional<String> token = request.query("found");
    if (token.isPresent()) {
      return result(request, token.get());
    }
    StaffKeys staff = new StaffKeys(files.caseworkers(request.call()), StaffNames.of(colleagues));
    ListFilter filter = new ListFilter(request, staff);
    CaseWords words = new CaseWords(areas.current());
    LocalDate today = new LocalClock().today();
    int page = request.query("page").map(CaseListPages::page).orElse(1);
    Paged<CaseRow> rows =
        Paged.atMostLast(page, n -> files.list(request.call(), filter.filter(), n, SIZE));
    Html results =
        Html.all(
            Html.markup("<section aria-label=\"Results\">"),
            filter.errors(),
            Vf.filterTags(filter.inUse(words)),
            rows.items().isEmpty() ? nothing() : table(request, rows.items(), words, today),
            rows.pages() > 1
                ? Govuk.pagination(Pagination.of(rows.page(), rows.pages(), filter::page))
                : Html.EMPTY,
            Html.markup("</section>"));
    Html body =
        Html.all(
            Vf.head("Cases", context(rows), ReferralPages.recordButton(request)),
            Vf.columns(
                "filter",
                filter.form(words, list -> any(words.choices(list, today), list)),
                results));
    return PageResponse.page("Cases", body).under(Paths.LIST);
  }

  private PageResponse result(PageRequest request, String token) {
    List<Long> ids = found.of(request.actor().id(), token);
    List<CaseRow> cases = files.rows(request.call(), ids);
    CaseWords words = new CaseWords(areas.current());
    Html body =
        cases.isEmpty()
            ? Html.all(
                Vf.head("Nothing found", ""),
                Vf.empty(
                    "No case fits what you looked for",
                    "Try the beginning of the surname, the reference with or without VF, the"
                        + " police reference, or the date of birth, like 4 May 1980.",
                    Govuk.linkButton("Show all cases", Paths.LIST)))
            : Html.all(
                Vf.head("Found", Words.count(cases.size(), "case", "cases") + ", open ones first"),
                foundTable(request, cases, words));
    return PageResponse.page(cases.isEmpty() ? "Nothing found" : "Found", body).under(Paths.LIST);
  }

  private static Html foundTable(PageRequest request, List<CaseRow> cases, CaseWords words) {
    Table table = Table.of("Cases found", "Person", "Crime", "Support", "Safe contact", "Status");
    for (CaseRow row : cases) {
      CaseSummary one = row.summary();
      table =
          table.withRow(
              person(request, one),
              crime(request, one, words),
              Cell.text(words.support(one.supportLevel())),
              Cell.html(SafeBand.chips(row.safeContact())),
              Cell.text(
                  one.open()
                      ? "Open since " + Words.date(one.openedAt().toLocalDate())
                      : "Closed " + words.label("closure_outcome", one.closureOutcome())));
    }
    return Vf.stack(table);
  }

  private static Html table(
      PageRequest request, List<CaseRow> rows, CaseWords words, LocalDate today) {
    Table table = Table.of("Cases", "Person", "Crime", "Support", "Safe contact", "Next action");
    for (CaseRow row : rows) {
      CaseSummary one = row.summary();
      table =
          table.withRow(
              person(request, one),
              crime(request, one, words),
              Cell.text(words.support(one.supportLevel())),
              Cell.html(SafeBand.chips(row.safeContact())),
              Cell.html(
                  one.open()
                      ? CaseWords.next(row.next(), today)
                      : Html.text("Closed " + closedOn(one))));
    }
    return Vf.stack(table);
  }

  private static Cell crime(PageRequest request, CaseSummary one, CaseWords words) {
    return Cell.html(
        Redaction.unlessHidden(
            request.hidePersonalDetails(), words.label("occurrence_type", one.occurrenceType())));
  }

  private static Cell person(PageRequest request, CaseSummary one) {
    return Cell.html(
        Html.all(
            Govuk.link(CaseWords.person(request, one.personName()), Paths.of(one.id())),
            Html.markup("<br><span class=\"vf-soft vf-num govuk-!-font-weight-regular\">"),
            Html.text(one.reference()),
            Html.markup("</span>")));
  }

  private static String closedOn(CaseSummary one) {
    return one.closedAt() == null ? "" : Words.date(one.closedAt().toLocalDate());
  }

  private static Html nothing() {
    return Vf.empty(
        "No case fits these filters",
        "Remove a filter above, or show all open cases.",
        Govuk.linkButton("Show all open cases", Paths.LIST));
  }

  private static String context(Paged<CaseRow> rows) {
    if (rows.total() == 0) {
      return "None";
    }
    int first = Paged.offset(rows.page(), rows.size()) + 1;
    return "Showing %s to %s of %s"
        .formatted(
            Words.number(first),
            Words.number((long) first + rows.items().size() - 1),
            Words.number(rows.total()));
  }

  private static List<Choice> any(List<Choice> codes, String list) {
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.of("", "Any"));
    if (list.equals("support_level")) {
      choices.add(Choice.of(CaseFilter.NOT_SET, "Not set"));
    }
    choices.addAll(codes);
    return choices;
  }

  private static int page(String text) {
    return text.matches("[0-9]{1,6}") ? Math.max(1, Integer.parseInt(text)) : 1;
  }
}
