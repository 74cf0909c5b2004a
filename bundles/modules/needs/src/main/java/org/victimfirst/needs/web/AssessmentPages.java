package org.victimfirst.needs.web;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.AssessmentAnswers;
import org.victimfirst.needs.domain.AssessmentHistory;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.NeedsAssessment;
import org.victimfirst.needs.domain.NeedsAssessments;
import org.victimfirst.needs.domain.RefusedException;

/** The pages on which assessments are made, read, changed and discarded. */
@Component
@VictimFirstModule(module = NeedsModule.NAME)
public final class AssessmentPages implements PageSet {
  private static final String AT_ONCE =
      "Somebody else saved another assessment of this case at the same time. Save again to add"
          + " yours";

  private final NeedsAssessments assessments;

  /** For the platform. */
  @Activate
  public AssessmentPages(@Reference NeedsAssessments assessments) {
    this.assessments = assessments;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(Paths.BEGIN, NeedsModule.ASSESS, this::blank),
        Route.post(Paths.BEGIN, NeedsModule.ASSESS, this::begin),
        Route.get(Paths.ASSESSMENT, NeedsModule.READ, this::read),
        Route.get(Paths.EDIT, NeedsModule.ASSESS, this::edit),
        Route.post(Paths.ASSESSMENT, NeedsModule.ASSESS, this::change),
        Route.get(Paths.DISCARD, NeedsModule.ASSESS, this::confirmDiscard),
        Route.post(Paths.DISCARD, NeedsModule.ASSESS, this::discard));
  }

  private PageResponse blank(PageRequest request) {
    long caseId = request.id("caseId");
    AssessmentStage stage = stage(request.query(AssessmentForm.STAGE));
    try {
      AssessmentHistory history = assessments.beforeBegin(request.call(), caseId, stage);
      return view(request, history, stage, null).page(first(request, history, stage), Html.EMPTY);
    } catch (ProblemException e) {
      // Not possible now, because of what the tab shows.
      return elsewhere(e, Paths.tab(caseId));
    }
  }

  /** With nothing chosen, or with the last levels for somebody who asks for them. */
  private Form first(PageRequest request, AssessmentHistory history, AssessmentStage stage) {
    String from = request.query(AssessmentForm.FROM).orElse("");
    return history
        .last()
        .filter(last -> stage != AssessmentStage.START && from.equals(Long.toString(last.id())))
        .map(last -> AssessmentForm.from(last, assessments.scale(), assessments.today()))
        .orElseGet(() -> AssessmentForm.blank(assessments.today()));
  }

  private PageResponse begin(PageRequest request) {
    long caseId = request.id("caseId");
    AssessmentStage stage = stage(Optional.of(request.field(AssessmentForm.STAGE)));
    return save(
        request,
        null,
        answers -> assessments.begin(request.call(), caseId, stage, answers),
        () -> assessments.ofCase(request.call(), caseId),
        stage);
  }

  private PageResponse read(PageRequest request) {
    NeedsAssessments.InCase found = assessments.inCase(request.call(), request.id("id"));
    return new AssessmentView(assessments.profile(), request).page(found);
  }

  private PageResponse edit(PageRequest request) {
    NeedsAssessments.InCase found = assessments.inCase(request.call(), request.id("id"));
    NeedsAssessment stored = found.assessment();
    return found.caseOpen()
        ? view(request, found.history(), stored.stage(), stored)
            .page(AssessmentForm.of(stored), Html.EMPTY)
        : PageResponse.redirect(Paths.read(stored));
  }

  private PageResponse change(PageRequest request) {
    try {
      NeedsAssessments.InCase found = assessments.inCase(request.call(), request.id("id"));
      NeedsAssessment stored = found.assessment();
      int version = version(request);
      return save(
          request,
          stored,
          answers -> assessments.change(request.call(), stored.id(), version, answers),
          found::history,
          stored.stage());
    } catch (ProblemException e) {
      OptionalLong caseId = Ids.parse(request.field(AssessmentForm.CASE));
      if (e.status() != 404 || caseId.isEmpty()) {
        throw e;
      }
      return discarded(request, caseId.getAsLong());
    }
  }

  /** A draft that somebody has discarded while another person filled it in becomes a new one. */
  private PageResponse discarded(PageRequest request, long caseId) {
    AssessmentStage stage = stage(Optional.of(request.field(AssessmentForm.STAGE)));
    Form form = Form.of(request);
    form.error(
        "conflict",
        "main",
        "Somebody discarded this draft while you were filling it in. What you typed is below: save"
            + " it to make it anew");
    return view(request, assessments.ofCase(request.call(), caseId), stage, null)
        .page(form, Html.EMPTY)
        .refused();
  }

  private PageResponse confirmDiscard(PageRequest request) {
    NeedsAssessments.InCase found = assessments.inCase(request.call(), request.id("id"));
    return found.caseOpen() && found.assessment().draft()
        ? new AssessmentView(assessments.profile(), request).confirmDiscard(found.assessment())
        : PageResponse.redirect(Paths.read(found.assessment()));
  }

  private PageResponse discard(PageRequest request) {
    NeedsAssessment draft = assessments.inCase(request.call(), request.id("id")).assessment();
    try {
      assessments.discard(request.call(), draft.id(), version(request));
    } catch (StaleVersionException e) {
      // Somebody else went on with it: look at it before it is thrown away.
      return PageResponse.redirect(Paths.edit(draft));
    }
    return PageResponse.redirect(Paths.tab(draft.caseId()), "Draft discarded");
  }

  /**
   * Saves what was sent; what cannot be taken gives the form back with every word in it. Where
   * somebody else has saved the same assessment, the form then corrects that one.
   */
  private PageResponse save(
      PageRequest request,
      @Nullable NeedsAssessment stored,
      Function<AssessmentAnswers, NeedsAssessment> work,
      Supplier<AssessmentHistory> history,
      AssessmentStage stage) {
    Form form = Form.of(request);
    Optional<AssessmentAnswers> answers =
        AssessmentForm.answers(
            request, form, assessments.scale(), stored == null ? null : stored.answers());
    boolean clash = false;
    String sentence = "";
    if (answers.isPresent()) {
      try {
        NeedsAssessment saved = work.apply(answers.get());
        String notice = saved.draft() ? "Draft saved" : "Assessment saved";
        return PageResponse.redirect(Paths.tab(saved.caseId()), notice);
      } catch (RefusedException e) {
        AssessmentForm.refuse(form, e.refusals(), assessments.scale());
      } catch (StaleVersionException e) {
        clash = true;
        sentence = AT_ONCE;
      } catch (ProblemException e) {
        if (e.status() != 409) {
          throw e;
        }
        clash = stored == null && !e.code().equals("case_closed");
        sentence = String.valueOf(e.getMessage());
      }
    }
    AssessmentHistory now = history.get();
    NeedsAssessment theirs = stored == null ? now.same(stage).orElse(null) : stored;
    if (clash && theirs != null) {
      form.error(
          "conflict", "Somebody else saved this assessment meanwhile. Compare both versions");
      Html card =
          new Conflict(assessments.profile(), request.hidePersonalDetails())
              .card(answers.orElseThrow(), theirs);
      return view(request, now, stage, theirs).page(form, card).refused();
    }
    if (!sentence.isEmpty()) {
      form.error("conflict", "main", sentence);
    }
    return view(request, now, stage, stored).page(form, Html.EMPTY).refused();
  }

  private AssessmentFormView view(
      PageRequest request,
      AssessmentHistory history,
      AssessmentStage stage,
      @Nullable NeedsAssessment stored) {
    return new AssessmentFormView(
        request, assessments.profile(), history, stage, stored, assessments.today());
  }

  private static AssessmentStage stage(Optional<String> code) {
    return code.flatMap(AssessmentStage::of)
        .orElseThrow(() -> ProblemException.notFound("There is no such stage."));
  }

  private static int version(PageRequest request) {
    String version = request.field(AssessmentForm.VERSION);
    if (!version.matches("\\d{1,9}")) {
      throw ProblemException.badRequest("version_missing", "The form was sent without version.");
    }
    return Integer.parseInt(version);
  }

  private static PageResponse elsewhere(ProblemException problem, String path) {
    if (problem.status() != 409) {
      throw problem;
    }
    return PageResponse.redirect(path);
  }
}
