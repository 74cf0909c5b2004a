package org.victimfirst.reporting.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.CaseDirectory;
import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Pagination;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.reporting.domain.Period;
import org.victimfirst.reporting.domain.ReportPermissions;
import org.victimfirst.reporting.domain.Reports;

/** The cases behind a figure, for those who may see them. */
@Component
@VictimFirstModule(module = "reporting")
public final class CasePages implements PageSet {
  private static final int PAGE_SIZE = 50;
  private static final Set<String> NO_FILTER = Set.of("page", "to");

  private final Reports reports;

  private volatile @Nullable CaseDirectory directory;

  /** With the reports; the directory comes and goes with the cases module. */
  @Activate
  public CasePages(@Reference Reports reports) {
    this.reports = reports;
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindDirectory(CaseDirectory service) {
    directory = service;
  }

  void unbindDirectory(CaseDirectory service) {
    if (directory == service) {
      directory = null;
    }
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            ReportPages.ROOT + "/quarterly/{from:[0-9-]+}/sections/{key:[a-z0-9_]+}/cases",
            ReportPermissions.CASES,
            this::cases));
  }

  private PageResponse cases(PageRequest request) {
    request.actor().require(ReportPermissions.READ_CASES);
    CaseDirectory cases = directory;
    if (cases == null) {
      throw ProblemException.notFound("The cases module is not installed");
    }
    Period period = ReportPages.period(reports, request, request.segment("from"));
    String key = request.segment("key");
    Map<String, String> filter = filter(request);
    List<Long> ids = reports.cases(period, key, filter);
    int page = page(request, ids.size());
    int offset = Paged.offset(page, PAGE_SIZE);
    List<CaseSummary> shown =
        cases.find(request.call(), ids.subList(offset, Math.min(ids.size(), offset + PAGE_SIZE)));
    Addresses addresses = ReportPages.addresses(reports, period, true);
    Html body =
        Html.all(
            Govuk.backLink("Report", addresses.report() + "#" + key),
            Vf.head(
                "l",
                "Cases behind the figure",
                context(request, period, key, filter, ids.size()),
                Html.EMPTY),
            list(request, shown, ids.size()),
            pages(addresses, key, filter, page, ids.size()));
    return PageResponse.page("Cases behind a figure", body).under(ReportPages.ROOT);
  }

  private static Map<String, String> filter(PageRequest request) {
    Map<String, String> filter = new LinkedHashMap<>();
    request
        .query()
        .forEach(
            (name, values) -> {
              if (!NO_FILTER.contains(name) && !values.isEmpty()) {
                filter.put(name, values.get(0));
              }
            });
    return filter;
  }

  private static int page(PageRequest request, int total) {
    int pages = new Paged<>(List.of(), 1, PAGE_SIZE, total).pages();
    String asked = request.query("page").filter(text -> text.matches("\\d{1,6}")).orElse("1");
    return Math.max(1, Math.min(pages, Integer.parseInt(asked)));
  }

  private String context(
      PageRequest request, Period period, String key, Map<String, String> filter, int total) {
    String section =
        reports.sections().stream()
            .filter(one -> one.key().equals(key))
            .map(one -> one.title())
            .findFirst()
            .orElse(key);
    return "%s: %s. %s, %s"
        .formatted(
            section,
            new FilterWords(reports.profile(), request.hidePersonalDetails()).of(filter),
            Words.period(period.from(), period.to()),
            Words.count(total, "case", "cases"));
  }

  private Html list(PageRequest request, List<CaseSummary> shown, int total) {
    if (shown.isEmpty()) {
      return Vf.empty(
          total == 0 ? "No cases" : "No details",
          total == 0
              ? "No closed case of this period belongs to the figure."
              : "The details of these cases have been erased. The figure still counts them.",
          Html.EMPTY);
    }
    AreaProfile profile = reports.profile();
    List<List<Cell>> rows = new ArrayList<>();
    for (CaseSummary one : shown) {
      rows.add(row(profile, one, request.hidePersonalDetails()));
    }
    return Vf.stack(
        Table.of("Cases behind the figure", "Case", "Name", "Crime type", "Closed", "Outcome")
            .withRows(rows));
  }

  private static List<Cell> row(AreaProfile profile, CaseSummary one, boolean hidden) {
    String outcome = one.closureOutcome() == null ? "" : one.closureOutcome();
    return List.of(
        Cell.html(Govuk.link(one.reference(), "/cases/" + one.id())),
        Cell.html(Redaction.unlessHidden(hidden, one.personName())),
        Cell.html(
            Redaction.unlessHidden(
                hidden, profile.list("occurrence_type").label(one.occurrenceType()))),
        Cell.text(one.closedAt() == null ? "" : Words.date(one.closedAt().toLocalDate())),
        Cell.text(profile.list("closure_outcome").label(outcome)));
  }

  private static Html pages(
      Addresses addresses, String key, Map<String, String> filter, int page, int total) {
    int pages = new Paged<>(List.of(), page, PAGE_SIZE, total).pages();
    return pages == 1
        ? Html.EMPTY
        : Govuk.pagination(
            Pagination.of(page, pages, number -> addresses.casesPage(key, filter, number)));
  }
}
