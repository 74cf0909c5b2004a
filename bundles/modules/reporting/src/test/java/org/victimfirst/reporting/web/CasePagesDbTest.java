package org.victimfirst.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.victimfirst.testing.TestPages.html;

import java.sql.Connection;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.victimfirst.api.cases.CaseDirectory;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.api.cases.LegacyCase;
import org.victimfirst.api.cases.ReferralSummary;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.reporting.domain.ReportPermissions;
import org.victimfirst.reporting.domain.ReportsFixture;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestCases;
import org.victimfirst.testing.TestPages;
import org.victimfirst.testing.TestRequest;

/** The cases and referrals behind the figures of the sample quarter. */
class CasePagesDbTest {
  private static final String REPORT = "/reporting/quarterly/2020-04-01";

  @OnEachDatabase
  void opensTheCasesBehindAFigure(Dialect dialect) {
    ReportsFixture fixture = ReportsFixture.of(dialect);
    CasePages pages = new CasePages(fixture.reports());
    pages.bindDirectory(new Directory());
    TestRequest asked =
        TestRequest.by(ReportsFixture.manager())
            .asking("source", "uava")
            .asking("level", "enhanced");
    assertThat(html(behind(pages, "referral_source", asked)))
        .contains("Referral sources: UAVA, enhanced support. April to June 2020, 5 cases")
        .contains("Robin Example", "Robbery", "Safe contact", "No voicemail");
    assertThat(html(behind(pages, "referral_source", asked.hiding())))
        .contains("Hidden", "No voicemail", "Referral sources: one source, enhanced support")
        .doesNotContain("Robin Example", "Robbery", "UAVA");
    TestRequest robberies =
        TestRequest.by(ReportsFixture.manager()).asking("occurrence_type", "robbery");
    assertThat(html(behind(pages, "crime_types", robberies)))
        .contains("Crime types: Robbery. April to June 2020");
    assertThat(html(behind(pages, "crime_types", robberies.hiding())))
        .contains("Crime types: one type. April to June 2020")
        .doesNotContain("Robbery");
    assertThatThrownBy(() -> behind(pages, "referral_source", asked.asking("colour", "red")))
        .isInstanceOf(ProblemException.class);
    assertThat(denied(pages, asked, ReportsFixture.analyst())).isEqualTo(ReportPermissions.CASES);
    assertThat(denied(pages, asked, ReportsFixture.withoutCases()))
        .isEqualTo(ReportPermissions.READ_CASES);
  }

  private static PageResponse behind(CasePages pages, String section, TestRequest asked) {
    return new TestPages(pages).get(REPORT + "/sections/" + section + "/cases", asked);
  }

  /** The permission that somebody lacks who asks for the same. */
  private static String denied(CasePages pages, TestRequest asked, Call by) {
    TestRequest same = TestRequest.by(by).asking(asked.query());
    return catchThrowableOfType(
            AccessDeniedException.class, () -> behind(pages, "referral_source", same))
        .permission();
  }

  @OnEachDatabase
  void opensTheReferralsBehindAFigure(Dialect dialect) {
    ReportsFixture fixture = ReportsFixture.of(dialect);
    CasePages pages = new CasePages(fixture.reports());
    pages.bindReferrals(CasePagesDbTest::referrals);
    pages.bindDirectory(new Directory());
    TestRequest asked =
        TestRequest.by(ReportsFixture.manager()).asking("referrals", "self_referral");

    PageResponse.Page page = (PageResponse.Page) behind(pages, "new_referrals", asked);
    assertThat(page.title()).isEqualTo("Referrals behind a figure");
    assertThat(page.body().asString())
        .containsPattern("New referrals: Self-referrals. April to June 2020, \\d+ referrals")
        .contains("href=\"/cases/7\"", "VF-2AA-2AAA")
        .contains("Safe contact", "No voicemail")
        .contains("Referral without a case", "On the referral", "Robin Example", "Robbery")
        .contains("4 May 2020", "Self Referrals");
    CasePages alone = new CasePages(fixture.reports());
    alone.bindReferrals(CasePagesDbTest::referrals);
    assertThat(html(behind(alone, "new_referrals", asked)))
        .contains("On the case", "On the referral");
    assertThat(html(behind(pages, "new_referrals", asked.hiding())))
        .contains("Hidden", "4 May 2020")
        .doesNotContain("Robin Example", "Robbery", "Self Referrals");
    assertThat(html(behind(pages, "headlines", asked.asking("referrals", "all"))))
        .contains("Headlines: all referrals received. April to June 2020, 3,349 referrals");
    assertThatThrownBy(() -> behind(pages, "new_referrals", asked.asking("referrals", "nobody")))
        .isInstanceOf(ProblemException.class);
    assertThat(html(new TestPages(new ReportPages(fixture.reports())).get(REPORT, asked)))
        .contains(
            "/sections/headlines/cases?referrals=all",
            "/sections/new_referrals/cases?referrals=third_party");
  }

  /** Every second one has a case. */
  private static List<ReferralSummary> referrals(Call call, Collection<Long> ids) {
    List<ReferralSummary> found = new ArrayList<>();
    for (long id : ids) {
      boolean opened = found.size() % 2 == 0;
      found.add(
          new ReferralSummary(
              id,
              LocalDateTime.of(2020, 5, 4, 10, 0),
              "Robin Example",
              "robbery",
              "self_referral",
              opened ? 7 : 0,
              opened ? "VF-2AA-2AAA" : ""));
    }
    return found;
  }

  @OnEachDatabase
  void pagesThroughManyCases(Dialect dialect) {
    ReportsFixture fixture = ReportsFixture.of(dialect);
    CasePages pages = new CasePages(fixture.reports());
    pages.bindDirectory(new Directory());
    TestRequest asked =
        TestRequest.by(ReportsFixture.manager()).asking("level", "enhanced").asking("page", "12");
    assertThat(html(behind(pages, "headlines", asked)))
        .contains("560 cases", "aria-current=\"page\"", "level=enhanced&amp;page=11");
    assertThat(html(behind(pages, "headlines", asked.asking("page", "9999"))))
        .as("past the end")
        .contains("560 cases", "Page 12\" aria-current=\"page\"", "Robin Example");
  }

  /** Knows every case by its id. */
  private static final class Directory implements CaseDirectory {
    @Override
    public Optional<CaseSummary> find(Call call, long caseId) {
      return Optional.of(summary(caseId));
    }

    @Override
    public List<CaseSummary> find(Call call, Collection<Long> caseIds) {
      return caseIds.stream().map(Directory::summary).toList();
    }

    @Override
    public List<CaseHead> heads(Call call, Collection<Long> caseIds, boolean hide) {
      return find(call, caseIds).stream()
          .map(one -> new CaseHead(one, List.of(), TestCases.SAFE, hide))
          .toList();
    }

    private static CaseSummary summary(long id) {
      LocalDateTime at = LocalDateTime.of(2020, 5, 4, 10, 0);
      return new CaseSummary(
          id,
          id,
          "VF-2AA-2AAA",
          "Robin Example",
          "robbery",
          "closed",
          "enhanced",
          "",
          at,
          at,
          "enhanced_supported");
    }

    @Override
    public Map<String, LegacyCase> legacy(Connection connection, Collection<String> legacyKeys) {
      return Map.of();
    }

    @Override
    public Optional<CaseHead> head(Call call, long caseId, boolean hidePersonalDetails) {
      return Optional.empty();
    }
  }
}
