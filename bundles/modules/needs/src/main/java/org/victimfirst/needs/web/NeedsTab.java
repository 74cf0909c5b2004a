package org.victimfirst.needs.web;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.web.CaseTab;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.ui.Button;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.AssessmentHistory;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.NeedsAssessment;
import org.victimfirst.needs.domain.NeedsAssessments;

/** The needs of a case: the change so far, the assessments, and what can be done next. */
@Component
@VictimFirstModule(module = NeedsModule.NAME)
public final class NeedsTab implements CaseTab {
  /** Last part of the tab's address. */
  static final String KEY = "needs";

  private final NeedsAssessments assessments;

  /** For the platform. */
  @Activate
  public NeedsTab(@Reference NeedsAssessments assessments) {
    this.assessments = assessments;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label() {
    return "Needs";
  }

  @Override
  public int order() {
    return 200;
  }

  @Override
  public String permission() {
    return NeedsModule.READ;
  }

  @Override
  public Html content(PageRequest request, CaseHead head) {
    AssessmentHistory history = assessments.ofShownCase(head.summary().id());
    NeedWords words = new NeedWords(assessments.profile());
    Html actions =
        head.summary().open() && request.actor().may(NeedsModule.ASSESS)
            ? actions(history)
            : Html.EMPTY;
    if (history.assessments().isEmpty()) {
      return Html.all(
          Vf.head("l", "Needs", "", Html.EMPTY),
          Vf.empty(
              "The needs have not been assessed yet",
              "After the start assessment, the levels and what changes are shown here.",
              actions));
    }
    List<NeedsAssessment> finished = history.finished();
    Html levels =
        finished.size() == 1
            ? levels(finished.get(0), words)
            : new ChangeFigure(assessments.profile()).of(finished);
    return Template.needsTab(actions, levels, table(history, words, request.actor()));
  }

  /** All needs of the one assessment that there is: nothing could have changed yet. */
  private Html levels(NeedsAssessment one, NeedWords words) {
    Table table = Table.of("Level of each need", "Need", words.stageAndDate(one));
    for (Code area : assessments.scale().areas(one.answers())) {
      table =
          table.withRow(
              Cell.text(area.label()).withClasses("govuk-!-font-weight-regular"),
              Cell.text(words.level(one.answers().level(area.code()))));
    }
    return Vf.section("levels", "Levels so far", Govuk.table(table));
  }

  private static Html actions(AssessmentHistory history) {
    List<Html> buttons = new ArrayList<>();
    history
        .draft()
        .ifPresent(draft -> buttons.add(Govuk.linkButton("Finish the draft", Paths.edit(draft))));
    for (AssessmentStage stage : history.possible()) {
      Button button = Button.link(act(stage), Paths.begin(history.caseId(), stage));
      buttons.add(Govuk.button(buttons.isEmpty() ? button : button.secondary()));
    }
    return Html.all(buttons);
  }

  private static String act(AssessmentStage stage) {
    return switch (stage) {
      case START -> "Assess needs at the start";
      case REVIEW -> "Review needs";
      case END -> "Assess needs at the end";
    };
  }

  private static Html table(AssessmentHistory history, NeedWords words, Actor actor) {
    Table table = Table.of("Assessments", "Assessment", "Date", "Assessed by", "Answers");
    for (NeedsAssessment one : history.assessments()) {
      boolean edit = one.draft() && actor.may(NeedsModule.ASSESS);
      Link link =
          Link.to(words.stage(one.stage()), edit ? Paths.edit(one) : Paths.read(one))
              .withHidden("assessment, " + Words.date(one.assessedOn()));
      table =
          table.withRow(
              Cell.html(
                  one.draft()
                      ? Html.all(Govuk.link(link), Html.text(" "), Govuk.tag("Draft", "yellow"))
                      : Govuk.link(link)),
              Cell.text(Words.date(one.assessedOn())),
              Cell.text(one.assessor().name().isEmpty() ? "Not recorded" : one.assessor().name()),
              Cell.text(words.answered(one)));
    }
    return Vf.stack(table);
  }
}
