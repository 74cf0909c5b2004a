package org.victimfirst.modules.web;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.UploadedFile;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.modules.ModulesModule;
import org.victimfirst.modules.domain.Change;
import org.victimfirst.modules.domain.ChangeFailedException;
import org.victimfirst.modules.domain.ModuleState;
import org.victimfirst.modules.domain.Offer;
import org.victimfirst.modules.domain.Operation;
import org.victimfirst.modules.karaf.KarFolder;
import org.victimfirst.modules.manager.ModuleManager;

/** The pages of the module manager. */
@Component
@VictimFirstModule(module = "modules")
public final class ModulesPages implements PageSet {
  private static final String ONE = ModulesNav.PATH + "/{name:[a-z][a-z0-9-]*}";

  private final ModuleManager manager;
  private final KarFolder kars;
  private final Audit audit;

  /** Shows this manager. */
  @Activate
  public ModulesPages(
      @Reference ModuleManager manager, @Reference KarFolder kars, @Reference Audit audit) {
    this.manager = manager;
    this.kars = kars;
    this.audit = audit;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(ModulesNav.PATH, ModulesModule.READ, request -> list(request, "")),
        Route.get(ModulesNav.PATH + "/operations/{id}", ModulesModule.READ, this::operation),
        Route.post(ModulesNav.PATH + "/kars", ModulesModule.MANAGE, this::upload),
        Route.get(ONE, ModulesModule.READ, this::module),
        Route.get(ONE + "/try", ModulesModule.READ, this::tryOut),
        Route.post(ONE + "/install", ModulesModule.MANAGE, act(Change.Action.INSTALL)),
        Route.post(ONE + "/update", ModulesModule.MANAGE, act(Change.Action.UPDATE)),
        Route.post(ONE + "/remove", ModulesModule.MANAGE, act(Change.Action.REMOVE)),
        Route.get(ONE + "/purge", ModulesModule.PURGE, request -> purgePage(request, Form.empty())),
        Route.post(ONE + "/purge", ModulesModule.PURGE, this::purge));
  }

  private PageResponse.Page list(PageRequest request, String uploadError) {
    ModuleList list =
        new ModuleList(
            manager.modules(), manager.operations(), request.actor().may(ModulesModule.MANAGE));
    return PageResponse.page("Modules", list.page(request.csrf(), uploadError))
        .under(ModulesNav.PATH);
  }

  private PageResponse operation(PageRequest request) {
    Operation operation =
        manager
            .operation(request.id("id"))
            .orElseThrow(() -> ProblemException.notFound("There is no such change."));
    return PageResponse.page(OperationPage.title(operation), OperationPage.page(operation))
        .under(ModulesNav.PATH);
  }

  private PageResponse module(PageRequest request) {
    ModuleState state = state(request);
    Html page =
        ModulePage.page(
            state,
            request.actor().may(ModulesModule.MANAGE),
            request.actor().may(ModulesModule.PURGE));
    return PageResponse.page(state.title(), page).under(ModulesNav.PATH);
  }

  private PageResponse tryOut(PageRequest request) {
    ModuleState state = state(request);
    Change.Action action =
        Change.Action.of(request.query("action").orElse("install"))
            .filter(wanted -> wanted != Change.Action.PURGE)
            .orElseThrow(() -> ProblemException.notFound("There is no such change."));
    Set<String> with = Set.copyOf(request.query().getOrDefault("with", List.of()));
    Change change = new Change(action, state.name(), request.query("version").orElse(""), with);
    Html page =
        PlanPage.page(
            state,
            manager.plan(change),
            manager.dependents(state.name()),
            request.actor().may(ModulesModule.MANAGE),
            request.csrf());
    return PageResponse.page(action.verb() + " " + state.title(), page).under(ModulesNav.PATH);
  }

  private org.victimfirst.api.web.PageHandler act(Change.Action action) {
    return request -> {
      Set<String> with = Set.copyOf(request.fields("with"));
      return order(
          request, new Change(action, state(request).name(), request.field("version"), with));
    };
  }

  private PageResponse order(PageRequest request, Change change) {
    try {
      Operation operation = manager.order(request.call(), change);
      return PageResponse.redirect(OperationPage.path(operation.id()));
    } catch (ChangeFailedException e) {
      Html page =
          Html.all(
              Govuk.backLink("Modules", ModulesNav.PATH),
              Vf.head(change.action().verb() + " " + change.module(), ""),
              Govuk.body(String.valueOf(e.getMessage())));
      return PageResponse.page("Not done", page).under(ModulesNav.PATH).refused();
    }
  }

  private PageResponse upload(PageRequest request) throws Exception {
    List<UploadedFile> files = request.files("kar");
    if (files.isEmpty() || files.get(0).size() == 0) {
      return list(request, "Choose a module file, like needs-1.2.0.kar").refused();
    }
    UploadedFile file = files.get(0);
    List<Offer> offers;
    try (InputStream content = file.open()) {
      offers = kars.take(file.name(), content);
    } catch (ChangeFailedException e) {
      return list(request, String.valueOf(e.getMessage())).refused();
    }
    Offer first =
        offers.stream()
            .findFirst()
            .orElseThrow(() -> ProblemException.conflict("kar_refused", "It brings no module."));
    audit.record(
        request.call(),
        "modules.kar.taken",
        "module",
        0,
        Map.of("module", first.name(), "version", first.version()));
    boolean installed = manager.module(first.name()).map(ModuleState::installed).orElse(false);
    return PageResponse.redirect(
        ModulesNav.PATH
            + "/"
            + first.name()
            + "/try?action="
            + (installed ? "update" : "install")
            + "&version="
            + first.version());
  }

  private PageResponse.Page purgePage(PageRequest request, Form form) {
    ModuleState state = state(request);
    if (state.installed()) {
      throw ProblemException.notFound("Remove the module first.");
    }
    return PageResponse.page(
            "Delete the data of " + state.title(), ModulePage.purge(state, form, request.csrf()))
        .under(ModulesNav.PATH);
  }

  private PageResponse purge(PageRequest request) {
    String name = state(request).name();
    Form form = Form.of(request);
    if (!form.value("confirm").equals(name)) {
      form.error("confirm", "Type the module's name as it is shown: " + name);
      return purgePage(request, form).refused();
    }
    return order(request, Change.of(Change.Action.PURGE, name, ""));
  }

  private ModuleState state(PageRequest request) {
    return manager
        .module(request.segment("name"))
        .orElseThrow(() -> ProblemException.notFound("There is no such module."));
  }
}
