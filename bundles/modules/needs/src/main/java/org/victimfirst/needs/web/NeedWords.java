package org.victimfirst.needs.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.needs.domain.AssessmentAnswers;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.NeedRating;
import org.victimfirst.needs.domain.NeedScale;
import org.victimfirst.needs.domain.NeedsAssessment;

/** Assessments in words, with the labels of the profile. */
final class NeedWords {
  /** So many needs of one level are named; more are counted. */
  private static final int NAMED = 2;

  private final AreaProfile profile;
  private final NeedScale scale;

  NeedWords(AreaProfile profile) {
    this.profile = profile;
    this.scale = NeedScale.of(profile);
  }

  /** "Start". */
  String stage(AssessmentStage stage) {
    return profile.list(AssessmentStage.LIST).label(stage.code());
  }

  /** "Needs assessment: review". */
  String title(AssessmentStage stage) {
    return "Needs assessment: " + stage(stage).toLowerCase(Locale.UK);
  }

  /** "Start, 18 June 2020". */
  String stageAndDate(NeedsAssessment assessment) {
    return stage(assessment.stage()) + ", " + Words.date(assessment.assessedOn());
  }

  /** "Personal Safety". */
  String area(String code) {
    return scale.areas().label(code);
  }

  /** "Severe", or "Not asked". */
  String level(String code) {
    return code.isEmpty() ? "Not asked" : scale.levels().label(code);
  }

  /** "Start: Severe", or an empty string when it was not asked. */
  String was(NeedsAssessment before, String area) {
    String level = before.answers().level(area);
    return level.isEmpty() ? "" : stage(before.stage()) + ": " + level(level);
  }

  /** "By phone", or "Not recorded". */
  String contactMode(AssessmentAnswers answers) {
    return answers.contactMode().isEmpty()
        ? "Not recorded"
        : profile.list(AssessmentAnswers.CONTACT_MODES).label(answers.contactMode());
  }

  /** Why it was reviewed, or an empty string. */
  String reason(AssessmentAnswers answers) {
    List<String> parts = new ArrayList<>();
    if (!answers.reason().isEmpty()) {
      parts.add(profile.list(AssessmentAnswers.REVIEW_REASONS).label(answers.reason()));
    }
    if (!answers.reasonNote().isEmpty()) {
      parts.add(answers.reasonNote());
    }
    return String.join(": ", parts);
  }

  /** "9 of 10 answered". */
  String answered(NeedsAssessment assessment) {
    int asked = assessment.answers().asked();
    int all = Math.max(asked, scale.areas(assessment.assessedOn()).size());
    return asked + " of " + all + " answered";
  }

  /** "Severe: personal safety. Moderate in 3 areas.", the most severe first. */
  String summary(AssessmentAnswers answers) {
    StringBuilder words = new StringBuilder();
    for (Code level : needs()) {
      List<String> areas =
          answers.ratings().stream()
              .filter(rating -> rating.level().equals(level.code()))
              .map(NeedRating::area)
              .map(area -> area(area).toLowerCase(Locale.UK))
              .toList();
      if (!areas.isEmpty()) {
        words
            .append(words.isEmpty() ? "" : " ")
            .append(level.label())
            .append(
                areas.size() <= NAMED ? ": " + Words.join(areas) : " in " + areas.size() + " areas")
            .append('.');
      }
    }
    return words.isEmpty() ? "No need was found." : words.toString();
  }

  private List<Code> needs() {
    return scale.levels().codes().stream()
        .filter(level -> scale.score(level.code()).orElse(0) > 0)
        .sorted(Comparator.comparingInt(level -> -scale.score(level.code()).orElse(0)))
        .toList();
  }
}
