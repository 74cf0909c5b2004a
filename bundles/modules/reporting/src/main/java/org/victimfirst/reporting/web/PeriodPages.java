package org.victimfirst.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.reporting.domain.Period;
import org.victimfirst.reporting.domain.Quarters;
import org.victimfirst.reporting.domain.ReportPermissions;
import org.victimfirst.reporting.domain.Reports;
import org.victimfirst.reporting.web.template.JtequartersGenerated;

/** Chooses what a report covers: a quarter, or, for those who may see small counts, any days. */
@Component
@VictimFirstModule(module = "reporting")
public final class PeriodPages implements PageSet {
  static final String CHOOSE = ReportPages.ROOT + "/period";
  private static final int LATEST = 4;
  private static final String FIRST_DAY = "Enter the first day, like 1 April 2020";
  private static final String LAST_DAY = "Enter the last day, like 30 June 2020";

  private final Reports reports;
  private final Clock clock;

  /** With the reports. */
  @Activate
  public PeriodPages(@Reference Reports reports) {
    this(reports, Clock.system(ZoneId.of("Europe/London")));
  }

  PeriodPages(Reports reports, Clock clock) {
    this.reports = reports;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(ReportPages.ROOT, ReportPermissions.READ, this::quarters),
        Route.get(CHOOSE, ReportPermissions.READ, this::choose));
  }

  private PageResponse quarters(PageRequest request) {
    return page(request, Form.empty());
  }

  /** The dates name nobody, so they may stand in the address of this page. */
  private PageResponse choose(PageRequest request) {
    Form form = Form.of(request.query());
    Optional<Period> period =
        form.value("quarter").isEmpty() ? days(request, form) : quarter(form.value("quarter"));
    return period
        .<PageResponse>map(
            chosen -> PageResponse.redirect(ReportPages.addresses(reports, chosen, false).report()))
        .orElseGet(() -> page(request, form).refused());
  }

  private Optional<Period> quarter(String first) {
    return ReportPages.day(first).flatMap(new Quarters(reports.profile())::beginningOn);
  }

  private Optional<Period> days(PageRequest request, Form form) {
    request.actor().require(ReportPermissions.SMALL_COUNTS);
    LocalDate today = LocalDate.now(clock);
    Optional<LocalDate> from =
        form.require("from", FIRST_DAY).read("from", Words::parseDate, FIRST_DAY);
    Optional<LocalDate> to = form.require("to", LAST_DAY).read("to", Words::parseDate, LAST_DAY);
    from.filter(day -> day.isAfter(today)).ifPresent(day -> form.error("from", tooLate(today)));
    to.filter(day -> day.isAfter(today)).ifPresent(day -> form.error("to", tooLate(today)));
    if (!form.sound() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Period.of(from.get().toString(), to.get().toString()));
    } catch (ProblemException e) {
      form.error("to", sentence(e));
      return Optional.empty();
    }
  }

  private static String sentence(ProblemException problem) {
    return problem.code().equals("backwards_period")
        ? "Enter a last day that is not before the first day"
        : "Enter a last day that is at most "
            + Period.MOST_DAYS
            + " days after the first: look at longer times year by year";
  }

  private static String tooLate(LocalDate today) {
    return "Enter a day that is not in the future: today is " + Words.date(today);
  }

  private PageResponse.Page page(PageRequest request, Form form) {
    List<Period> all = reports.quarters(request.actor());
    boolean free = request.actor().may(ReportPermissions.SMALL_COUNTS);
    Html body =
        ReportPages.html(
            output ->
                JtequartersGenerated.render(
                    output,
                    null,
                    all.stream().limit(LATEST).map(PeriodPages::link).toList(),
                    form.errorSummary(
                        form.errors().size() == 1
                            ? "No report. There is 1 problem"
                            : "No report. There are " + form.errors().size() + " problems"),
                    all.size() > LATEST
                        ? picker(form, all.subList(LATEST, all.size()))
                        : Html.EMPTY,
                    free && !all.isEmpty() ? days(form) : Html.EMPTY,
                    free
                        ? "A quarter appears here as soon as a case was closed in it."
                        : "A quarter appears here when it is over, if cases were closed in it."));
    return PageResponse.page("Reports", body).under(ReportPages.ROOT);
  }

  static Link link(Period quarter) {
    return Link.to(
        Words.period(quarter.from(), quarter.to()),
        ReportPages.ROOT + "/quarterly/" + quarter.from());
  }

  private static Html picker(Form form, List<Period> earlier) {
    return Html.all(
        Controls.select(
            form.field("quarter", "Earlier quarter").bold(),
            earlier.stream()
                .map(one -> Choice.of(one.from().toString(), Words.period(one.from(), one.to())))
                .toList()),
        Govuk.submit("Show the quarter"));
  }

  private static Html days(Form form) {
    return Html.all(
        Controls.input(
            form.field("from", "First day")
                .bold()
                .withHint("For example, 1 April 2020 or 1/4/2020")
                .withWidth(10)),
        Controls.input(
            form.field("to", "Last day")
                .bold()
                .withHint("For example, 9 May 2020 or 9/5/2020. It is part of the report")
                .withWidth(10)),
        Govuk.submit("Show these days"));
  }
}
