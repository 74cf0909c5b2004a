package org.victimfirst.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.victimfirst.testing.TestPages.html;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.reporting.domain.Reports;
import org.victimfirst.reporting.domain.ReportsFixture;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestPages;
import org.victimfirst.testing.TestRequest;

/** The pages of the sample quarter's report. */
class ReportPagesDbTest {
  private static final String QUARTER = "2020-04-01";
  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2020-08-14T10:00:00Z"), ZoneOffset.UTC);

  @OnEachDatabase
  void showsTheQuarterWithItsFigures(Dialect dialect) {
    ReportsFixture fixture = ReportsFixture.of(dialect);
    TestRequest manager = TestRequest.by(ReportsFixture.manager());
    assertThat(list(fixture.reports(), manager))
        .contains("April to June 2020", "/reporting/quarterly/2020-04-01");

    PageResponse.Page page = (PageResponse.Page) report(fixture.reports(), QUARTER, manager);
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
        .as("totals lead to their cases")
        .contains(
            "/sections/headlines/cases?child=yes\">180 of children and young people",
            "/sections/headlines/cases?cases=all",
            "/sections/crime_types/cases?cases=all",
            "/sections/crime_types/cases?level=enhanced\"",
            "/sections/crime_types/cases?child=yes\"",
            "/sections/crime_types/cases?child=yes&amp;level=enhanced\"",
            "/sections/new_referrals/cases?referrals=all",
            "/sections/new_referrals/cases?referrals=of_third_party_action_fraud",
            "closed, total: show the cases")
        .contains("Under 13", "13 to 18", "7 other sources", "26 other types")
        .contains("<details class=\"govuk-details\"><summary")
        // The extract begins in March, so that it has no whole quarter before.
        .doesNotContain(
            "style=", "than the quarter before", "<details class=\"govuk-details\" open");
    assertThat(html.split("<h1", -1)).hasSize(2);
  }

  @OnEachDatabase
  void comparesWithAWholeQuarterBefore(Dialect dialect) {
    Reports reports = ReportsFixture.of(dialect).reports();
    TestRequest manager = TestRequest.by(ReportsFixture.manager());

    assertThat(html(report(reports, "2020-07-01", manager)))
        .contains("fewer than the quarter before. 0 of children and young people<")
        .doesNotContain("child=yes");
  }

  @OnEachDatabase
  void withholdsSmallCountsFromAnalysts(Dialect dialect) {
    Reports reports = ReportsFixture.of(dialect).reports();
    TestRequest analyst = TestRequest.by(ReportsFixture.analyst());
    assertThat(html(report(reports, QUARTER, analyst)))
        .contains("Withheld")
        .doesNotContain("/sections/")
        .doesNotContain("180 of children and young people")
        .doesNotContain("CSV for publication", "height=\"0\"")
        .doesNotContainPattern(">[1-4]</td>");

    assertThatThrownBy(() -> report(reports, QUARTER, analyst.asking("to", "2020-06-29")))
        .isInstanceOf(AccessDeniedException.class);
  }

  @OnEachDatabase
  void answersOtherDaysLikeAPageThatIsNotThere(Dialect dialect) {
    Reports reports = ReportsFixture.of(dialect).reports();
    TestRequest manager = TestRequest.by(ReportsFixture.manager());
    for (String from : List.of("2020-04-02", "2020-13-01", "2020")) {
      assertThatThrownBy(() -> report(reports, from, manager)).isInstanceOf(ProblemException.class);
    }
    assertThat(html(report(reports, "2020-04-02", manager.asking("to", "2020-05-09"))))
        .contains("2 April 2020 to 9 May 2020");
  }

  @OnEachDatabase
  void choosesAQuarterOrAnyDays(Dialect dialect) {
    PeriodPages pages = new PeriodPages(ReportsFixture.of(dialect).reports(), TODAY);
    TestRequest manager = TestRequest.by(ReportsFixture.manager());

    assertThat(choose(pages, manager.asking("quarter", QUARTER)))
        .isEqualTo(PageResponse.redirect("/reporting/quarterly/2020-04-01"));
    assertThat(choose(pages, manager.asking("from", "2 April 2020").asking("to", "9/5/2020")))
        .isEqualTo(PageResponse.redirect("/reporting/quarterly/2020-04-02?to=2020-05-09"));
    assertThat(choose(pages, manager.asking("from", "1/4/2020").asking("to", "30 June 2020")))
        .as("a whole quarter is named by its first day")
        .isEqualTo(PageResponse.redirect("/reporting/quarterly/2020-04-01"));
  }

  @OnEachDatabase
  void refusesDaysThatAreNoPeriodAndKeepsThem(Dialect dialect) {
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

  private static PageResponse choose(PeriodPages pages, TestRequest asked) {
    return new TestPages(pages).get("/reporting/period", asked);
  }

  private static String refused(PeriodPages pages, TestRequest asked) {
    PageResponse.Page page = (PageResponse.Page) choose(pages, asked);
    assertThat(page.status()).isEqualTo(422);
    return page.body().asString();
  }

  @OnEachDatabase
  void offersWholeQuartersOnlyToAnalysts(Dialect dialect) {
    PeriodPages pages = new PeriodPages(ReportsFixture.of(dialect).reports(), TODAY);
    TestRequest analyst = TestRequest.by(ReportsFixture.analyst());

    assertThat(html(new TestPages(pages).get("/reporting", analyst)))
        .contains("April to June 2020")
        .doesNotContain("Any other days");
    assertThatThrownBy(
            () -> choose(pages, analyst.asking("from", "1 May 2020").asking("to", "9 May 2020")))
        .isInstanceOf(AccessDeniedException.class);
  }

  @OnEachDatabase
  void offersAQuarterToAnalystsWhenItIsOver(Dialect dialect) {
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
    assertThat(html(report(lastDay, "2020-01-01", analyst))).doesNotContain(link);
    assertThat(html(report(over, "2020-01-01", analyst))).contains(link);
    for (Reports reports : List.of(lastDay, over)) {
      assertThat(html(report(reports, QUARTER, manager))).contains("CSV</a>", "3,349");
    }
    assertThat(html(report(lastDay, QUARTER, manager)))
        .contains("This quarter can be published when it is over")
        .doesNotContain("publication=yes");
    assertThat(html(report(over, QUARTER, manager))).contains("publication=yes");

    TestRequest published = manager.asking("publication", "yes");
    assertThatThrownBy(() -> report(lastDay, QUARTER + ".csv", published))
        .satisfies(ReportPagesDbTest::isNotOver);
    assertThatThrownBy(() -> report(lastDay, QUARTER, analyst))
        .satisfies(ReportPagesDbTest::isNotOver);
  }

  private static void isNotOver(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo("quarter_not_over"))
        .hasMessageContaining("Ask for it after 2020-06-30");
  }

  private static String list(Reports reports, TestRequest asked) {
    return html(new TestPages(new PeriodPages(reports, TODAY)).get("/reporting", asked));
  }

  /** The report from a day on, or its file when the name ends so. */
  private static PageResponse report(Reports reports, String name, TestRequest asked) {
    return new TestPages(new ReportPages(reports)).get("/reporting/quarterly/" + name, asked);
  }

  @OnEachDatabase
  void otherDaysAreNotForPublication(Dialect dialect) {
    TestRequest asked = TestRequest.by(ReportsFixture.manager()).asking("to", "2020-05-09");

    PageResponse.Page page =
        (PageResponse.Page) report(ReportsFixture.of(dialect).reports(), "2020-04-02", asked);

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
    TestRequest manager = TestRequest.by(ReportsFixture.manager());
    PageResponse.File file =
        (PageResponse.File) report(fixture.reports(), QUARTER + ".csv", manager);
    assertThat(file.fileName()).isEqualTo("report-2020-04-01-to-2020-06-30.csv");
    assertThat(text(file)).contains("referral_source,closed.sarc,\"Closed, SARC\",2,0.1\r\n");

    PageResponse.File published =
        (PageResponse.File)
            report(fixture.reports(), QUARTER + ".csv", manager.asking("publication", "yes"));
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
