package org.victimfirst.needs.rest;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.victimfirst.needs.domain.AssessmentAnswers;
import org.victimfirst.needs.domain.NeedRating;
import org.victimfirst.needs.domain.NeedsAssessment;

/**
 * An assessment as JSON.
 *
 * @param id its id
 * @param caseId the case
 * @param stage {@code start}, {@code review} or {@code end}
 * @param assessedOn the day on which the person was asked
 * @param assessor login of who assessed
 * @param contactMode code of {@code contact_mode}
 * @param reason code of {@code review_reason}
 * @param reasonNote more about why
 * @param draft whether it is to be finished later
 * @param ratings the needs that were asked or have a note
 * @param recordedAt when it was last saved
 * @param recordedBy name of who saved it last
 * @param version the version; also the ETag
 */
record AssessmentView(
    String id,
    String caseId,
    String stage,
    LocalDate assessedOn,
    @Nullable String assessor,
    @Nullable String contactMode,
    @Nullable String reason,
    @Nullable String reasonNote,
    boolean draft,
    List<Rating> ratings,
    LocalDateTime recordedAt,
    @Nullable String recordedBy,
    int version) {
  /**
   * The answer for one need.
   *
   * @param area code of {@code need_area}
   * @param level code of {@code need_level}; left out while it was not asked
   * @param note what the person said
   */
  record Rating(@Nullable String area, @Nullable String level, @Nullable String note) {
    static Rating of(NeedRating rating) {
      return new Rating(rating.area(), orNull(rating.level()), orNull(rating.note()));
    }

    NeedRating toRating() {
      return new NeedRating(orEmpty(area), orEmpty(level), orEmpty(note));
    }
  }

  static AssessmentView of(NeedsAssessment assessment) {
    AssessmentAnswers answers = assessment.answers();
    return new AssessmentView(
        Long.toString(assessment.id()),
        Long.toString(assessment.caseId()),
        assessment.stage().code(),
        answers.assessedOn(),
        orNull(assessment.assessor().login()),
        orNull(answers.contactMode()),
        orNull(answers.reason()),
        orNull(answers.reasonNote()),
        answers.draft(),
        answers.ratings().stream().map(Rating::of).toList(),
        assessment.recordedAt(),
        orNull(assessment.recordedBy()),
        assessment.version());
  }

  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
