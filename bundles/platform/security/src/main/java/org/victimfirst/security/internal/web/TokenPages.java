package org.victimfirst.security.internal.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Button;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Inline;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.security.internal.domain.ApiToken;
import org.victimfirst.security.internal.domain.ApiTokens;
import org.victimfirst.security.internal.domain.People;
import org.victimfirst.security.internal.domain.PermissionCatalog;
import org.victimfirst.security.internal.domain.User;
import org.victimfirst.security.internal.web.template.JtetokenMadeGenerated;
import org.victimfirst.security.internal.web.template.JtetokensGenerated;

/** One's own tokens, and those of partners' systems. */
@Component
@VictimFirstModule(module = "security")
public class TokenPages implements PageSet {
  private static final String OWN = "/account/tokens";
  private static final String OWN_PERMISSION = "security:tokens";
  private static final String SYSTEM = PeoplePages.LIST + "/{id:[0-9]+}/tokens";
  private static final String REVOKE = "/{token:[0-9]+}/revoke";
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  private final ApiTokens tokens;
  private final People people;
  private final PermissionCatalog catalog;

  /** Wired by Declarative Services. */
  @Activate
  public TokenPages(
      @Reference ApiTokens tokens, @Reference People people, @Reference PermissionCatalog catalog) {
    this.tokens = tokens;
    this.people = people;
    this.catalog = catalog;
  }

  /**
   * Whose tokens a page is about.
   *
   * @param address of the page
   */
  private record Owner(long id, String heading, String context, String address, String nav) {}

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(OWN, OWN_PERMISSION, request -> list(request, own(request))),
        Route.post(OWN, OWN_PERMISSION, request -> create(request, own(request))),
        Route.post(OWN + REVOKE, OWN_PERMISSION, request -> revoke(request, own(request))),
        Route.get(SYSTEM, PeoplePages.PERMISSION, request -> list(request, system(request))),
        Route.post(SYSTEM, PeoplePages.PERMISSION, request -> create(request, system(request))),
        Route.post(
            SYSTEM + REVOKE, PeoplePages.PERMISSION, request -> revoke(request, system(request))));
  }

  private static Owner own(PageRequest request) {
    return new Owner(
        request.actor().id(),
        "Your access tokens",
        "For programs that ask on your behalf. A token never can do more than you.",
        OWN,
        "");
  }

  private Owner system(PageRequest request) {
    User user =
        people
            .find(request.id("id"))
            .filter(u -> !u.person())
            .orElseThrow(() -> ProblemException.notFound("There is no such system."));
    return new Owner(
        user.id(),
        "Tokens of " + user.displayName(),
        "A token never can do more than the roles of the system.",
        PeoplePages.LIST + "/" + user.id() + "/tokens",
        PeoplePages.LIST);
  }

  private PageResponse list(PageRequest request, Owner owner) {
    LocalDate inThreeMonths = LocalDate.now(ZONE).plusMonths(3);
    return page(request, owner, Form.empty().put("lastDay", Words.date(inThreeMonths)));
  }

  private PageResponse create(PageRequest request, Owner owner) {
    Form form = Form.of(request);
    form.require("lastDay", "Enter the last day, like 9 July 2020");
    Optional<LocalDate> lastDay =
        form.read("lastDay", Words::parseDate, "Enter the last day, like 9 July 2020");
    if (lastDay.isEmpty()) {
      return page(request, owner, form).refused();
    }
    Set<String> scopes = new HashSet<>(request.fields("scopes"));
    Optional<ApiTokens.Created> created =
        Refusals.noted(
            form,
            "name",
            () ->
                tokens.create(
                    request.call(), owner.id(), request.field("name"), scopes, lastDay.get()));
    if (created.isEmpty()) {
      return page(request, owner, form).refused();
    }
    ApiTokens.Created made = created.get();
    Html body =
        Templates.html(
            out ->
                JtetokenMadeGenerated.render(
                    out, null, made.token().name(), made.secret(), owner.address()));
    return PageResponse.page("The token is made", body).under(owner.nav());
  }

  private PageResponse revoke(PageRequest request, Owner owner) {
    if (!tokens.revoke(request.call(), request.id("token"))) {
      throw ProblemException.notFound("There is no such token.");
    }
    return PageResponse.redirect(owner.address(), "The token has been ended");
  }

  private PageResponse.Page page(PageRequest request, Owner owner, Form form) {
    List<ApiToken> all = tokens.of(owner.id());
    Map<String, String> titles = new HashMap<>();
    catalog.modules().forEach(m -> m.permissions().forEach(p -> titles.put(p.name(), p.title())));
    List<Choice> scopes = new ArrayList<>();
    for (String name : tokens.possibleScopes(owner.id())) {
      scopes.add(Choice.of(name, titles.getOrDefault(name, name)).withHint(Inline.code(name)));
    }
    Html table = table(request, owner, all);
    Html body =
        Templates.html(
            out ->
                JtetokensGenerated.render(
                    out,
                    null,
                    owner.heading(),
                    owner.context(),
                    owner.address(),
                    form,
                    !all.isEmpty(),
                    table,
                    scopes,
                    request.csrf()));
    return PageResponse.page("Access tokens", body).under(owner.nav());
  }

  private static Html table(PageRequest request, Owner owner, List<ApiToken> all) {
    LocalDateTime now = LocalDateTime.now(ZONE);
    Table table = Table.of("Tokens", "Name", "May do", "Works until", "Last used", "Actions");
    for (ApiToken token : all) {
      table =
          table.withRow(
              Cell.text(token.name()),
              Cell.html(Inline.code(String.join(", ", new java.util.TreeSet<>(token.scopes())))),
              Cell.html(until(token, now)),
              token.lastUsedAt() == null
                  ? Cell.text("Never")
                  : Cell.html(Words.time(token.lastUsedAt())),
              Cell.html(token.inForce(now) ? end(request, owner, token) : Html.text("\u2013")));
    }
    return Vf.stack(table);
  }

  private static Html until(ApiToken token, LocalDateTime now) {
    if (token.revokedAt() != null) {
      return Govuk.tag("Ended", "grey");
    }
    String lastDay = Words.date(token.expiresAt().minusDays(1).toLocalDate());
    return token.inForce(now) ? Html.text(lastDay) : Govuk.tag("Ended " + lastDay, "grey");
  }

  private static Html end(PageRequest request, Owner owner, ApiToken token) {
    Html label = Html.all(Html.text("End"), Inline.hidden(" " + token.name()));
    return Forms.form(
        owner.address() + "/" + token.id() + "/revoke",
        request.csrf(),
        Govuk.button(Button.submit("End").withContent(label).secondary()));
  }
}
