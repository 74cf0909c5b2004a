package org.victimfirst.security.internal.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Permission;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Field;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Inline;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.security.internal.domain.Grants;
import org.victimfirst.security.internal.domain.PermissionCatalog;
import org.victimfirst.security.internal.domain.Role;
import org.victimfirst.security.internal.domain.RoleBook;
import org.victimfirst.security.internal.web.template.JteroleGenerated;
import org.victimfirst.security.internal.web.template.JterolesGenerated;

/** Roles, and who may do what. */
@Component
@VictimFirstModule(module = "security")
public class RolePages implements PageSet {
  private static final String LIST = "/admin/roles";
  private static final String PERMISSIONS = "permissions";

  private final RoleBook roles;
  private final PermissionCatalog catalog;

  /** Wired by Declarative Services. */
  @Activate
  public RolePages(@Reference RoleBook roles, @Reference PermissionCatalog catalog) {
    this.roles = roles;
    this.catalog = catalog;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(LIST, PeoplePages.PERMISSION, this::list),
        Route.get(LIST + "/{code:[a-z0-9_]+}", PeoplePages.PERMISSION, this::edit),
        Route.post(LIST + "/{code:[a-z0-9_]+}", PeoplePages.PERMISSION, this::change));
  }

  private PageResponse list(PageRequest request) {
    List<Role> all = roles.roles();
    Set<String> installed = catalog.installed();
    Table table = Table.of("Roles", "Role", "May do", "Actions");
    for (Role role : all) {
      long here = role.permissions().stream().filter(installed::contains).count();
      table =
          table.withRow(
              Cell.text(role.title()),
              Cell.text(Words.count(here, "thing", "things")),
              Cell.html(
                  Govuk.link(
                      Link.to("Change", LIST + "/" + role.code()).withHidden(role.title()))));
    }
    Html roleTable = Vf.stack(table);
    List<ModuleRights> modules = new ArrayList<>();
    for (PermissionCatalog.Module module : catalog.modules()) {
      modules.add(new ModuleRights(module.name(), module.title(), rights(module, all)));
    }
    Html body = Templates.html(out -> JterolesGenerated.render(out, null, roleTable, modules));
    return PageResponse.page("Roles", body).under(PeoplePages.LIST);
  }

  private static Html rights(PermissionCatalog.Module module, List<Role> all) {
    Table table = Table.of("Who may do what: " + module.title(), "Permission", "Roles");
    for (Permission permission : module.permissions()) {
      List<String> holders =
          all.stream()
              .filter(role -> role.permissions().contains(permission.name()))
              .map(Role::title)
              .toList();
      table =
          table.withRow(
              Cell.html(
                  Html.all(
                      Html.text(permission.title()),
                      Html.markup("<br>"),
                      Inline.code(permission.name()))),
              Cell.text(holders.isEmpty() ? "Nobody" : String.join(", ", holders)));
    }
    return Vf.stack(table);
  }

  private PageResponse edit(PageRequest request) {
    Role role = known(request);
    Form form =
        Form.empty()
            .put(PERMISSIONS, List.copyOf(role.permissions()))
            .put("version", String.valueOf(role.version()));
    return form(request, role, form, Html.EMPTY);
  }

  private PageResponse change(PageRequest request) {
    Role role = known(request);
    Form form = Form.of(request);
    Set<String> wanted = new HashSet<>(request.fields(PERMISSIONS));
    int version = PageNumber.number(request.field("version"), 0);
    String anchor = PERMISSIONS;
    try {
      Optional<Role> changed =
          Refusals.noted(
              form, anchor, () -> roles.allow(request.call(), role.code(), version, wanted));
      return changed.isPresent()
          ? PageResponse.redirect(LIST, "The changes have been saved")
          : form(request, role, form, Html.EMPTY).refused();
    } catch (StaleVersionException e) {
      Role now = known(request);
      form.put("version", String.valueOf(now.version()))
          .error(
              PERMISSIONS, "Somebody else changed this meanwhile. Look at both, then save again");
      return form(request, now, form, conflict(now)).refused();
    }
  }

  private Html conflict(Role now) {
    Set<String> stored = new TreeSet<>(now.permissions());
    stored.retainAll(catalog.installed());
    List<Html> titles =
        catalog.modules().stream()
            .flatMap(module -> module.permissions().stream())
            .filter(permission -> stored.contains(permission.name()))
            .map(permission -> Html.text(permission.title()))
            .toList();
    return Vf.card(
        "stored", "Stored now", titles.isEmpty() ? Govuk.body("Nothing") : Govuk.bullets(titles));
  }

  private PageResponse.Page form(PageRequest request, Role role, Form form, Html stored) {
    List<Html> modules = new ArrayList<>();
    for (PermissionCatalog.Module module : catalog.modules()) {
      boolean first = modules.isEmpty();
      List<Choice> choices =
          module.permissions().stream()
              .filter(p -> Grants.possible(role.code(), module.name(), p))
              .map(p -> Choice.of(p.name(), p.title()).withHint(Inline.code(p.name())))
              .toList();
      if (choices.isEmpty()) {
        continue;
      }
      Field field =
          Field.of(PERMISSIONS, module.title())
              .withId(first ? PERMISSIONS : PERMISSIONS + "-" + module.name())
              .withValues(form.values(PERMISSIONS))
              .withError(first ? form.errorOf(PERMISSIONS) : "")
              .small("checkboxes");
      modules.add(Controls.checkboxes(field, choices));
    }
    Html body =
        Templates.html(
            out ->
                JteroleGenerated.render(
                    out,
                    null,
                    "What a role may do: " + role.title(),
                    LIST + "/" + role.code(),
                    form,
                    stored,
                    modules,
                    away(role),
                    request.csrf()));
    return PageResponse.page("What a role may do", body).under(PeoplePages.LIST);
  }

  private Html away(Role role) {
    Set<String> away = new TreeSet<>(role.permissions());
    away.removeAll(catalog.installed());
    if (away.isEmpty()) {
      return Html.EMPTY;
    }
    String names = away.stream().collect(Collectors.joining(", "));
    return Govuk.insetText("Of modules that are not installed, kept for their return: " + names);
  }

  private Role known(PageRequest request) {
    return roles
        .find(request.segment("code"))
        .orElseThrow(() -> ProblemException.notFound("There is no such role."));
  }
}
