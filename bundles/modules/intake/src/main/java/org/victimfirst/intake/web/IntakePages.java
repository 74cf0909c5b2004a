package org.victimfirst.intake.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.job.JobState;
import org.victimfirst.api.job.Jobs;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.UploadedFile;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.intake.domain.ImportHead;
import org.victimfirst.intake.domain.ImportStatus;
import org.victimfirst.intake.domain.Imports;
import org.victimfirst.intake.domain.Permissions;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.ProblemFilter;
import org.victimfirst.intake.download.ProblemsCsv;
import org.victimfirst.intake.receive.Receipt;
import org.victimfirst.intake.receive.Reception;
import org.victimfirst.intake.receive.Upload;
import org.victimfirst.intake.web.template.JteimportsGenerated;
import org.victimfirst.intake.web.template.JteproblemsGenerated;
import org.victimfirst.intake.web.template.JteprogressGenerated;
import org.victimfirst.intake.web.template.JteresultGenerated;
import org.victimfirst.intake.web.template.JteuploadGenerated;

/** The pages under {@code /intake}. */
@Component(service = PageSet.class)
@VictimFirstModule(module = "intake")
public final class IntakePages implements PageSet {
  private static final String NAV = "/intake";
  private static final String IMPORT = "/intake/imports/{id:[0-9]+}";
  private static final int LIST = 20;
  private static final int PROBLEMS = 50;
  private static final int FIRST_PROBLEMS = 10;
  private static final int LATEST = 3;

  private final Imports imports;
  private final Reception reception;
  private final Jobs jobs;

  /** Takes what it needs. */
  @Activate
  public IntakePages(
      @Reference Imports imports, @Reference Reception reception, @Reference Jobs jobs) {
    this.imports = imports;
    this.reception = reception;
    this.jobs = jobs;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(NAV, Permissions.READ, this::list),
        Route.get("/intake/imports/new", Permissions.IMPORT, this::uploadPage),
        Route.post("/intake/imports", Permissions.IMPORT, this::upload),
        Route.get(IMPORT, Permissions.READ, this::show),
        Route.post(IMPORT + "/again", Permissions.IMPORT, this::again),
        Route.get(IMPORT + "/problems", Permissions.READ, this::problems),
        Route.get(IMPORT + "/problems.csv", Permissions.READ, this::problemsCsv));
  }

  private PageResponse list(PageRequest request) {
    Paged<ImportHead> heads = Paged.atMostLast(page(request), n -> imports.list(n, LIST));
    ImportsView view =
        new ImportsView(heads, imports.totals(ids(heads)), request.actor().may(Permissions.IMPORT));
    return PageResponse.page("Referrals", html(out -> JteimportsGenerated.render(out, null, view)))
        .under(NAV);
  }

  private PageResponse uploadPage(PageRequest request) {
    return uploadPage(request, Form.empty());
  }

  private PageResponse.Page uploadPage(PageRequest request, Form form) {
    Paged<ImportHead> latest = imports.list(1, LATEST);
    UploadView view =
        new UploadView(form, request.csrf(), latest.items(), imports.totals(ids(latest)));
    return PageResponse.page(
            "Import files", html(out -> JteuploadGenerated.render(out, null, view)))
        .under(NAV);
  }

  private PageResponse upload(PageRequest request) throws IOException {
    List<UploadedFile> sent =
        request.files("file").stream().filter(file -> !file.name().isEmpty()).toList();
    if (sent.isEmpty()) {
      return refused(request, "Choose a zip or CSV files, such as referrals.csv");
    }
    try {
      List<Upload> uploads =
          sent.stream().map(file -> new Upload(file.name(), file::open)).toList();
      Receipt receipt = reception.files(request.call(), uploads);
      return PageResponse.redirect("/intake/imports/" + receipt.importId());
    } catch (ProblemException e) {
      return refused(request, String.valueOf(e.getMessage()));
    }
  }

  private PageResponse refused(PageRequest request, String message) {
    return uploadPage(request, Form.empty().error("file", message)).refused();
  }

  private PageResponse show(PageRequest request) {
    ImportHead head = existing(request);
    Paged<Problem> problems = imports.problems(head.id(), ProblemFilter.ALL, 1, FIRST_PROBLEMS);
    Optional<JobState> job = jobs.find(head.jobId());
    ImportView view =
        new ImportView(
            head,
            imports.files(head.id()),
            problems.items(),
            problems.total(),
            job.stream().toList(),
            request.actor().may(Permissions.IMPORT),
            request.csrf());
    Html body =
        head.status() == ImportStatus.DONE || head.status() == ImportStatus.FAILED
            ? html(out -> JteresultGenerated.render(out, null, view))
            : html(out -> JteprogressGenerated.render(out, null, view));
    return PageResponse.page(view.title(), body).under(NAV);
  }

  private PageResponse again(PageRequest request) {
    ImportHead head = existing(request);
    boolean started = imports.again(request.call(), head.id()).isPresent();
    return PageResponse.redirect(
        "/intake/imports/" + head.id(), started ? "The import goes on." : "");
  }

  private PageResponse problems(PageRequest request) {
    ImportHead head = existing(request);
    ProblemFilter filter = filter(request);
    ProblemsView view =
        new ProblemsView(
            head,
            filter,
            Paged.atMostLast(page(request), n -> imports.problems(head.id(), filter, n, PROBLEMS)),
            imports.problemCounts(head.id()));
    return PageResponse.page(
            "Problems of the import", html(out -> JteproblemsGenerated.render(out, null, view)))
        .under(NAV);
  }

  private PageResponse problemsCsv(PageRequest request) {
    ImportHead head = existing(request);
    ProblemFilter filter = filter(request);
    return PageResponse.download(
        "text/csv; charset=utf-8",
        "import-" + head.id() + "-problems.csv",
        out -> ProblemsCsv.write(imports, head.id(), filter, out));
  }

  private static ProblemFilter filter(PageRequest request) {
    return new ProblemFilter(
        request.query("file").orElse(""),
        request.query("code").orElse(""),
        request.query("severity").orElse(""));
  }

  private static int page(PageRequest request) {
    String typed = request.query("page").orElse("1");
    return typed.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(typed) : 1;
  }

  private ImportHead existing(PageRequest request) {
    return imports
        .find(request.id("id"))
        .orElseThrow(() -> ProblemException.notFound("There is no such import"));
  }

  private static List<Long> ids(Paged<ImportHead> heads) {
    return heads.items().stream().map(ImportHead::id).toList();
  }

  private static Html html(Template template) {
    return output -> template.render(new gg.jte.html.OwaspHtmlTemplateOutput(output));
  }

  /** Draws a page. */
  @FunctionalInterface
  private interface Template {
    void render(gg.jte.html.HtmlTemplateOutput output);
  }
}
