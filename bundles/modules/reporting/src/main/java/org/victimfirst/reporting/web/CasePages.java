package org.victimfirst.reporting.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.victimfirst.api.cases.CaseDirectory;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.cases.ReferralDirectory;
import org.victimfirst.api.cases.ReferralSummary;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Pagination;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.reporting.domain.Period;
import org.victimfirst.reporting.domain.ReportPermissions;
import org.victimfirst.reporting.domain.Reports;

/** The cases or referrals behind a figure, for those who may see them. */
@Component
@VictimFirstModule(module = "reporting")
public final class CasePages implements PageSet {
  private static final int PAGE_SIZE = 50;
  private static final String NOT_INSTALLED = "The cases module is not installed";
  private static final Set<String> NO_FILTER = Set.of("page", "to");

  private final Reports reports;

  private volatile @Nullable CaseDirectory directory;
  private volatile @Nullable ReferralDirectory referrals;

  /** With the reports; the directories come and go with the cases module. */
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

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindReferrals(ReferralDirectory service) {
    referrals = service;
  }

  void unbindReferrals(ReferralDirectory service) {
    if (referrals == service) {
      referrals = null;
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
    Period period = ReportPages.period(reports, request, request.segment("from"));
    String key = request.segment("key");
    Map<String, String> filter = filter(request);
    List<Long> ids = reports.behind(period, key, filter);
    int page = page(request, ids.size());
    int offset = Paged.offset(page, PAGE_SIZE);
    List<Long> shown = ids.subList(offset, Math.min(ids.size(), offset + PAGE_SIZE));
    boolean received = filter.containsKey(ReportSection.REFERRALS);
    String what = received ? "Referrals" : "Cases";
    Addresses addresses = ReportPages.addresses(reports, period, true);
    Html body =
        Html.all(
            Govuk.backLink("Report", addresses.report() + "#" + key),
            Vf.head(
                "l",
                what + " behind the figure",
                context(request, period, key, filter, counted(ids.size(), received)),
                Html.EMPTY),
            received ? referrals(request, shown) : list(request, shown),
            pages(addresses, key, filter, page, ids.size()));
    return PageResponse.page(what + " behind a figure", body).under(ReportPages.ROOT);
  }

  private static String counted(int total, boolean received) {
    return received
        ? Words.count(total, "referral", "referrals")
        : Words.count(total, "case", "cases");
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
      PageRequest request, Period period, String key, Map<String, String> filter, String counted) {
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
            counted);
  }

  private Html list(PageRequest request, List<Long> ids) {
    CaseDirectory known = directory;
    if (known == null) {
      throw ProblemException.notFound(NOT_INSTALLED);
    }
    boolean hidden = request.hidePersonalDetails();
    return new BehindView(reports.profile(), hidden)
        .cases(ids, known.heads(request.call(), ids, hidden));
  }

  private Html referrals(PageRequest request, List<Long> ids) {
    ReferralDirectory known = referrals;
    if (known == null) {
      throw ProblemException.notFound(NOT_INSTALLED);
    }
    List<ReferralSummary> found = known.find(request.call(), ids);
    return new BehindView(reports.profile(), request.hidePersonalDetails())
        .referrals(ids, found, opened(request, found));
  }

  /** The heads of the cases that were opened for referrals, by the ids of the cases. */
  private Map<Long, CaseHead> opened(PageRequest request, List<ReferralSummary> found) {
    CaseDirectory known = directory;
    List<Long> ids =
        found.stream().map(ReferralSummary::caseId).filter(id -> id != 0).distinct().toList();
    return known == null
        ? Map.of()
        : known.heads(request.call(), ids, request.hidePersonalDetails()).stream()
            .collect(Collectors.toMap(head -> head.summary().id(), head -> head));
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
