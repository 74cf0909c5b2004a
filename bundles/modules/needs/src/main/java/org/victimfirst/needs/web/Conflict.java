package org.victimfirst.needs.web;

import java.util.Objects;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.needs.domain.AssessmentAnswers;
import org.victimfirst.needs.domain.NeedRating;
import org.victimfirst.needs.domain.NeedScale;
import org.victimfirst.needs.domain.NeedsAssessment;

/** Two versions of one assessment side by side: what was typed, and what is stored by now. */
final class Conflict {
  private final AreaProfile profile;
  private final NeedWords words;
  private final boolean hide;
  private Table table;

  /**
   * Two versions.
   *
   * @param hide whether personal details are left out
   */
  Conflict(AreaProfile profile, boolean hide) {
    this.profile = profile;
    this.words = new NeedWords(profile);
    this.hide = hide;
    this.table = Table.of("What differs", "Question", "Yours", "Stored");
  }

  /** The card that shows what differs. */
  Html card(AssessmentAnswers mine, NeedsAssessment theirs) {
    AssessmentAnswers stored = theirs.answers();
    row("Day", Words.date(mine.assessedOn()), Words.date(stored.assessedOn()), false);
    row("Contact", words.contactMode(mine), words.contactMode(stored), false);
    row("Why", words.reason(mine), words.reason(stored), true);
    row("State", state(mine), state(stored), false);
    for (Code area : NeedScale.of(profile).areas().codes()) {
      row(
          area.label(),
          words.level(mine.level(area.code())),
          words.level(stored.level(area.code())),
          false);
      row(area.label() + ", note", note(mine, area), note(stored, area), true);
    }
    return Vf.card(
        Vf.Tone.WARN,
        "conflict",
        "Two versions",
        "s",
        Html.all(
            Govuk.body(
                (theirs.recordedBy().isEmpty() ? "An import" : theirs.recordedBy())
                    + " saved this on "
                    + Words.dateTime(theirs.recordedAt())
                    + ", while you were filling it in. What you typed is in the form below, and"
                    + " nothing of it is lost. Save it to put yours in place of what is stored."),
            table.rows().isEmpty() ? Govuk.body("Both say the same.") : Vf.stack(table),
            Govuk.body(Govuk.link("Leave it as it is stored", Paths.read(theirs)))));
  }

  private void row(String question, String mine, String stored, boolean personal) {
    if (!Objects.equals(mine, stored)) {
      table = table.withRow(Cell.text(question), cell(mine, personal), cell(stored, personal));
    }
  }

  private Cell cell(String text, boolean personal) {
    return Cell.html(Redaction.unlessHidden(hide && personal, text.isEmpty() ? "Nothing" : text));
  }

  private static String state(AssessmentAnswers answers) {
    return answers.draft() ? "Draft" : "Finished";
  }

  private static String note(AssessmentAnswers answers, Code area) {
    return answers.rating(area.code()).map(NeedRating::note).orElse("");
  }
}
