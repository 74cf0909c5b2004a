package org.victimfirst.needs.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.victimfirst.needs.fixture.TestNeeds.answers;
import static org.victimfirst.needs.fixture.TestNeeds.assessment;
import static org.victimfirst.needs.fixture.TestNeeds.draft;
import static org.victimfirst.needs.fixture.TestNeeds.review;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentHistoryTest {
  private static final LocalDate JUNE = LocalDate.of(2020, 6, 18);
  private static final LocalDate JULY = LocalDate.of(2020, 7, 1);

  private final NeedsAssessment start =
      assessment(11, AssessmentStage.START, 1, answers(JUNE, "family=severe"));
  private final NeedsAssessment review =
      assessment(12, AssessmentStage.REVIEW, 2, review(JULY, "family=mild"));
  private final NeedsAssessment end =
      assessment(13, AssessmentStage.END, 3, answers(JULY, "family=none"));

  @Test
  void stagesComeInTheOrderOfTime() {
    assertThat(history(end, review, start).assessments()).containsExactly(start, review, end);
  }

  @Test
  void firstTheStartThenReviewsOrTheEndThenNothing() {
    assertThat(history().possible()).containsExactly(AssessmentStage.START);
    assertThat(history(start).possible())
        .containsExactly(AssessmentStage.REVIEW, AssessmentStage.END);
    assertThat(history(start, review).possible())
        .containsExactly(AssessmentStage.REVIEW, AssessmentStage.END);
    assertThat(history(start, review, end).possible()).isEmpty();
  }

  @Test
  void draftHasToBeFinishedFirstAndCountsNowhere() {
    NeedsAssessment draft = assessment(11, AssessmentStage.START, 1, draft(JUNE, "family=mild"));

    assertThat(history(draft).possible()).isEmpty();
    assertThat(history(draft).start()).isEmpty();
    assertThat(history(draft).last()).isEmpty();
    assertThat(history(draft).draft()).contains(draft);
  }

  @Test
  void whatWasBeforeIsTheLastFinishedOfAnEarlierPlace() {
    assertThat(history(start, review, end).before(3)).contains(review);
    assertThat(history(start, review, end).before(2)).contains(start);
    assertThat(history(start).before(1)).isEmpty();
  }

  @Test
  void nextPlaceComesAfterAllEvenWhenOneWasDiscarded() {
    assertThat(history().nextPlace()).isEqualTo(1);
    assertThat(history(start, end).nextPlace()).isEqualTo(4);
  }

  private static AssessmentHistory history(NeedsAssessment... assessments) {
    return new AssessmentHistory(1, List.of(assessments));
  }
}
