package org.victimfirst.needs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.victimfirst.needs.fixture.TestNeeds.CASEWORKER;
import static org.victimfirst.needs.fixture.TestNeeds.CLOCK;
import static org.victimfirst.needs.fixture.TestNeeds.PROFILE;
import static org.victimfirst.needs.fixture.TestNeeds.TODAY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.victimfirst.needs.domain.ReviewsDue;
import org.victimfirst.needs.domain.UseCases;
import org.victimfirst.testing.TestCases;
import org.victimfirst.testing.TestPages;
import org.victimfirst.testing.TestRequest;

class ReviewPagesTest {
  private final ReviewsDue due =
      (login, lastOn) ->
          List.of(
              new ReviewsDue.Due(1, TODAY.minusDays(30)),
              new ReviewsDue.Due(99, TODAY.minusDays(30)));
  private final TestPages pages =
      new TestPages(
          new ReviewPages(
              UseCases.reviews(due, PROFILE, CLOCK), new TestCases().open(1, TODAY.minusDays(40))));

  @Test
  void safeContactStandsBesideTheName() {
    assertThat(html(TestRequest.by(CASEWORKER)))
        .contains("Robin Example", "VF-TEST-1", "Late: was due", "No voicemail")
        .doesNotContain("VF-TEST-99");
  }

  @Test
  void itStandsThereWhileNamesAreHidden() {
    assertThat(html(TestRequest.by(CASEWORKER).hiding()))
        .contains("Name hidden", "No voicemail")
        .doesNotContain("Robin Example", "After six");
  }

  private String html(TestRequest request) {
    return TestPages.html(pages.get(Paths.REVIEWS, request));
  }
}
