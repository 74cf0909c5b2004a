package org.victimfirst.needs.web;

import java.util.Locale;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Button;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.NeedRating;
import org.victimfirst.needs.domain.NeedsAssessment;

/** What the form of a review or the end says about the levels of the assessment before it. */
final class LastLevels {
  private LastLevels() {}

  /** That the form can be opened with them; they are chosen for somebody who asks for it only. */
  static Html offer(NeedWords words, NeedsAssessment last, AssessmentStage stage) {
    return Html.all(
        Govuk.body(
            "Nothing is chosen yet. If little has changed, you can start from the last levels and"
                + " check each one with the person. Do this before you fill in anything."),
        Govuk.button(
            Button.link(
                    "Start from the levels of " + dateAndStage(words, last),
                    Paths.begin(last, stage))
                .secondary()));
  }

  /**
   * That they are chosen and have not been checked.
   *
   * @param untouched whether nothing has been sent yet, so that no word is lost by going back
   */
  static Html chosen(
      NeedWords words, NeedsAssessment last, AssessmentStage stage, boolean untouched) {
    Html warning =
        Govuk.warningText(
            Html.text(
                "The levels below are those of "
                    + dateAndStage(words, last)
                    + ", not new answers. Check each one with the person before you save."));
    return untouched
        ? Html.all(
            warning,
            Govuk.body(Govuk.link("Start with nothing chosen", Paths.begin(last.caseId(), stage))))
        : warning;
  }

  /** How many levels of a draft are those of the assessment before it; nothing when none is. */
  static Html same(NeedWords words, NeedsAssessment last, NeedsAssessment draft) {
    long same =
        last.answers().ratings().stream()
            .filter(NeedRating::asked)
            .filter(rating -> draft.answers().level(rating.area()).equals(rating.level()))
            .count();
    return same == 0
        ? Html.EMPTY
        : Govuk.insetText(
            Words.count(same, "level", "levels")
                + " below "
                + (same == 1 ? "is" : "are")
                + " as on "
                + dateAndStage(words, last)
                + ". Check that each was asked again before you save.");
  }

  private static String dateAndStage(NeedWords words, NeedsAssessment last) {
    return Words.date(last.assessedOn())
        + " ("
        + words.stage(last.stage()).toLowerCase(Locale.UK)
        + ")";
  }
}
