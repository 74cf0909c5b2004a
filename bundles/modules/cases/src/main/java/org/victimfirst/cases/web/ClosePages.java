package org.victimfirst.cases.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.Casework;
import org.victimfirst.cases.domain.Closing;
import org.victimfirst.cases.domain.OutcomeChoice;

/** Closing a case with an outcome that fits what happened, and opening it again. */
@Component
@VictimFirstModule(module = "cases")
public final class ClosePages implements PageSet {
  private final CaseFiles files;
  private final Casework casework;
  private final Acts acts;

  /** For the platform. */
  @Activate
  public ClosePages(@Reference CaseFiles files, @Reference Casework casework) {
    this.files = files;
    this.casework = casework;
    this.acts = new Acts(files);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(Paths.CLOSE, CasePermissions.CLOSE, this::showClose),
        Route.post(Paths.CLOSE, CasePermissions.CLOSE, this::close),
        Route.get(Paths.REOPEN, CasePermissions.REOPEN, this::showReopen),
        Route.post(Paths.REOPEN, CasePermissions.REOPEN, this::reopen));
  }

  private PageResponse showClose(PageRequest request) {
    return closePage(request, acts.blank(acts.file(request)));
  }

  private PageResponse close(PageRequest request) {
    Form form = Form.of(request);
    form.require("outcome", "Choose the outcome that says what happened");
    return acts.act(
        request,
        form,
        () ->
            casework.close(
                request.call(),
                request.id("caseId"),
                Acts.version(form),
                new Closing(
                    form.value("outcome"), form.value("duplicateOf"), form.value("reason"))),
        "Case closed",
        f -> closePage(request, f));
  }

  private PageResponse.Page closePage(PageRequest request, Form form) {
    List<OutcomeChoice> outcomes = files.outcomes(request.call(), request.id("caseId"));
    List<Choice> fitting = new ArrayList<>();
    outcomes.stream()
        .filter(OutcomeChoice::allowed)
        .sorted(Comparator.comparing(OutcomeChoice::suggested).reversed())
        .forEach(outcome -> fitting.add(choice(outcome)));
    List<Html> others =
        outcomes.stream()
            .filter(outcome -> !outcome.allowed())
            .map(o -> Html.text(o.label() + ": " + String.join(" ", o.reasons())))
            .toList();
    Html duplicate =
        outcomes.stream().anyMatch(o -> o.allowed() && o.asksForDuplicate())
            ? Controls.input(
                form.field(
                        "duplicateOf",
                        "If it is a duplicate: reference of the case that it repeats")
                    .bold()
                    .withHint("For example, VF-7KQ-M2XR")
                    .withWidth(20))
            : Html.EMPTY;
    return acts.page(
        request,
        form,
        "Close the case",
        "A closed case is locked. It counts in the report of the quarter in which it is closed.",
        "Close the case",
        fitting.isEmpty()
            ? Govuk.insetText("No outcome fits what is recorded so far. The list below says why.")
            : Controls.radios(form.field("outcome", "What happened?"), fitting),
        duplicate,
        Controls.input(form.field("reason", "More for the next reader (optional)").bold()),
        others.isEmpty()
            ? Html.EMPTY
            : Govuk.details("Outcomes that do not fit, and why", Govuk.bullets(others)));
  }

  private static Choice choice(OutcomeChoice outcome) {
    Choice choice = Choice.of(outcome.code(), outcome.label());
    return outcome.suggested() ? choice.withHint("Fits best what is recorded") : choice;
  }

  private PageResponse showReopen(PageRequest request) {
    return reopenPage(request, acts.blank(acts.file(request)));
  }

  private PageResponse reopen(PageRequest request) {
    Form form = Form.of(request);
    form.require("reason", "Say why the case is opened again");
    return acts.act(
        request,
        form,
        () ->
            casework.reopen(
                request.call(), request.id("caseId"), Acts.version(form), form.value("reason")),
        "Case opened again",
        f -> reopenPage(request, f));
  }

  private PageResponse.Page reopenPage(PageRequest request, Form form) {
    return acts.page(
        request,
        form,
        "Open the case again",
        "The closing stays in the history, with your reason. Figures of a report that is made anew change.",
        "Open again",
        Controls.textarea(form.field("reason", "Why?").bold().withRows(3)));
  }
}
