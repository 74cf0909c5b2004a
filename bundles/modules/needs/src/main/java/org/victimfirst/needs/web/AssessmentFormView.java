package org.victimfirst.needs.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.area.CodeList;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.ui.Button;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Levels;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.needs.domain.AssessmentAnswers;
import org.victimfirst.needs.domain.AssessmentHistory;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.NeedScale;
import org.victimfirst.needs.domain.NeedsAssessment;

/** The page on which an assessment is filled in: a new one, a draft, or one to be corrected. */
final class AssessmentFormView {
  private final PageRequest request;
  private final AreaProfile profile;
  private final NeedScale scale;
  private final NeedWords words;
  private final AssessmentHistory history;
  private final AssessmentStage stage;
  private final @Nullable NeedsAssessment stored;
  private final LocalDate day;

  /**
   * A page.
   *
   * @param stored the assessment as it is stored, or null when it is a new one
   * @param today the day whose lists a new one offers
   */
  AssessmentFormView(
      PageRequest request,
      AreaProfile profile,
      AssessmentHistory history,
      AssessmentStage stage,
      @Nullable NeedsAssessment stored,
      LocalDate today) {
    this.request = request;
    this.profile = profile;
    this.scale = NeedScale.of(profile);
    this.words = new NeedWords(profile);
    this.history = history;
    this.stage = stage;
    this.stored = stored;
    this.day = stored == null ? today : stored.assessedOn();
  }

  /** The page with a form and, after a conflict, both versions. */
  PageResponse.Page page(Form form, Html conflict) {
    Html body =
        Template.assessmentForm(
            form.errorSummary(),
            Vf.head("l", words.title(stage), context(form), Html.EMPTY),
            steps(),
            Html.all(conflict, lastLevels(form)),
            stored == null ? Paths.tab(history.caseId()) + "/new" : Paths.read(stored),
            Html.all(request.csrf(), hidden(form, conflict)),
            circumstances(form),
            scale.areas(day).stream().map(area -> need(area, form)).toList(),
            chosenBefore(form)
                ? "Not asked this time? Choose “Not asked”."
                : "Not asked yet? Leave it empty.",
            notes(form),
            buttons(),
            change());
    return PageResponse.page(words.title(stage), body).ofCase(history.caseId(), NeedsTab.KEY);
  }

  private String context(Form form) {
    List<Code> areas = scale.areas(day);
    long answered =
        areas.stream()
            .filter(area -> !form.value(AssessmentForm.need(area.code())).isEmpty())
            .count();
    return answered
        + " of "
        + areas.size()
        + (carried(form).isPresent() ? " chosen" : " answered")
        + ". Tab moves to the next need, arrow keys change the level.";
  }

  private Html steps() {
    List<String> names = new ArrayList<>();
    history
        .start()
        .filter(start -> stage != AssessmentStage.START)
        .ifPresent(start -> names.add(words.stageAndDate(start)));
    if (stage == AssessmentStage.END) {
      before()
          .filter(last -> last.stage() == AssessmentStage.REVIEW)
          .ifPresent(last -> names.add(words.stageAndDate(last)));
    }
    int current = names.size();
    names.add(stored == null ? words.stage(stage) : words.stageAndDate(stored));
    for (AssessmentStage later : AssessmentStage.values()) {
      if (later.compareTo(stage) > 0) {
        names.add(words.stage(later));
      }
    }
    return Vf.steps("Stages", names, current);
  }

  private Html lastLevels(Form form) {
    Optional<NeedsAssessment> carried = carried(form);
    if (carried.isPresent()) {
      return LastLevels.chosen(words, carried.get(), stage, form.sound());
    }
    if (stored != null) {
      return sameAsBefore(stored);
    }
    // Not beside what was sent already: it would be lost.
    boolean offered = stage != AssessmentStage.START && form.sound();
    return before()
        .filter(last -> offered && last.answers().asked() > 0)
        .map(last -> LastLevels.offer(words, last, stage))
        .orElse(Html.EMPTY);
  }

  /** A draft does not tell what was taken over when it was begun, so each level that may be is. */
  private Html sameAsBefore(NeedsAssessment draft) {
    return before()
        .filter(last -> draft.draft())
        .map(last -> LastLevels.same(words, last, draft))
        .orElse(Html.EMPTY);
  }

  /** The assessment whose levels a new one was begun with. */
  private Optional<NeedsAssessment> carried(Form form) {
    String from = form.value(AssessmentForm.FROM);
    return history.finished().stream()
        .filter(last -> stored == null && from.equals(Long.toString(last.id())))
        .findFirst();
  }

  /** Whether levels were chosen when the form was opened, so that one may have to be taken away. */
  private boolean chosenBefore(Form form) {
    return stored != null || carried(form).isPresent();
  }

  private Optional<NeedsAssessment> before() {
    return history.before(stored == null ? history.nextPlace() : stored.place());
  }

  private Html hidden(Form form, Html conflict) {
    if (stored == null) {
      return Html.all(
          Forms.hidden(AssessmentForm.STAGE, stage.code()),
          carried(form)
              .map(last -> Forms.hidden(AssessmentForm.FROM, Long.toString(last.id())))
              .orElse(Html.EMPTY));
    }
    // Only somebody who is shown what is stored by now may put something in its place.
    String typed = conflict == Html.EMPTY ? form.value(AssessmentForm.VERSION) : "";
    Html version =
        Forms.hidden(
            AssessmentForm.VERSION, typed.isEmpty() ? Integer.toString(stored.version()) : typed);
    return stored.draft()
        ? Html.all(
            version,
            // Where to begin anew, should somebody discard the draft meanwhile.
            Forms.hidden(AssessmentForm.CASE, Long.toString(stored.caseId())),
            Forms.hidden(AssessmentForm.STAGE, stage.code()))
        : version;
  }

  private Html circumstances(Form form) {
    List<Html> fields = new ArrayList<>();
    fields.add(
        Controls.input(
            form.field(AssessmentForm.DATE, "Day on which the person was asked")
                .withHint("For example, " + Words.date(day))
                .withWidth(20)));
    fields.add(
        Controls.select(
            form.field(AssessmentForm.CONTACT_MODE, "How you were in contact"),
            choices(profile.list(AssessmentAnswers.CONTACT_MODES), "Choose how")));
    if (stage == AssessmentStage.REVIEW) {
      fields.add(
          Controls.select(
              form.field(AssessmentForm.REASON, "Why the needs are reviewed"),
              choices(profile.list(AssessmentAnswers.REVIEW_REASONS), "Choose why")));
      if (!request.hidePersonalDetails()) {
        fields.add(
            Controls.input(form.field(AssessmentForm.REASON_NOTE, "More about why (optional)")));
      }
    }
    return Html.all(fields);
  }

  private List<Choice> choices(CodeList list, String nothing) {
    List<Choice> choices = new ArrayList<>(List.of(Choice.of("", nothing)));
    list.on(day).forEach(code -> choices.add(Choice.of(code.code(), code.label())));
    return choices;
  }

  private Html need(Code area, Form form) {
    String field = AssessmentForm.need(area.code());
    List<Choice> levels = new ArrayList<>();
    scale.levels(day).forEach(level -> levels.add(Choice.of(level.code(), level.label())));
    if (chosenBefore(form)) {
      levels.add(Choice.of("", words.level("")));
    }
    return Levels.need(
        field,
        area.label(),
        before().map(last -> words.was(last, area.code())).orElse(""),
        levels,
        form.value(field),
        form.errorOf(field),
        Html.EMPTY);
  }

  private Html notes(Form form) {
    if (request.hidePersonalDetails()) {
      String left = stage == AssessmentStage.REVIEW ? "Notes, and more about why," : "Notes";
      return Govuk.insetText(
          left + " are left out while personal details are hidden. What they say stays.");
    }
    List<Html> notes = new ArrayList<>();
    boolean open = false;
    for (Code area : scale.areas(day)) {
      String field = AssessmentForm.note(area.code());
      open |= !form.value(field).isEmpty() || !form.errorOf(field).isEmpty();
      notes.add(Controls.textarea(form.field(field, area.label()).withRows(2).withoutSpellcheck()));
    }
    return Govuk.details(Html.text("Notes"), Html.all(notes), open);
  }

  private Html buttons() {
    boolean finished = stored != null && !stored.draft();
    Html save = Govuk.submit(finished ? "Save correction" : "Save " + stageNoun());
    if (finished) {
      return Govuk.buttonGroup(save);
    }
    Html later =
        Govuk.button(
            Button.submit("Save and finish later").withName(AssessmentForm.DRAFT, "1").secondary());
    return stored == null
        ? Govuk.buttonGroup(save, later)
        : Govuk.buttonGroup(save, later, Govuk.link("Discard this draft", Paths.discard(stored)));
  }

  private String stageNoun() {
    return switch (stage) {
      case START -> "start assessment";
      case REVIEW -> "review";
      case END -> "end assessment";
    };
  }

  private Html change() {
    List<NeedsAssessment> all = new ArrayList<>(history.finished());
    if (stored != null && stored.draft()) {
      all.add(stored);
    }
    return new ChangeFigure(profile).of(all);
  }
}
