package org.victimfirst.needs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.victimfirst.needs.fixture.TestNeeds.CASEWORKER;
import static org.victimfirst.needs.fixture.TestNeeds.CLOCK;
import static org.victimfirst.needs.fixture.TestNeeds.MANAGER;
import static org.victimfirst.needs.fixture.TestNeeds.PROFILE;

import java.util.List;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.needs.domain.ImpactSamples;
import org.victimfirst.needs.domain.UseCases;
import org.victimfirst.needs.store.TestStores;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestCases;
import org.victimfirst.testing.TestDatabase;
import org.victimfirst.testing.TestPages;
import org.victimfirst.testing.TestRequest;

class ChangePagesDbTest {
  @OnEachDatabase
  void allCasesOfAPeriodAreCompared(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestPages pages = pages(test);
      List<String> before = List.copyOf(test.audit().actions());

      String html = TestPages.html(pages.get(Paths.CHANGES, asking("1 April 2020", "2020-06-30")));

      assertThat(html)
          .contains("April to June 2020", "3 with both assessments")
          .contains("2 (66.7%) have less need at the end, 0 (0.0%) the same, 1 (33.3%) more.")
          .contains("value=\"1 April 2020\"", "href=\"/needs/samples\"")
          .doesNotContain("VF-TEST", "Example");
      assertThat(words(html)).contains("Family 2 0 1 0", "Social Interactions 0 0 0 3");
      assertThat(words(TestPages.html(pages.get(Paths.CHANGES, asking("1/4/2019", "1/5/2019")))))
          .contains("No case to compare")
          .doesNotContain("less need");
      assertThat(test.audit().actions()).isEqualTo(before);
    }
  }

  @OnEachDatabase
  void samplesLeadThereAndADrawnOneIsShownAlike(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestPages pages = pages(test);
      TestRequest asked = TestRequest.by(MANAGER);

      assertThat(TestPages.html(pages.get(Paths.SAMPLES, asked)))
          .contains("href=\"/needs/changes\"");
      PageResponse.Redirect drawn =
          (PageResponse.Redirect)
              pages.post(
                  Paths.SAMPLES,
                  asked
                      .sending("from", "1 April 2020")
                      .sending("to", "30 June 2020")
                      .sending("seed", "7")
                      .sending("size", "9"));
      assertThat(words(TestPages.html(pages.get(drawn.path(), asked))))
          .contains("2 (66.7%) have less need at the end", "Family 2 0 1 0");
    }
  }

  @OnEachDatabase
  void aWrongPeriodIsRefusedInWords(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      TestPages pages = pages(test);

      assertThat(TestPages.html(pages.get(Paths.CHANGES, TestRequest.by(MANAGER))))
          .contains("Choose a period")
          .doesNotContain("govuk-error-summary");
      assertRefused(
          pages, asking("30 June 2020", "1 April 2020"), "Enter a last day on or after the first");
      assertRefused(pages, asking("31 June 2020", ""), "Enter the first day", "Enter the last day");
      assertThatThrownBy(() -> pages.get(Paths.CHANGES, TestRequest.by(CASEWORKER)))
          .isInstanceOf(AccessDeniedException.class);
    }
  }

  private static void assertRefused(TestPages pages, TestRequest request, String... sentences) {
    PageResponse.Page page = (PageResponse.Page) pages.get(Paths.CHANGES, request);
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body().asString()).contains(sentences).doesNotContain("both assessments");
  }

  private static TestRequest asking(String from, String to) {
    return TestRequest.by(MANAGER).asking("from", from).asking("to", to);
  }

  /** What a page says, without its marks. */
  private static String words(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  private static TestPages pages(TestDatabase test) {
    ImpactSamples samples = UseCases.samples(new TestStores(test).ofClosedCases(), PROFILE, CLOCK);
    return new TestPages(
        List.of(new ChangePages(samples), new SamplePages(samples, new TestCases())));
  }
}
