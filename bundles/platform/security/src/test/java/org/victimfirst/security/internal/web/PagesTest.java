package org.victimfirst.security.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.security.internal.domain.User;
import org.victimfirst.security.internal.store.Desk;

class PagesTest {
  @TempDir Path data;
  private Desk desk;
  private PeoplePages people;
  private RolePages roles;
  private TokenPages tokens;

  @BeforeEach
  void open() {
    desk = new Desk(data);
    people = new PeoplePages(desk.people(), desk.roles());
    roles = new RolePages(desk.roles(), desk.catalog());
    tokens = new TokenPages(desk.tokens(), desk.people(), desk.catalog());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private PageResponse get(String path) throws Exception {
    return Asked.answer(people, desk.owner(), "GET", path, Map.of());
  }

  @Test
  void personIsAddedAndTheFirstPasswordIsSeenOnce() throws Exception {
    PageResponse answer =
        Asked.answer(
            people,
            desk.owner(),
            "POST",
            "/admin/people",
            Map.of(
                "login",
                List.of("sam.doe"),
                "displayName",
                List.of("Sam <Doe>"),
                "kind",
                List.of("person"),
                "roles",
                List.of("caseworker"),
                "active",
                List.of("true")));
    assertThat(Asked.html(answer)).containsPattern("([a-z0-9]{4}-){4}[a-z0-9]{4}");
    assertThat(Asked.page(answer).title()).doesNotContain("Sam");
    assertThat(Asked.html(get("/admin/people")))
        .contains("Sam &lt;Doe&gt;", "Caseworker", "Has to choose a password")
        .doesNotContain("Sam <Doe>");
    assertThat(found("doe")).contains("Sam &lt;Doe&gt;", "1 person or system", "value=\"doe\"");
    assertThat(found("roe")).contains("Nobody is called that");
  }

  private String found(String typed) throws Exception {
    return Asked.html(
        Asked.answer(
            people, desk.owner(), "POST", "/admin/people/find", Map.of("q", List.of(typed))));
  }

  @Test
  void pastTheEndOfTheListIsItsLastPage() throws Exception {
    String list = Asked.html(get("/admin/people"));

    assertThat(list).contains("First administrator");
    assertThat(
            Asked.html(
                Asked.answer(
                    people, desk.owner(), "GET", "/admin/people", Map.of("page", List.of("9999")))))
        .isEqualTo(list);
  }

  @Test
  void refusedFormKeepsWhatWasTyped() throws Exception {
    PageResponse answer =
        Asked.answer(
            people,
            desk.owner(),
            "POST",
            "/admin/people",
            Map.of(
                "login",
                List.of("not a login"),
                "displayName",
                List.of("Sam Doe"),
                "kind",
                List.of("person")));
    assertThat(Asked.page(answer).status()).isEqualTo(422);
    assertThat(Asked.html(answer))
        .contains("value=\"not a login\"", "value=\"Sam Doe\"", "There are 2 problems")
        .contains("href=\"#login\"", "href=\"#roles\"");
  }

  @Test
  void conflictShowsBothAndCanBeSaved() throws Exception {
    long id = desk.add("sam.doe", "caseworker");
    Map<String, List<String>> typed =
        Map.of(
            "displayName",
            List.of("Typed Name"),
            "roles",
            List.of("auditor"),
            "active",
            List.of("true"),
            "version",
            List.of("1"));
    desk.people()
        .change(
            desk.owner(),
            id,
            1,
            new org.victimfirst.security.internal.domain.People.Draft(
                "", "Stored Name", User.PERSON, List.of("caseworker"), true));
    PageResponse answer = Asked.answer(people, desk.owner(), "POST", "/admin/people/" + id, typed);
    assertThat(Asked.page(answer).status()).isEqualTo(422);
    assertThat(Asked.html(answer))
        .contains("Typed Name", "Stored Name", "name=\"version\" value=\"2\"");

    Map<String, List<String>> again = new java.util.HashMap<>(typed);
    again.put("version", List.of("2"));
    assertThat(Asked.answer(people, desk.owner(), "POST", "/admin/people/" + id, again))
        .isInstanceOf(PageResponse.Redirect.class);
    assertThat(desk.people().find(id).orElseThrow().roles()).containsExactly("auditor");
  }

  @Test
  void ownRolesAreNotOffered() throws Exception {
    long id = desk.add("lee.roe", "administrator");
    String html =
        Asked.html(Asked.answer(people, desk.by(id), "GET", "/admin/people/" + id, Map.of()));
    assertThat(html)
        .contains("Somebody else must change your roles")
        .doesNotContain("name=\"roles\"");
    Asked.answer(
        people,
        desk.by(id),
        "POST",
        "/admin/people/" + id,
        Map.of("displayName", List.of("Lee R"), "version", List.of("1")));
    User lee = desk.people().find(id).orElseThrow();
    assertThat(lee.displayName()).isEqualTo("Lee R");
    assertThat(lee.roles()).containsExactly("administrator");
  }

  @Test
  void pagesNeedTheirPermission() {
    long id = desk.add("sam.doe", "caseworker");
    assertThatThrownBy(() -> Asked.answer(people, desk.by(id), "GET", "/admin/people", Map.of()))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> get("/admin/people/1"))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.status()).isEqualTo(404));
  }

  @Test
  void rolesShowWhoMayDoWhatAndAreChanged() throws Exception {
    assertThat(Asked.html(Asked.answer(roles, desk.owner(), "GET", "/admin/roles", Map.of())))
        .contains("Commissioner&#39;s analyst", "Assess needs", "needs:assess");
    String form =
        Asked.html(Asked.answer(roles, desk.owner(), "GET", "/admin/roles/caseworker", Map.of()));
    assertThat(form).containsPattern("value=\"needs:read\"[^>]* checked");
    Asked.answer(
        roles,
        desk.owner(),
        "POST",
        "/admin/roles/caseworker",
        Map.of("permissions", List.of("needs:assess"), "version", List.of("1")));
    assertThat(desk.roles().find("caseworker").orElseThrow().permissions())
        .containsExactly("needs:assess");
    PageResponse stale =
        Asked.answer(
            roles,
            desk.owner(),
            "POST",
            "/admin/roles/caseworker",
            Map.of("permissions", List.of("needs:read"), "version", List.of("1")));
    assertThat(Asked.page(stale).status()).isEqualTo(422);
    assertThat(Asked.html(stale)).contains("Stored now", "name=\"version\" value=\"2\"");
    desk.leave("needs");
    assertThat(
            Asked.html(
                Asked.answer(roles, desk.owner(), "GET", "/admin/roles/caseworker", Map.of())))
        .contains("kept for their return: needs:assess")
        .doesNotContain("value=\"needs:assess\"");
  }

  @Test
  void ownTokenIsMadeAndEnded() throws Exception {
    long id = desk.add("sam.doe", "service_manager");
    PageResponse refused =
        Asked.answer(
            tokens,
            desk.by(id),
            "POST",
            "/account/tokens",
            Map.of("name", List.of("Figures"), "lastDay", List.of("soon")));
    assertThat(Asked.html(refused))
        .contains("Enter the last day, like 9 July 2020", "value=\"soon\"");
    PageResponse made =
        Asked.answer(
            tokens,
            desk.by(id),
            "POST",
            "/account/tokens",
            Map.of(
                "name",
                List.of("Figures"),
                "scopes",
                List.of("security:account"),
                "lastDay",
                List.of("1 July 2020")));
    assertThat(Asked.html(made)).containsPattern("vft_[\\w-]{43}");
    String list = Asked.html(Asked.answer(tokens, desk.by(id), "GET", "/account/tokens", Map.of()));
    assertThat(list).contains("Figures").doesNotContain("vft_");
    long token = desk.tokens().of(id).get(0).id();
    Asked.answer(tokens, desk.by(id), "POST", "/account/tokens/" + token + "/revoke", Map.of());
    assertThat(desk.tokens().of(id).get(0).revokedAt()).isNotNull();
  }

  @Test
  void systemsTokensAreMadeByAdministrators() throws Exception {
    long system = desk.addSystem("court-feed", "partner_system");
    String address = "/admin/people/" + system + "/tokens";
    assertThat(Asked.html(Asked.answer(tokens, desk.owner(), "GET", address, Map.of())))
        .contains("No tokens yet");
    Asked.answer(
        tokens,
        desk.owner(),
        "POST",
        address,
        Map.of(
            "name",
            List.of("Feed"),
            "scopes",
            List.of("security:account"),
            "lastDay",
            List.of("1 July 2020")));
    assertThat(desk.tokens().of(system)).hasSize(1);
    long person = desk.add("sam.doe", "caseworker");
    assertThatThrownBy(
            () ->
                Asked.answer(
                    tokens, desk.owner(), "GET", "/admin/people/" + person + "/tokens", Map.of()))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void detailsAreWords() {
    assertThat(DetailWords.of("{}")).isEqualTo("\u2013");
    assertThat(DetailWords.of("{\"last_day\":\"2020-07-01\",\"scopes\":\"a b\"}"))
        .isEqualTo("last day: 2020-07-01; scopes: a b");
    assertThat(DetailWords.of("{broken")).isEqualTo("{broken");
  }
}
