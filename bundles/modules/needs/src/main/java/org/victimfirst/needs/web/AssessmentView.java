package org.victimfirst.needs.web;

import java.util.List;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.ui.Button;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.SummaryList;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.AssessmentHistory;
import org.victimfirst.needs.domain.NeedRating;
import org.victimfirst.needs.domain.NeedScale;
import org.victimfirst.needs.domain.NeedsAssessment;
import org.victimfirst.needs.domain.NeedsAssessments;

/** The page on which an assessment is read. */
final class AssessmentView {
  private final AreaProfile profile;
  private final PageRequest request;
  private final NeedWords words;

  AssessmentView(AreaProfile profile, PageRequest request) {
    this.profile = profile;
    this.request = request;
    this.words = new NeedWords(profile);
  }

  PageResponse page(NeedsAssessments.InCase found) {
    NeedsAssessment assessment = found.assessment();
    boolean change = found.caseOpen() && request.actor().may(NeedsModule.ASSESS);
    String act = assessment.draft() ? "Finish the draft" : "Correct";
    Html action =
        change ? Govuk.button(Button.link(act, Paths.edit(assessment)).secondary()) : Html.EMPTY;
    Html body =
        Template.assessment(
            Vf.head(
                "l",
                words.title(assessment.stage()),
                Words.date(assessment.assessedOn()) + ". " + words.answered(assessment) + ".",
                action),
            facts(assessment),
            answers(assessment, found.history()),
            new ChangeFigure(profile).of(until(assessment, found.history())),
            Govuk.body(Govuk.link("All assessments", Paths.tab(assessment.caseId()))));
    return PageResponse.page(words.title(assessment.stage()), body)
        .ofCase(assessment.caseId(), NeedsTab.KEY);
  }

  PageResponse confirmDiscard(NeedsAssessment draft) {
    Html form =
        Forms.form(
            Paths.discard(draft),
            request.csrf(),
            Forms.hidden(AssessmentForm.VERSION, Integer.toString(draft.version())),
            Govuk.buttonGroup(
                Govuk.button(Button.submit("Discard draft").warning()),
                Govuk.link("Keep it", Paths.edit(draft))));
    Html body =
        Vf.twoThirds(
            Html.all(
                Vf.head("l", "Discard the draft", words.stageAndDate(draft), Html.EMPTY),
                Govuk.body(
                    "The answers and notes of this draft are deleted at once and cannot be brought"
                        + " back. Finished assessments stay."),
                form));
    return PageResponse.page("Discard the draft", body).ofCase(draft.caseId(), NeedsTab.KEY);
  }

  private Html facts(NeedsAssessment assessment) {
    SummaryList facts =
        SummaryList.empty()
            .with("Asked on", Words.date(assessment.assessedOn()))
            .with("Assessed by", orNotRecorded(assessment.assessor().name()))
            .with("Contact", words.contactMode(assessment.answers()));
    String reason = words.reason(assessment.answers());
    if (!reason.isEmpty()) {
      facts = facts.with("Why", Redaction.unlessHidden(request.hidePersonalDetails(), reason));
    }
    String by = assessment.recordedBy().isEmpty() ? "" : ", by " + assessment.recordedBy();
    return Govuk.summaryList(
        facts.with("Last saved", Words.dateTime(assessment.recordedAt()) + by));
  }

  private Html answers(NeedsAssessment assessment, AssessmentHistory history) {
    Table table = Table.of("Answers", "Need", "Before", "Level", "Note");
    for (Code area : NeedScale.of(profile).areas(assessment.answers())) {
      table = table.withRows(rows(table, area, assessment, history));
    }
    return Vf.stack(table);
  }

  private List<List<Cell>> rows(
      Table table, Code area, NeedsAssessment assessment, AssessmentHistory history) {
    String note = assessment.answers().rating(area.code()).map(NeedRating::note).orElse("");
    String was =
        history.before(assessment.place()).map(before -> words.was(before, area.code())).orElse("");
    return table
        .withRow(
            Cell.text(area.label()),
            Cell.text(was),
            Cell.text(words.level(assessment.answers().level(area.code()))),
            Cell.html(
                Redaction.unlessHidden(request.hidePersonalDetails() && !note.isEmpty(), note)))
        .rows();
  }

  private static List<NeedsAssessment> until(
      NeedsAssessment assessment, AssessmentHistory history) {
    List<NeedsAssessment> shown =
        history.assessments().stream()
            .filter(one -> !one.draft() || one.id() == assessment.id())
            .toList();
    return shown.subList(0, shown.indexOf(assessment) + 1);
  }

  private static String orNotRecorded(String text) {
    return text.isEmpty() ? "Not recorded" : text;
  }
}
