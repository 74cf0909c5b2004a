package org.victimfirst.needs.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.CodeList;
import org.victimfirst.api.rest.ProblemException;

/** The rules of assessments: what may be begun, and what answers must be like. */
final class AssessmentRules {
  static final int NOTE_LENGTH = 2000;
  static final int REASON_NOTE_LENGTH = 500;

  private static final Comparator<NeedsAssessment> ORDER =
      Comparator.comparing(NeedsAssessment::stage).thenComparing(NeedsAssessment::place);

  private final AreaProfile profile;
  private final LocalDate today;

  AssessmentRules(AreaProfile profile, LocalDate today) {
    this.profile = profile;
    this.today = today;
  }

  /**
   * Refuses a stage that cannot be begun now.
   *
   * @throws ProblemException 409, saying why
   */
  static void begin(AssessmentHistory history, AssessmentStage stage, boolean caseOpen) {
    open(caseOpen);
    if (history.possible().contains(stage)) {
      return;
    }
    if (history.draft().isPresent()) {
      throw ProblemException.conflict(
          "draft_unfinished", "Finish or discard the assessment that was begun before.");
    }
    if (history.end().isPresent()) {
      throw ProblemException.conflict(
          "end_made", "The needs were assessed at the end. Nothing comes after that.");
    }
    if (history.start().isPresent()) {
      throw ProblemException.conflict(
          "start_made", "The needs were assessed at the start. Make a review instead.");
    }
    throw ProblemException.conflict(
        "start_missing", "Assess the needs at the start before a review or the end.");
  }

  /**
   * Refuses a change in a case that is closed.
   *
   * @throws ProblemException 409
   */
  static void open(boolean caseOpen) {
    if (!caseOpen) {
      throw ProblemException.conflict(
          "case_closed", "The case is closed. Open it again to assess needs.");
    }
  }

  /**
   * What is wrong with the answers of an assessment. A level that stays as it was stored is not
   * asked whether it could be chosen on the day: the profile may have changed since.
   *
   * @param stored the levels as they were stored
   */
  List<Refusal> refusals(
      NeedsAssessment assessment,
      List<NeedRating> stored,
      AssessmentHistory history,
      LocalDate caseOpenedOn) {
    List<Refusal> refusals = new ArrayList<>();
    date(assessment, history, caseOpenedOn, refusals);
    circumstances(assessment, refusals);
    ratings(assessment.answers(), stored, refusals);
    return refusals;
  }

  private void date(
      NeedsAssessment assessment,
      AssessmentHistory history,
      LocalDate caseOpenedOn,
      List<Refusal> refusals) {
    LocalDate day = assessment.assessedOn();
    String field = "assessedOn";
    if (day.isAfter(today)) {
      refusals.add(new Refusal(field, "future_date", "Enter a date that is not in the future."));
    } else if (day.isBefore(caseOpenedOn)) {
      refusals.add(
          new Refusal(field, "before_case", "Enter a date on or after the day the case began."));
    } else {
      for (NeedsAssessment other : history.others(assessment.id())) {
        boolean later = ORDER.compare(other, assessment) > 0;
        if (later ? day.isAfter(other.assessedOn()) : day.isBefore(other.assessedOn())) {
          String sentence =
              later
                  ? "Enter a date that is not after the assessment that follows."
                  : "Enter a date that is not before the assessment that came before.";
          refusals.add(new Refusal(field, "date_order", sentence));
          return;
        }
      }
    }
  }

  private void circumstances(NeedsAssessment assessment, List<Refusal> refusals) {
    AssessmentAnswers answers = assessment.answers();
    CodeList modes = profile.list(AssessmentAnswers.CONTACT_MODES);
    if (!answers.contactMode().isEmpty()) {
      known(modes, answers.contactMode(), answers, "contactMode", refusals);
    } else if (!answers.draft() && !modes.codes().isEmpty()) {
      refusals.add(new Refusal("contactMode", "missing", "Choose how you were in contact."));
    }
    if (!answers.reason().isEmpty()) {
      known(
          profile.list(AssessmentAnswers.REVIEW_REASONS),
          answers.reason(),
          answers,
          "reason",
          refusals);
    }
    boolean why = !answers.reason().isEmpty() || !answers.reasonNote().isEmpty();
    if (assessment.stage() == AssessmentStage.REVIEW && !answers.draft() && !why) {
      refusals.add(new Refusal("reason", "missing", "Say why the needs are reviewed."));
    }
    if (assessment.stage() != AssessmentStage.REVIEW && why) {
      refusals.add(new Refusal("reason", "not_a_review", "Only a review has a reason."));
    }
    length(answers.reasonNote(), REASON_NOTE_LENGTH, "reasonNote", refusals);
  }

  private void ratings(AssessmentAnswers answers, List<NeedRating> stored, List<Refusal> refusals) {
    NeedScale scale = NeedScale.of(profile);
    Set<String> areas = new HashSet<>();
    for (NeedRating rating : answers.ratings()) {
      String field = "ratings." + rating.area();
      if (!areas.add(rating.area())) {
        refusals.add(new Refusal(field, "duplicate_value", "Answer each need once."));
      }
      if (!stored.contains(rating)) {
        known(scale.areas(), rating.area(), answers, field, refusals);
        if (rating.asked()) {
          known(scale.levels(), rating.level(), answers, field, refusals);
        }
      }
      length(rating.note(), NOTE_LENGTH, field + ".note", refusals);
    }
    if (!answers.draft() && answers.asked() == 0) {
      refusals.add(
          new Refusal("ratings", "missing", "Answer at least one need, or save and finish later."));
    }
  }

  private static void known(
      CodeList list, String code, AssessmentAnswers answers, String field, List<Refusal> refusals) {
    if (list.find(code).filter(found -> found.validOn(answers.assessedOn())).isEmpty()) {
      refusals.add(
          new Refusal(field, "unknown_code", "Choose one of the list " + list.name() + "."));
    }
  }

  private static void length(String text, int most, String field, List<Refusal> refusals) {
    if (text.length() > most) {
      refusals.add(new Refusal(field, "too_long", "Enter " + most + " letters or fewer."));
    }
  }
}
