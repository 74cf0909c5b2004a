package org.victimfirst.security.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Inline;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.Pagination;
import org.victimfirst.api.web.ui.SummaryList;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.security.internal.domain.People;
import org.victimfirst.security.internal.domain.Role;
import org.victimfirst.security.internal.domain.RoleBook;
import org.victimfirst.security.internal.domain.User;
import org.victimfirst.security.internal.web.template.JtefirstPasswordGenerated;
import org.victimfirst.security.internal.web.template.JtepeopleGenerated;
import org.victimfirst.security.internal.web.template.JtepersonGenerated;

/** People: list, add, change, new password. */
@Component
@VictimFirstModule(module = "security")
public class PeoplePages implements PageSet {
  static final String LIST = "/admin/people";

  /** What was typed goes no further than this request. */
  private static final String FIND = LIST + "/find";

  static final String PERMISSION = "security:users";
  private static final int SIZE = 50;

  private final People people;
  private final RoleBook roles;

  /** Wired by Declarative Services. */
  @Activate
  public PeoplePages(@Reference People people, @Reference RoleBook roles) {
    this.people = people;
    this.roles = roles;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(LIST, PERMISSION, this::list),
        Route.post(FIND, PERMISSION, this::find),
        Route.get(LIST + "/new", PERMISSION, this::blank),
        Route.post(LIST, PERMISSION, this::add),
        Route.get(LIST + "/{id:[0-9]+}", PERMISSION, this::edit),
        Route.post(LIST + "/{id:[0-9]+}", PERMISSION, this::change),
        Route.post(LIST + "/{id:[0-9]+}/password", PERMISSION, this::resetPassword));
  }

  private PageResponse list(PageRequest request) {
    Paged<User> all = Paged.atMostLast(PageNumber.of(request), page -> people.list("", page, SIZE));
    return page(request, "", all, Pagination.of(all.page(), all.pages(), n -> LIST + "?page=" + n));
  }

  private PageResponse find(PageRequest request) {
    String search = request.field("q").strip();
    return search.isEmpty()
        ? PageResponse.redirect(LIST)
        : page(
            request,
            search,
            people.list(search, 1, Paged.MAX_SIZE),
            Pagination.of(1, 1, n -> LIST));
  }

  private PageResponse page(
      PageRequest request, String search, Paged<User> found, Pagination pagination) {
    Map<String, String> titles = titles();
    Table table =
        Table.of("People and systems", "Name", "Login", "Roles", "Account", "Last sign-in");
    for (User user : found.items()) {
      table =
          table.withRow(
              Cell.html(Govuk.link(user.displayName(), LIST + "/" + user.id())),
              Cell.html(Inline.code(user.login())),
              Cell.text(
                  user.roles().stream()
                      .map(code -> titles.getOrDefault(code, code))
                      .collect(Collectors.joining(", "))),
              Cell.html(state(user)),
              Cell.html(
                  user.lastSignInAt() == null
                      ? Html.text(user.person() ? "Never" : "\u2013")
                      : Words.time(user.lastSignInAt())));
    }
    Html rows = Vf.stack(table);
    Html pages = Govuk.pagination(pagination);
    String context = Words.count(found.total(), "person or system", "people and systems");
    if (!search.isEmpty() && found.pages() > 1) {
      context += ", the first %d of them here: type more of the name".formatted(found.size());
    }
    String line = context;
    Html body =
        Templates.html(
            out ->
                JtepeopleGenerated.render(
                    out,
                    null,
                    line,
                    search,
                    !found.items().isEmpty(),
                    rows,
                    pages,
                    request.csrf()));
    return PageResponse.page("People", body).under(LIST);
  }

  private static Html state(User user) {
    if (!user.active()) {
      return Govuk.tag("Closed", "grey");
    }
    if (!user.person()) {
      return Html.text("System");
    }
    return Html.text(user.mustChangePassword() ? "Has to choose a password" : "Open");
  }

  private PageResponse blank(PageRequest request) {
    return form(request, Optional.empty(), Form.empty().put("kind", User.PERSON), Html.EMPTY);
  }

  private PageResponse add(PageRequest request) {
    Form form = Form.of(request);
    People.Draft draft =
        new People.Draft(
            request.field("login"),
            request.field("displayName"),
            request.field("kind"),
            request.fields("roles"),
            !request.field("active").equals("false"));
    Optional<People.Added> added =
        Refusals.noted(form, "roles", () -> people.add(request.call(), draft));
    if (added.isEmpty()) {
      return form(request, Optional.empty(), form, Html.EMPTY).refused();
    }
    if (!added.get().user().person()) {
      return PageResponse.redirect(
          LIST + "/" + added.get().user().id() + "/tokens", "The system has been added");
    }
    return password("Added", added.get());
  }

  /** The one page that is shown after a post without going elsewhere: it cannot be shown again. */
  private static PageResponse password(String heading, People.Added added) {
    Html body =
        Templates.html(
            out ->
                JtefirstPasswordGenerated.render(
                    out, null, heading, added.user().login(), added.password()));
    return PageResponse.page(heading, body).under(LIST);
  }

  private PageResponse edit(PageRequest request) {
    User user = known(request);
    return form(request, Optional.of(user), stored(user), Html.EMPTY);
  }

  private static Form stored(User user) {
    return Form.empty()
        .put("displayName", user.displayName())
        .put("roles", user.roles())
        .put("active", String.valueOf(user.active()))
        .put("version", String.valueOf(user.version()));
  }

  private PageResponse change(PageRequest request) {
    User user = known(request);
    Form form = Form.of(request);
    boolean own = request.actor().id() == user.id();
    People.Draft draft =
        new People.Draft(
            user.login(),
            request.field("displayName"),
            user.kind(),
            own ? user.roles() : request.fields("roles"),
            own ? user.active() : !request.field("active").equals("false"));
    int version = PageNumber.number(request.field("version"), 0);
    try {
      Optional<User> changed =
          Refusals.noted(
              form, "roles", () -> people.change(request.call(), user.id(), version, draft));
      return changed.isPresent()
          ? PageResponse.redirect(LIST, "The changes have been saved")
          : form(request, Optional.of(user), form, Html.EMPTY).refused();
    } catch (StaleVersionException e) {
      User now = known(request);
      form.put("version", String.valueOf(now.version()))
          .error(
              "displayName", "Somebody else changed this meanwhile. Look at both, then save again");
      return form(request, Optional.of(now), form, conflict(now)).refused();
    }
  }

  private Html conflict(User now) {
    Map<String, String> titles = titles();
    SummaryList list =
        SummaryList.empty()
            .with("Name", now.displayName())
            .with(
                "Roles",
                Words.join(
                    now.roles().stream().map(code -> titles.getOrDefault(code, code)).toList()))
            .with("Account", now.active() ? "Open" : "Closed");
    return Vf.card("stored", "Stored now", Govuk.summaryList(list));
  }

  private PageResponse resetPassword(PageRequest request) {
    People.Added reset = people.resetPassword(request.call(), request.id("id"));
    return password("New password", reset);
  }

  private PageResponse.Page form(PageRequest request, Optional<User> user, Form form, Html stored) {
    List<Choice> choices = new ArrayList<>();
    for (Role role : roles.roles()) {
      choices.add(Choice.of(role.code(), role.title()));
    }
    if (form.value("active").isEmpty()) {
      form.put("active", "true");
    }
    String heading = user.isPresent() ? "Change an account" : "Add somebody";
    String action = user.map(u -> LIST + "/" + u.id()).orElse(LIST);
    boolean system = user.isPresent() && !user.get().person();
    boolean own = user.isPresent() && user.get().id() == request.actor().id();
    Html facts = user.map(u -> facts(u, request)).orElse(Html.EMPTY);
    Html body =
        Templates.html(
            out ->
                JtepersonGenerated.render(
                    out,
                    null,
                    heading,
                    action,
                    user.isEmpty(),
                    system,
                    own,
                    form,
                    choices,
                    stored,
                    facts,
                    request.csrf()));
    return PageResponse.page(heading, body).under(LIST);
  }

  private static Html facts(User user, PageRequest request) {
    SummaryList list = SummaryList.empty().with("Login", Inline.code(user.login()));
    if (!user.person()) {
      list =
          list.with(
              "Kind",
              "Partner\u2019s system",
              Link.to("Tokens", LIST + "/" + user.id() + "/tokens"));
      return Govuk.summaryList(list);
    }
    Html reset =
        Forms.form(
            LIST + "/" + user.id() + "/password",
            request.csrf(),
            Govuk.body("They are signed out everywhere, and the next sign-in asks for a new one."),
            Govuk.button(
                org.victimfirst.api.web.ui.Button.submit("Make a new password").secondary()));
    return Html.all(Govuk.summaryList(list), Govuk.details("They cannot sign in any more", reset));
  }

  private User known(PageRequest request) {
    return people
        .find(request.id("id"))
        .orElseThrow(() -> ProblemException.notFound("There is no such user."));
  }

  private Map<String, String> titles() {
    return roles.roles().stream().collect(Collectors.toMap(Role::code, Role::title));
  }
}
