package org.victimfirst.reporting.web;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.reporting.domain.Digest;
import org.victimfirst.reporting.domain.Period;
import org.victimfirst.reporting.domain.Quarters;
import org.victimfirst.reporting.domain.Report;
import org.victimfirst.reporting.domain.ReportCsv;
import org.victimfirst.reporting.domain.ReportPermissions;
import org.victimfirst.reporting.domain.Reports;
import org.victimfirst.reporting.web.template.JtedefinitionsGenerated;
import org.victimfirst.reporting.web.template.JtereportGenerated;

/** The pages of reports. */
@Component
@VictimFirstModule(module = "reporting")
public final class ReportPages implements PageSet {
  static final String ROOT = "/reporting";

  private final Reports reports;

  /** With the reports. */
  @Activate
  public ReportPages(@Reference Reports reports) {
    this.reports = reports;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(ROOT + "/definitions", ReportPermissions.READ, this::definitions),
        Route.get(ROOT + "/quarterly/{from:[0-9-]+}", ReportPermissions.READ, this::report),
        Route.get(ROOT + "/quarterly/{file:[0-9-]+[.]csv}", ReportPermissions.READ, this::csv));
  }

  private PageResponse definitions(PageRequest request) {
    Html body = html(output -> JtedefinitionsGenerated.render(output, null, reports.sections()));
    return PageResponse.page("How each figure is counted", body).under(ROOT);
  }

  private PageResponse report(PageRequest request) {
    Actor actor = request.actor();
    Period period = period(reports, request, request.segment("from"));
    Report report = report(actor, period, false);
    boolean drill = actor.may(ReportPermissions.CASES) && actor.may(ReportPermissions.READ_CASES);
    ReportView view =
        new ReportView(
            report,
            addresses(reports, period, drill),
            actor.may(ReportPermissions.SMALL_COUNTS),
            QuarterBefore.of(before(actor, period)),
            neighbours(actor, period));
    Html body = html(output -> JtereportGenerated.render(output, null, view));
    return PageResponse.page(view.title(), body).under(ROOT);
  }

  /** The report of the quarter before, or null where there is none to compare with. */
  private @Nullable Report before(Actor actor, Period period) {
    return reports
        .wholeQuarterBefore(period)
        .map(before -> reports.quarterly(actor, before, false))
        .orElse(null);
  }

  /** The quarters before and after, as far as there are figures that the actor may read. */
  private List<Link> neighbours(Actor actor, Period period) {
    Quarters quarters = new Quarters(reports.profile());
    if (!quarters.isOne(period)) {
      return List.of();
    }
    List<Period> there = reports.quarters(actor);
    return Stream.of(quarters.before(period), quarters.after(period))
        .filter(there::contains)
        .map(PeriodPages::link)
        .toList();
  }

  /** The report; on a page one that may not be seen answers like every other lack of permission. */
  private Report report(Actor actor, Period period, boolean publication) {
    if (!new Quarters(reports.profile()).isOne(period)) {
      actor.require(ReportPermissions.SMALL_COUNTS);
    }
    return reports.quarterly(actor, period, publication);
  }

  private PageResponse csv(PageRequest request) {
    String file = request.segment("file");
    Period period = period(reports, request, file.substring(0, file.length() - ".csv".length()));
    boolean publication = request.query("publication").filter("yes"::equals).isPresent();
    Report report = report(request.actor(), period, publication);
    String csv = ReportCsv.of(report);
    reports.released(request.call(), report, "csv", Digest.sha256(csv));
    return PageResponse.download(
        ReportCsv.TYPE,
        ReportCsv.name(report),
        out -> out.write(csv.getBytes(StandardCharsets.UTF_8)));
  }

  static Addresses addresses(Reports reports, Period period, boolean drill) {
    return new Addresses(period, new Quarters(reports.profile()).isOne(period), drill);
  }

  /** The period of an address: a quarter by its first day, or any days to {@code ?to=}. */
  static Period period(Reports reports, PageRequest request, String first) {
    Optional<String> to = request.query("to");
    if (to.isPresent()) {
      try {
        return Period.of(first, to.get());
      } catch (ProblemException e) {
        throw ProblemException.notFound("There is no such period");
      }
    }
    return day(first)
        .flatMap(new Quarters(reports.profile())::beginningOn)
        .orElseThrow(() -> ProblemException.notFound("No quarter begins on that day"));
  }

  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static Html html(Consumer<HtmlTemplateOutput> template) {
    StringOutput out = new StringOutput();
    template.accept(new OwaspHtmlTemplateOutput(out));
    String markup = out.toString();
    return Html.markup(markup);
  }
}
