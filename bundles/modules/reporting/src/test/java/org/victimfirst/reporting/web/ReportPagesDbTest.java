package org.victimfirst.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.web.PageHandler;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.reporting.domain.Reports;
import org.victimfirst.reporting.domain.ReportsFixture;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestRequest;

/** The pages of the sample quarter's report. */
class ReportPagesDbTest {
  private static final String QUARTER = "2020-04-01";
  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2020-08-14T10:00:00Z"), ZoneOffset.UTC);

  private static PageHandler handler(PageSet pages, String ending) {
    return pages.routes().stream()
        .filter(route -> route.path().endsWith(ending))
        .map(Route::handler)
        .findFirst()
        .orElseThrow();
  }

  private static String body(PageResponse response) {
    return ((PageResponse.Page) response).body().asString();
  }

  @OnEachDatabase
  void showsTheQuarterWithItsFigures(Dialect dialect) throws Exception {
    ReportsFixture fixture = ReportsFixture.of(dialect);
    PageSet pages = new ReportPages(fixture.reports());
    PageSet periods = new PeriodPages(fixture.reports(), TODAY);
    String list =
        body(handler(periods, "/reporting").answer(TestRequest.by(ReportsFixture.manager())));
    assertThat(list).contains("April to June 2020", "/reporting/quarterly/2020-04-01");

    PageResponse.Page page =
        (PageResponse.Page)
            handler(pages, "{from:[0-9-]+}")
                .answer(TestRequest.by(ReportsFixture.manager()).at("from", QUARTER));
    assertThat(page.title()).isEqualTo("Quarterly report, April to June 2020");
    String html = page.body().asString();
    assertThat(html)
        .startsWith("<div class=\"vf-head\"><div><h1")
        .contains("All figures agree.")
        .contains("The police sent 8 in 10 closed cases")
        .contains("Assault ABH is the most common")
        .contains("3,349", "2,641", "21.2% of closed cases")
        .contains("Hate crime: the module victims-code is not installed")
        .contains(
            "/reporting/quarterly/2020-04-01/sections/referral_source/cases?level=enhanced&amp;source=uava")
        .contains("Under 13", "13 to 18", "7 other sources", "26 other types")
        .contains("<details class=\"govuk-details\"><summary")
        // The extract begins in March, so that it has no whole quarter before.
        .doesNotContain(
            "style=", "than the quarter before", "<details class=\"govuk-details\" open");
    assertThat(html.split("<h1", -1)).hasSize(2);
  }

  @OnEachDatabase
  void comparesWithAWholeQuarterBefore(Dialect dialect) throws Exception {
    PageHandler report =
        handler(new ReportPages(ReportsFixture.of(dialect).reports()), "{from:[0-9-]+}");
    TestRequest asked = TestRequest.by(ReportsFixture.manager()).at("from", "2020-07-01");

    assertThat(body(report.answer(asked))).contains("fewer than the quarter before");
  }

  @OnEachDatabase
  void withholdsSmallCountsFromAnalysts(Dialect dialect) throws Exception {
    ReportsFixture fixture = ReportsFixture.of(dialect);
    PageSet pages = new ReportPages(fixture.reports());
    PageHandler report = handler(pages, "{from:[0-9-]+}");
    String html = body(report.answer(TestRequest.by(ReportsFixture.analyst()).at("from", QUARTER)));
    assertThat(html)
        .contains("Withheld")
        .doesNotContain("/sections/")
        .doesNotContain("CSV for publication", "height=\"0\"")
        .doesNotContainPattern(">[1-4]</td>");

    assertThatThrownBy(
            () ->
                report.answer(
                    TestRequest.by(ReportsFixture.analyst())
                        .at("from", QUARTER)
                        .asking("to", "2020-06-29")))
        .isInstanceOf(AccessDeniedException.class);
  }

  @OnEachDatabase
  void answersOtherDaysLikeAPageThatIsNotThere(Dialect dialect) throws Exception {
    ReportsFixture fixture = ReportsFixture.of(dialect);
    PageHandler report = handler(new ReportPages(fixture.reports()), "{from:[0-9-]+}");
    TestRequest manager = TestRequest.by(ReportsFixture.manager());
    for (String from : List.of("2020-04-02", "2020-13-01", "2020")) {
      assertThatThrownBy(() -> report.answer(manager.at("from", from)))
          .isInstanceOf(ProblemException.class);
    }
    assertThat(body(report.answer(manager.at("from", "2020-04-02").asking("to", "2020-05-09"))))
        .contains("2 April 2020 to 9 May 2020");
  }

  @OnEachDatabase
  void choosesAQuarterOrAnyDays(Dialect dialect) throws Exception {
    PeriodPages pages = new PeriodPages(ReportsFixture.of(dialect).reports(), TODAY);
    PageHandler choose = handler(pages, "/period");
    TestRequest manager = TestRequest.by(ReportsFixture.manager());

    assertThat(choose.answer(manager.asking("quarter", QUARTER)))
        .isEqualTo(PageResponse.redirect("/reporting/quarterly/2020-04-01"));
    assertThat(choose.answer(manager.asking("from", "2 April 2020").asking("to", "9/5/2020")))
        .isEqualTo(PageResponse.redirect("/reporting/quarterly/2020-04-02?to=2020-05-09"));
    assertThat(choose.answer(manager.asking("from", "1/4/2020").asking("to", "30 June 2020")))
        .as("a whole quarter is named by its first day")
        .isEqualTo(PageResponse.redirect("/reporting/quarterly/2020-04-01"));
  }

  @OnEachDatabase
  void refusesDaysThatAreNoPeriodAndKeepsThem(Dialect dialect) throws Exception {
    PeriodPages pages = new PeriodPages(ReportsFixture.of(dialect).reports(), TODAY);
    TestRequest manager = TestRequest.by(ReportsFixture.manager());

    assertThat(refused(pages, manager))
        .contains("No report. There are 2 problems")
        .contains(
            "Enter the first day, like 1 April 2020", "Enter the last day, like 30 June 2020");
    assertThat(refused(pages, manager.asking("from", "soon").asking("to", "9 May 2020")))
        .contains("Enter the first day", "value=\"soon\"", "value=\"9 May 2020\"");
    assertThat(refused(pages, manager.asking("from", "9 May 2020").asking("to", "8 May 2020")))
        .contains("Enter a last day that is not before the first day");
    assertThat(refused(pages, manager.asking("from", "1 May 2020").asking("to", "15 August 2020")))
        .contains("Enter a day that is not in the future: today is 14 August 2020");
    assertThat(refused(pages, manager.asking("from", "1 May 2018").asking("to", "1 May 2020")))
        .contains("at most 400 days after the first");
  }

  private static String refused(PeriodPages pages, TestRequest asked) throws Exception {
    PageResponse.Page page = (PageResponse.Page) handler(pages, "/period").answer(asked);
    assertThat(page.status()).isEqualTo(422);
    return page.body().asString();
  }

  @OnEachDatabase
  void offersWholeQuartersOnlyToAnalysts(Dialect dialect) throws Exception {
    PeriodPages pages = new PeriodPages(ReportsFixture.of(dialect).reports(), TODAY);
    TestRequest analyst = TestRequest.by(ReportsFixture.analyst());

    assertThat(body(handler(pages, "/reporting").answer(analyst)))
        .contains("April to June 2020")
        .doesNotContain("Any other days");
    assertThatThrownBy(
            () ->
                handler(pages, "/period")
                    .answer(analyst.asking("from", "1 May 2020").asking("to", "9 May 2020")))
        .isInstanceOf(AccessDeniedException.class);
  }

  @OnEachDatabase
  void offersAQuarterToAnalystsWhenItIsOver(Dialect dialect) throws Exception {
    TestRequest analyst = TestRequest.by(ReportsFixture.analyst());
    TestRequest manager = TestRequest.by(ReportsFixture.manager());
    Reports lastDay = ReportsFixture.of(dialect).reportsOn("2020-06-30");
    Reports over = ReportsFixture.of(dialect).reportsOn("2020-07-01");
    String link = "href=\"/reporting/quarterly/2020-04-01\"";

    assertThat(list(lastDay, analyst)).doesNotContain(link);
    assertThat(list(lastDay, manager)).contains(link);
    assertThat(list(over, analyst)).contains(link);
    assertThat(list(ReportsFixture.of(dialect).reportsOn("2020-01-01"), analyst))
        .contains("A quarter appears here when it is over");
    TestRequest before = analyst.at("from", "2020-01-01");
    assertThat(report(lastDay, before)).doesNotContain(link);
    assertThat(report(over, before)).contains(link);
    for (Reports reports : List.of(lastDay, over)) {
      assertThat(report(reports, manager.at("from", QUARTER))).contains("CSV</a>", "3,349");
    }
    assertThat(report(lastDay, manager.at("from", QUARTER)))
        .contains("This quarter can be published when it is over")
        .doesNotContain("publication=yes");
    assertThat(report(over, manager.at("from", QUARTER))).contains("publication=yes");

    TestRequest file = manager.at("file", QUARTER + ".csv").asking("publication", "yes");
    PageHandler csv = handler(new ReportPages(lastDay), "[.]csv}");
    assertThatThrownBy(() -> csv.answer(file)).satisfies(ReportPagesDbTest::isNotOver);
    assertThatThrownBy(() -> report(lastDay, analyst.at("from", QUARTER)))
        .satisfies(ReportPagesDbTest::isNotOver);
  }

  private static void isNotOver(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo("quarter_not_over"))
        .hasMessageContaining("Ask for it after 2020-06-30");
  }

  private static String list(Reports reports, TestRequest asked) throws Exception {
    return body(handler(new PeriodPages(reports, TODAY), "/reporting").answer(asked));
  }

  private static String report(Reports reports, TestRequest asked) throws Exception {
    return body(handler(new ReportPages(reports), "{from:[0-9-]+}").answer(asked));
  }

  @OnEachDatabase
  void otherDaysAreNotForPublication(Dialect dialect) throws Exception {
    PageHandler report =
        handler(new ReportPages(ReportsFixture.of(dialect).reports()), "{from:[0-9-]+}");
    TestRequest asked = TestRequest.by(ReportsFixture.manager()).at("from", "2020-04-02");

    PageResponse.Page page = (PageResponse.Page) report.answer(asked.asking("to", "2020-05-09"));

    assertThat(page.title()).isEqualTo("Report, 2 April 2020 to 9 May 2020");
    assertThat(page.body().asString())
        .contains("Download CSV", "2020-04-02.csv?to=2020-05-09")
        .contains("Other days than a whole quarter cannot be published")
        .doesNotContain("CSV for publication", "than the quarter before");
  }

  @OnEachDatabase
  void recordsDownloads(Dialect dialect) throws Exception {
    ReportsFixture fixture = ReportsFixture.of(dialect);
    int before = fixture.database().audit().entries().size();
    PageHandler csv = handler(new ReportPages(fixture.reports()), "[.]csv}");
    TestRequest asked = TestRequest.by(ReportsFixture.manager()).at("file", QUARTER + ".csv");
    PageResponse.File file = (PageResponse.File) csv.answer(asked);
    assertThat(file.fileName()).isEqualTo("report-2020-04-01-to-2020-06-30.csv");
    assertThat(text(file)).contains("referral_source,closed.sarc,\"Closed, SARC\",2,0.1\r\n");

    PageResponse.File published =
        (PageResponse.File) csv.answer(asked.asking("publication", "yes"));
    assertThat(published.fileName()).contains("small-counts-withheld");
    assertThat(text(published))
        .contains("referral_source,closed.sarc,\"Closed, SARC\",withheld,\r\n");

    assertThat(fixture.database().audit().actions())
        .hasSize(before + 2)
        .contains("reporting.report.downloaded");
    assertThat(fixture.database().audit().entries().get(before + 1).details())
        .containsEntry("small_counts_withheld", "true")
        .containsEntry("from", QUARTER);
  }

  private static String text(PageResponse.File file) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.content().to(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
