package org.victimfirst.needs.rest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.needs.domain.AssessmentAnswers;
import org.victimfirst.needs.domain.AssessmentStage;

/**
 * An assessment as it is sent.
 *
 * @param stage {@code start}, {@code review} or {@code end}; of a new one only
 * @param assessedOn the day on which the person was asked
 * @param contactMode code of {@code contact_mode}
 * @param reason code of {@code review_reason}; of a review only
 * @param reasonNote more about why; of a review only
 * @param draft whether it is to be finished later; false when left out
 * @param ratings the needs that were asked or have a note
 */
record AssessmentBody(
    @Nullable String stage,
    @Nullable LocalDate assessedOn,
    @Nullable String contactMode,
    @Nullable String reason,
    @Nullable String reasonNote,
    @Nullable Boolean draft,
    @Nullable List<AssessmentView.Rating> ratings) {
  /** The stage of a new assessment. */
  AssessmentStage newStage() {
    return AssessmentStage.of(AssessmentView.orEmpty(stage))
        .orElseThrow(
            () ->
                ProblemException.field(
                    "stage", "unknown_code", "Send one of start, review and end."));
  }

  /** The answers. */
  AssessmentAnswers answers() {
    if (assessedOn == null) {
      throw ProblemException.field(
          "assessedOn", "missing", "Send the day on which the person was asked.");
    }
    return new AssessmentAnswers(
        assessedOn,
        AssessmentView.orEmpty(contactMode),
        AssessmentView.orEmpty(reason),
        AssessmentView.orEmpty(reasonNote),
        draft != null && draft,
        ratings == null
            ? List.of()
            : ratings.stream().map(AssessmentView.Rating::toRating).toList());
  }

  /** The changed answers of an assessment, whose stage stays. */
  AssessmentAnswers change() {
    if (stage != null) {
      throw ProblemException.field(
          "stage", "not_changeable", "Leave the stage out: it cannot be changed.");
    }
    return answers();
  }

  /** The body, if there is one. */
  static AssessmentBody sent(@Nullable AssessmentBody body) {
    if (body == null) {
      throw ProblemException.badRequest("body_missing", "Send an assessment as JSON.");
    }
    return body;
  }
}
