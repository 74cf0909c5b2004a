package org.victimfirst.needs.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.victimfirst.needs.fixture.TestNeeds.CASEWORKER;
import static org.victimfirst.needs.fixture.TestNeeds.CLOCK;
import static org.victimfirst.needs.fixture.TestNeeds.PROFILE;
import static org.victimfirst.needs.fixture.TestNeeds.TODAY;
import static org.victimfirst.needs.fixture.TestNeeds.answers;
import static org.victimfirst.needs.fixture.TestNeeds.draft;
import static org.victimfirst.needs.fixture.TestNeeds.review;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.needs.fixture.MemoryStore;
import org.victimfirst.testing.RecordedAudit;
import org.victimfirst.testing.TestCases;

class NeedsAssessmentsTest {
  private static final long OPEN = 1;
  private static final long CLOSED = 2;

  private final MemoryStore store = new MemoryStore();
  private final RecordedAudit audit = new RecordedAudit();
  private final NeedsAssessments needs =
      new NeedsAssessments(
          store,
          new TestCases()
              .open(OPEN, TODAY.minusDays(30))
              .closed(CLOSED, TODAY.minusDays(30), TODAY.minusDays(1)),
          () -> PROFILE,
          audit,
          CLOCK);

  @Test
  void startReviewAndEndInThisOrder() {
    begin(AssessmentStage.START, answers(TODAY.minusDays(20), "family=severe"));
    begin(AssessmentStage.REVIEW, review(TODAY.minusDays(10), "family=moderate"));
    begin(AssessmentStage.REVIEW, review(TODAY.minusDays(5), "family=mild"));
    begin(AssessmentStage.END, answers(TODAY, "family=none"));

    assertThat(needs.ofCase(CASEWORKER, OPEN).assessments())
        .extracting(NeedsAssessment::stage)
        .containsExactly(
            AssessmentStage.START,
            AssessmentStage.REVIEW,
            AssessmentStage.REVIEW,
            AssessmentStage.END);
    assertThat(store.acts()).containsOnly("needs.assessment.finished");
  }

  @Test
  void whatDoesNotFitTheCaseIsAConflict() {
    assertThat(conflict(() -> begin(AssessmentStage.REVIEW, review(TODAY, "family=mild"))))
        .isEqualTo("start_missing");
    begin(AssessmentStage.START, answers(TODAY.minusDays(9), "family=severe"));
    assertThat(conflict(() -> begin(AssessmentStage.START, answers(TODAY, "family=mild"))))
        .isEqualTo("start_made");
    NeedsAssessment draft = begin(AssessmentStage.END, draft(TODAY, "family=mild"));
    assertThat(conflict(() -> begin(AssessmentStage.REVIEW, review(TODAY, "family=mild"))))
        .isEqualTo("draft_unfinished");
    needs.change(CASEWORKER, draft.id(), draft.version(), answers(TODAY, "family=none"));
    assertThat(conflict(() -> begin(AssessmentStage.REVIEW, review(TODAY, "family=mild"))))
        .isEqualTo("end_made");
  }

  @Test
  void closedCaseIsLockedAndUnknownCaseIsNotThere() {
    AssessmentAnswers answers = answers(TODAY, "family=mild");

    assertThat(conflict(() -> needs.begin(CASEWORKER, CLOSED, AssessmentStage.START, answers)))
        .isEqualTo("case_closed");
    assertThatThrownBy(() -> needs.begin(CASEWORKER, 99, AssessmentStage.START, answers))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.status()).isEqualTo(404));
  }

  @Test
  void dateLiesWithinTheCaseAndBetweenItsNeighbours() {
    assertThat(refused(AssessmentStage.START, answers(TODAY.plusDays(1), "family=mild")))
        .containsExactly("assessedOn future_date");
    assertThat(refused(AssessmentStage.START, answers(TODAY.minusDays(31), "family=mild")))
        .containsExactly("assessedOn before_case");
    begin(AssessmentStage.START, answers(TODAY.minusDays(5), "family=severe"));
    assertThat(refused(AssessmentStage.END, answers(TODAY.minusDays(6), "family=mild")))
        .containsExactly("assessedOn date_order");
    NeedsAssessment review =
        begin(AssessmentStage.REVIEW, review(TODAY.minusDays(4), "family=mild"));
    begin(AssessmentStage.END, answers(TODAY.minusDays(2), "family=none"));
    assertThat(
            refusals(
                () ->
                    needs.change(
                        CASEWORKER,
                        review.id(),
                        review.version(),
                        review(TODAY.minusDays(1), "family=mild"))))
        .containsExactly("assessedOn date_order");
  }

  @Test
  void answersAreOfTheProfilesLists() {
    AssessmentAnswers wrong =
        new AssessmentAnswers(
            TODAY,
            "pigeon",
            "",
            "",
            false,
            List.of(
                new NeedRating("weather", "mild", ""),
                new NeedRating("family", "extreme", ""),
                new NeedRating("family", "mild", "x".repeat(2001))));

    assertThat(refused(AssessmentStage.START, wrong))
        .containsExactly(
            "contactMode unknown_code",
            "ratings.weather unknown_code",
            "ratings.family unknown_code",
            "ratings.family duplicate_value",
            "ratings.family.note too_long");
  }

  @Test
  void finishedOnesAreCompleteAndDraftsNeedNothing() {
    AssessmentAnswers nothing = new AssessmentAnswers(TODAY, "", "", "", false, List.of());
    assertThat(refused(AssessmentStage.START, nothing))
        .containsExactly("contactMode missing", "ratings missing");

    NeedsAssessment draft =
        begin(AssessmentStage.START, new AssessmentAnswers(TODAY, "", "", "", true, List.of()));
    assertThat(draft.draft()).isTrue();
    assertThat(store.acts()).containsExactly("needs.draft.saved");
  }

  @Test
  void aReviewSaysWhyAndNothingElseDoes() {
    assertThat(refused(AssessmentStage.START, review(TODAY, "family=mild")))
        .containsExactly("reason not_a_review");
    begin(AssessmentStage.START, answers(TODAY, "family=mild"));
    assertThat(refused(AssessmentStage.REVIEW, answers(TODAY, "family=mild")))
        .containsExactly("reason missing");
  }

  @Test
  void finishedAssessmentIsCorrectedButBecomesNoDraft() {
    NeedsAssessment start = begin(AssessmentStage.START, answers(TODAY, "family=mild"));

    assertThat(
            conflict(
                () ->
                    needs.change(
                        CASEWORKER, start.id(), start.version(), draft(TODAY, "family=none"))))
        .isEqualTo("finished");
    assertThat(
            conflict(
                () -> {
                  needs.discard(CASEWORKER, start.id(), start.version());
                }))
        .isEqualTo("finished");
    needs.change(CASEWORKER, start.id(), start.version(), answers(TODAY, "family=none"));
    assertThat(store.acts())
        .containsExactly("needs.assessment.finished", "needs.assessment.corrected");
  }

  @Test
  void changeFromAnOlderVersionIsStale() {
    NeedsAssessment draft = begin(AssessmentStage.START, draft(TODAY, "family=mild"));
    needs.change(CASEWORKER, draft.id(), draft.version(), draft(TODAY, "family=none"));

    assertThatThrownBy(
            () -> needs.change(CASEWORKER, draft.id(), draft.version(), answers(TODAY, "a=b")))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> needs.discard(CASEWORKER, draft.id(), draft.version()))
        .isInstanceOf(StaleVersionException.class);
  }

  @Test
  void readingIsRecorded() {
    NeedsAssessment start = begin(AssessmentStage.START, answers(TODAY, "family=mild"));

    needs.ofCase(CASEWORKER, OPEN);
    needs.find(CASEWORKER, start.id());
    needs.inCase(CASEWORKER, start.id());

    assertThat(audit.actions())
        .containsExactly(
            "needs.assessments.read", "needs.assessment.read", "needs.assessment.read");
  }

  private NeedsAssessment begin(AssessmentStage stage, AssessmentAnswers answers) {
    return needs.begin(CASEWORKER, OPEN, stage, answers);
  }

  private List<String> refused(AssessmentStage stage, AssessmentAnswers answers) {
    return refusals(() -> begin(stage, answers));
  }

  private static List<String> refusals(ThrowingCallable work) {
    return catchThrowableOfType(RefusedException.class, work).refusals().stream()
        .map(refusal -> refusal.field() + " " + refusal.code())
        .toList();
  }

  private static String conflict(ThrowingCallable work) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, work);
    assertThat(problem.status()).isEqualTo(409);
    return problem.code();
  }
}
