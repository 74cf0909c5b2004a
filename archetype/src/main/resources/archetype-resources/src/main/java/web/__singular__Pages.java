package ${package}.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.SafeBand;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.api.web.ui.WorkList;
import ${package}.${module}Module;
import ${package}.domain.${singular};
import ${package}.domain.${singular}Details;
import ${package}.domain.${singular}Work;
import ${package}.domain.RefusedException;

/** The pages on which something is noted and corrected, and the list behind the menu. */
@Component
@VictimFirstModule(module = ${module}Module.NAME)
public final class ${singular}Pages implements PageSet {
  private final ${singular}Work work;

  /** For the platform. */
  @Activate
  public ${singular}Pages(@Reference ${singular}Work work) {
    this.work = work;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(Paths.LIST, ${module}Module.RECORD, this::list),
        Route.get(Paths.ADD, ${module}Module.RECORD, this::blank),
        Route.post(Paths.ADD, ${module}Module.RECORD, this::add),
        Route.get(Paths.CHANGE, ${module}Module.RECORD, this::edit),
        Route.post(Paths.CHANGE, ${module}Module.RECORD, this::change));
  }

  private PageResponse list(PageRequest request) {
    Paged<${singular}> mine =
        PageOfList.of(request, page -> work.ofCaller(request.call(), page, PageOfList.SIZE));
    boolean hide = request.hidePersonalDetails();
    Map<Long, CaseHead> cases =
        work.cases(request.call(), mine.items(), hide).stream()
            .collect(Collectors.toMap(head -> head.summary().id(), Function.identity()));
    List<Html> items = new ArrayList<>();
    for (${singular} one : mine.items()) {
      CaseHead theCase = cases.get(one.caseId());
      if (theCase != null) {
        items.add(item(one, theCase.summary(), theCase.safeContact(), hide));
      }
    }
    Html body =
        Template.list(
            Vf.head(${module}Module.TITLE, "What you recorded, the newest first"),
            items.isEmpty() ? empty() : WorkList.list(items),
            PageOfList.links(mine, Paths.LIST));
    return PageResponse.page(${module}Module.TITLE, body).under(Paths.LIST);
  }

  private static Html item(${singular} one, CaseSummary theCase, SafeContact safeContact, boolean hide) {
    return WorkList.item(
        Link.to(hide ? "Name hidden" : theCase.personName(), Paths.tab(theCase.id())),
        theCase.reference(),
        Words.date(one.details().day()),
        "",
        SafeBand.chips(safeContact),
        Html.EMPTY);
  }

  private static Html empty() {
    return Vf.empty(
        "You have recorded nothing yet", "Open a case and choose its tab to begin.", Html.EMPTY);
  }

  private PageResponse blank(PageRequest request) {
    long caseId = request.id("caseId");
    try {
      work.openCase(request.call(), caseId);
    } catch (ProblemException e) {
      if (e.status() != 409) {
        throw e;
      }
      // The case was closed meanwhile, which its tab shows.
      return PageResponse.redirect(Paths.tab(caseId));
    }
    return new ${singular}Form(request, caseId, null).page(${singular}Form.blank(work.today()), Html.EMPTY);
  }

  private PageResponse add(PageRequest request) {
    long caseId = request.id("caseId");
    return save(request, caseId, null, details -> work.add(request.call(), caseId, details));
  }

  private PageResponse edit(PageRequest request) {
    ${singular} stored = work.find(request.call(), request.id("id"));
    ${singular}Form form = new ${singular}Form(request, stored.caseId(), stored);
    return request.hidePersonalDetails()
        ? form.hidden()
        : form.page(${singular}Form.of(stored), Html.EMPTY);
  }

  private PageResponse change(PageRequest request) {
    long id = request.id("id");
    ${singular} stored = work.find(request.call(), id);
    int version = version(request);
    return save(
        request,
        stored.caseId(),
        stored,
        details -> work.change(request.call(), id, version, details));
  }

  /** Saves what was sent; what cannot be taken gives the form back with every word in it. */
  private PageResponse save(
      PageRequest request, long caseId, @Nullable ${singular} stored, Consumer<${singular}Details> saving) {
    Form form = Form.of(request);
    ${singular}Form page = new ${singular}Form(request, caseId, stored);
    Html conflict = Html.EMPTY;
    Optional<${singular}Details> details = ${singular}Form.details(form);
    if (details.isPresent()) {
      try {
        saving.accept(details.get());
        return PageResponse.redirect(Paths.tab(caseId), "${label} saved");
      } catch (RefusedException e) {
        e.refusals().forEach(refusal -> form.error(refusal.field(), refusal.sentence()));
      } catch (StaleVersionException e) {
        form.error("conflict", "Somebody else saved this meanwhile. Compare both versions");
        conflict = stored == null ? Html.EMPTY : page.conflict(stored);
      } catch (ProblemException e) {
        if (e.status() != 409) {
          throw e;
        }
        form.error("conflict", "main", String.valueOf(e.getMessage()));
      }
    }
    return page.page(form, conflict).refused();
  }

  private static int version(PageRequest request) {
    String version = request.field(${singular}Form.VERSION);
    if (!version.matches("\\d{1,9}")) {
      throw ProblemException.badRequest("version_missing", "The form was sent without version.");
    }
    return Integer.parseInt(version);
  }
}
