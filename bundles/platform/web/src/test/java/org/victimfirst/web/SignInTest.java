package org.victimfirst.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.Route;

/** Signing in, signing out, and what is open to whom. */
class SignInTest extends ConsoleTestBase {
  @Test
  void asksWhoeverIsUnknownToSignInAndGoesOnWhereTheyWanted() {
    HttpResponse<String> first = browser.get("/needs/list?a=x%26y");
    assertThat(first.statusCode()).isEqualTo(303);
    String signIn = first.headers().firstValue("Location").orElseThrow();
    assertThat(signIn).startsWith("/sign-in?next=");
    assertThat(browser.get(signIn).body())
        .contains("<h1 class=\"govuk-heading-l\">Sign in</h1>")
        .contains("name=\"next\" value=\"/needs/list?a=x%26y\"")
        .contains("vf-public");
    HttpResponse<String> in =
        browser.post(
            "/sign-in",
            Map.of(
                "login",
                "priya",
                "password",
                FakeSessions.PASSWORD,
                "next",
                "/needs/list?a=x%26y"));
    assertThat(in.headers().firstValue("Location")).contains("/needs/list?a=x%26y");
    assertThat(in.headers().allValues("Set-Cookie").get(0))
        .contains("HttpOnly")
        .contains("SameSite=Strict")
        .contains("Path=/")
        .doesNotContain("Secure");
    assertThat(browser.get("/needs/list?a=x%26y").body()).contains("Needs of x&amp;y");
  }

  @Test
  void neverLeadsToAnotherHost() {
    for (String next : List.of("//evil.example.org/", "https://evil.example.org/", "/\\evil")) {
      HttpResponse<String> in =
          new Browser(console.address())
              .post(
                  "/sign-in",
                  Map.of("login", "priya", "password", FakeSessions.PASSWORD, "next", next));
      assertThat(in.headers().firstValue("Location")).contains("/");
    }
  }

  @Test
  void answersAllRefusalsAlikeAndSaysHowLongToWait() {
    HttpResponse<String> unknown =
        browser.post("/sign-in", Map.of("login", "nobody", "password", "wrong"));
    HttpResponse<String> known =
        browser.post("/sign-in", Map.of("login", "nobody", "password", "other"));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).isEqualTo(known.body()).contains("Error: Sign in");
    assertThat(unknown.body()).contains("value=\"nobody\"").doesNotContain("wrong\"");
    sessions.wait = 90;
    HttpResponse<String> wait =
        browser.post("/sign-in", Map.of("login", "priya", "password", FakeSessions.PASSWORD));
    assertThat(wait.body()).contains("Wait 90 seconds, then try again");
    assertThat(wait.headers().firstValue("Retry-After")).contains("90");
  }

  @Test
  void letsNothingElseHappenBeforeAForcedChangeOfPassword() {
    sessions.mustChange = true;
    HttpResponse<String> in =
        browser.post("/sign-in", Map.of("login", "admin", "password", FakeSessions.PASSWORD));
    assertThat(in.headers().firstValue("Location")).contains("/account/password");
    for (String path : List.of("/", "/needs/list", "/cases/4417")) {
      assertThat(browser.get(path).headers().firstValue("Location")).contains("/account/password");
    }
    HttpResponse<String> different =
        browser.postFrom(
            "/account/password",
            "/account/password",
            Map.of(
                "old_password", FakeSessions.PASSWORD,
                "new_password", "a new sentence to keep",
                "repeated_password", "another one"));
    assertThat(different.statusCode()).isEqualTo(422);
    assertThat(different.body()).contains("exactly alike").doesNotContain("a new sentence to keep");
    browser.postFrom(
        "/account/password",
        "/account/password",
        Map.of(
            "old_password", FakeSessions.PASSWORD,
            "new_password", "a new sentence to keep",
            "repeated_password", "a new sentence to keep"));
    assertThat(browser.get("/").body()).contains("Your password has been changed");
  }

  @Test
  void endsTheSessionOnSigningOut() {
    browser.signIn();
    HttpResponse<String> out = browser.postFrom("/", "/sign-out", Map.of());
    assertThat(out.headers().firstValue("Location")).contains("/sign-in?out=1");
    assertThat(browser.get("/sign-in?out=1").body()).contains("You have signed out");
    assertThat(browser.get("/needs/list").statusCode()).isEqualTo(303);
  }

  @Test
  void hasPagesThatEverybodyMayRead() {
    for (String path : List.of("/help", "/accessibility", "/privacy", "/report-a-problem")) {
      HttpResponse<String> page = browser.get(path);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).containsOnlyOnce("<h1").doesNotContain("style=");
    }
  }

  @Test
  void showsTheMenuThatThePersonMayOpen() {
    browser.signIn();
    assertThat(browser.get("/").body())
        .contains("href=\"/\">Today")
        .contains("href=\"/cases\">Cases")
        .doesNotContain("Modules")
        .contains("Priya Nair</strong>, caseworker")
        .contains("Thursday 9 July 2020");
  }

  @Test
  void refusesWithThePermissionInWordsAndRecordsIt() {
    browser.signIn();
    for (String path : List.of("/needs/secret", "/needs/denied")) {
      HttpResponse<String> answer = browser.get(path);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("You cannot open this page").contains("needs:manage");
    }
    assertThat(console.audit.actions)
        .hasSize(2)
        .allMatch(action -> action.startsWith("web.page.refused {permission=needs:manage}"));
  }

  @Test
  void hidesWalledPagesFromThoseWithoutPermission() {
    console.contributions.addPages(
        () -> List.of(Route.get("/rj/list", "rj:read", r -> PageResponse.redirect("/"))),
        Map.of("victimfirst.module", "rj", "service.id", 99L, "victimfirst.walled", true));
    browser.signIn();
    String walled = browser.get("/rj/list").body().replaceAll("[0-9A-Z]{4}-[0-9A-Z]{4}", "");
    String absent = browser.get("/rj/none").body().replaceAll("[0-9A-Z]{4}-[0-9A-Z]{4}", "");
    assertThat(walled.replace("/rj/list", "")).isEqualTo(absent.replace("/rj/none", ""));
  }
}
