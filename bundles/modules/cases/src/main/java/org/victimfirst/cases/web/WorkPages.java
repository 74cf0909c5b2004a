package org.victimfirst.cases.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Colleagues;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.Casework;
import org.victimfirst.cases.domain.NextAction;

/** Assigning a case, planning what is next, and recording consent. */
@Component
@VictimFirstModule(module = "cases")
public final class WorkPages implements PageSet {
  private final Casework casework;
  private final Workers workers;
  private final Acts acts;

  /** For the platform. */
  @Activate
  public WorkPages(
      @Reference CaseFiles files, @Reference Casework casework, @Reference Colleagues colleagues) {
    this.casework = casework;
    this.workers = new Workers(files, colleagues);
    this.acts = new Acts(files);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(Paths.NEXT, CasePermissions.WRITE, this::showNext),
        Route.post(Paths.NEXT, CasePermissions.WRITE, this::planNext),
        Route.get(Paths.ASSIGN, CasePermissions.WRITE, this::showAssign),
        Route.post(Paths.ASSIGN, CasePermissions.WRITE, this::assign),
        Route.get(Paths.CONSENT, CasePermissions.WRITE, this::showConsent),
        Route.post(Paths.CONSENT, CasePermissions.WRITE, this::consent));
  }

  private PageResponse showNext(PageRequest request) {
    CaseFile file = acts.file(request);
    Form form = acts.blank(file).put("what", file.next().what());
    LocalDate due = file.next().due();
    form.put("due", due == null ? "" : Words.date(due));
    return nextPage(request, form);
  }

  private PageResponse planNext(PageRequest request) {
    Form form = Form.of(request);
    Optional<LocalDate> due =
        form.value("due").isEmpty()
            ? Optional.empty()
            : form.read("due", Words::parseDate, "Enter the date, like 9 July 2020");
    return acts.act(
        request,
        form,
        () ->
            casework.planNext(
                request.call(),
                request.id("caseId"),
                Acts.version(form),
                new NextAction(form.value("what"), due.orElse(null))),
        "Next action saved",
        f -> nextPage(request, f));
  }

  private PageResponse.Page nextPage(PageRequest request, Form form) {
    return acts.page(
        request,
        form,
        "Next action",
        "It stands in lists: no personal details.",
        "Save next action",
        Controls.input(form.field("what", "What is to be done?").bold()),
        Controls.input(
            form.field("due", "By when?")
                .bold()
                .withHint("For example, 9 July 2020 or 9/7/2020")
                .withWidth(10)));
  }

  private PageResponse showAssign(PageRequest request) {
    CaseFile file = acts.file(request);
    return assignPage(request, acts.blank(file).put("caseworker", file.summary().caseworker()));
  }

  private PageResponse assign(PageRequest request) {
    Form form = Form.of(request);
    return acts.act(
        request,
        form,
        () ->
            casework.assign(
                request.call(),
                request.id("caseId"),
                Acts.version(form),
                form.value("caseworker"),
                form.value("reason")),
        "Case assigned",
        f -> assignPage(request, f));
  }

  private PageResponse.Page assignPage(PageRequest request, Form form) {
    List<Choice> people = workers.choices(request, "Nobody", form.value("caseworker"));
    return acts.page(
        request,
        form,
        "Assign the case",
        "",
        "Assign",
        Controls.select(form.field("caseworker", "Caseworker").bold(), people),
        Controls.input(form.field("reason", "Why? (optional)").bold()));
  }

  private PageResponse showConsent(PageRequest request) {
    return consentPage(request, acts.blank(acts.file(request)));
  }

  private PageResponse consent(PageRequest request) {
    Form form = Form.of(request);
    form.require("kind", "Choose what the person was asked")
        .require("answer", "Choose what the person said");
    return acts.act(
        request,
        form,
        () ->
            casework.recordConsent(
                request.call(),
                request.id("caseId"),
                form.value("kind"),
                form.value("answer"),
                form.value("note")),
        "Answer recorded",
        f -> consentPage(request, f));
  }

  private PageResponse.Page consentPage(PageRequest request, Form form) {
    Html kinds =
        Controls.radios(
            form.field("kind", "What was the person asked?").small("radios"),
            List.of(
                Choice.of("service", "To be supported by us"),
                Choice.of("share", "That we share details with other services"),
                Choice.of("contact", "That we get in touch afterwards"),
                Choice.of("rj", "To hear about restorative justice")));
    Html answers =
        Controls.radios(
            form.field("answer", "What did the person say?").small("radios"),
            List.of(
                Choice.of("yes", "Yes"),
                Choice.of("no", "No"),
                Choice.of("withdrawn", "Took back an earlier yes")));
    return acts.page(
        request,
        form,
        "Record an answer",
        "Four answers that stand apart: a yes to one is no yes to another.",
        "Save answer",
        kinds,
        answers,
        Controls.input(
            form.field("note", "How was it given? (optional)")
                .bold()
                .withHint("For example, on the phone")));
  }
}
