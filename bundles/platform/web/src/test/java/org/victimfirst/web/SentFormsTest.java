package org.victimfirst.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.web.Html;
import org.victimfirst.testing.LateSender;

/** Forms: what was typed is never lost, and never sent from elsewhere. */
class SentFormsTest extends ConsoleTestBase {
  @Test
  void givesTypedTextBackWhenItCouldNotBeSaved() {
    browser.signIn();
    HttpResponse<String> stale =
        browser.postFrom("/needs/form", "/needs/stale", Map.of("note", NOTE));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains(Html.escape(NOTE)).doesNotContain("<b>wants");
    HttpResponse<String> refused =
        browser.postFrom("/needs/form", "/needs/refused", Map.of("note", NOTE));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Reopen it first").contains(Html.escape(NOTE));
  }

  @Test
  void givesTypedTextBackWhenTheModuleHasLeft() {
    browser.signIn();
    String csrf = Browser.csrf(browser.get("/needs/form").body());
    console.leaving.add("needs");

    HttpResponse<String> gone = browser.post("/needs/form", Map.of("note", NOTE, "_csrf", csrf));

    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(gone.body()).contains("Your form was not saved").contains(Html.escape(NOTE));
  }

  @Test
  void showsTheNoticeOfTheActOnceOnTheNextPage() {
    browser.signIn();
    HttpResponse<String> saved =
        browser.postFrom("/needs/form", "/needs/form", Map.of("note", "ab"));
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(saved.headers().firstValue("Location")).contains("/needs/list");
    assertThat(browser.get("/needs/list").body()).contains("Saved 2").contains("--success");
    assertThat(browser.get("/needs/list").body()).doesNotContain("Saved 2");
    browser.cookies.put("vf-notice", "RXZpbA.c2lnbmVk");
    assertThat(browser.get("/needs/list").body()).doesNotContain("Evil");
  }

  @Test
  void marksARefusedFormInItsTitle() {
    browser.signIn();
    HttpResponse<String> refused =
        browser.postFrom("/needs/form", "/needs/form", Map.of("note", " "));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("<title>Error: Form \u2013 Victim First</title>");
  }

  @Test
  void offersAFormWithAnOldTokenAgainInsteadOfActing() {
    browser.signIn();
    HttpResponse<String> old =
        browser.post("/needs/form", Map.of("note", NOTE, "_csrf", "of-another-session"));
    assertThat(old.statusCode()).isEqualTo(403);
    assertThat(old.body())
        .contains("What you typed was kept")
        .contains("action=\"/needs/form\"")
        .contains(Html.escape(NOTE))
        .doesNotContain("of-another-session");
    HttpResponse<String> again =
        browser.post(
            "/needs/form", Map.of("note", NOTE, "_csrf", Browser.csrf(old.body()), "_again", "1"));
    assertThat(again.headers().firstValue("Location")).contains("/needs/list");
  }

  @Test
  void refusesFormsOfOtherSites() {
    browser.signIn();
    Map<String, String> form =
        Map.of("note", NOTE, "_csrf", Browser.csrf(browser.get("/needs/form").body()));
    for (List<String> header :
        List.of(
            List.of("Origin", "https://evil.example.org"),
            List.of("Sec-Fetch-Site", "cross-site"))) {
      HttpResponse<String> answer = browser.post("/needs/form", form, header.get(0), header.get(1));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("did not come from this console").doesNotContain("safer");
    }
  }

  @Test
  void keepsWhatWasTypedWhenTheSessionHadEnded() {
    browser.signIn();
    browser.get("/needs/form");
    sessions.endAll();
    HttpResponse<String> late = browser.post("/needs/form", Map.of("note", NOTE, "_csrf", "old"));
    assertThat(late.statusCode()).isEqualTo(303);
    assertThat(late.headers().firstValue("Location")).contains("/sign-in?away=1");
    assertThat(browser.get("/sign-in?away=1").body())
        .contains("You have been away")
        .contains("after 10 minutes")
        .doesNotContain("safer");
    HttpResponse<String> in =
        browser.post("/sign-in", Map.of("login", "priya", "password", FakeSessions.PASSWORD));
    assertThat(in.headers().firstValue("Location")).contains("/kept-form");
    String kept = browser.get("/kept-form").body();
    assertThat(kept)
        .contains("What you typed was kept")
        .contains("action=\"/needs/form\"")
        .contains(Html.escape(NOTE));
    HttpResponse<String> again =
        browser.post(
            "/needs/form", Map.of("note", NOTE, "_csrf", Browser.csrf(kept), "_again", "1"));
    assertThat(again.headers().firstValue("Location")).contains("/needs/list");
    assertThat(browser.get("/needs/list").body()).contains("Saved " + NOTE.length());
    assertThat(console.keptForms.size()).isZero();
    assertThat(browser.get("/kept-form").statusCode()).isEqualTo(303);
  }

  @Test
  void givesAKeptFormToNobodyElse() {
    browser.signIn();
    sessions.endAll();
    browser.post("/needs/form", Map.of("note", NOTE));
    browser.post("/sign-in", Map.of("login", "marek", "password", FakeSessions.PASSWORD));
    HttpResponse<String> other = browser.get("/kept-form");
    assertThat(other.statusCode()).isEqualTo(303);
    assertThat(other.body()).doesNotContain("safer");
  }

  @Test
  void neverKeepsPasswords() {
    browser.signIn();
    sessions.endAll();
    HttpResponse<String> late =
        browser.post("/account/password", Map.of("old_password", "my old secret words"));
    assertThat(late.body()).doesNotContain("secret");
    assertThat(console.keptForms.size()).isZero();
  }

  @Test
  void handsUploadsOverAndDeletesThem() throws Exception {
    browser.signIn();
    String csrf = Browser.csrf(browser.get("/needs/form").body());
    HttpResponse<String> answer =
        browser.multipart(
            "/needs/upload",
            Map.of("_csrf", csrf, "source", "Police \u00e9"),
            "C:\\data\\day.csv",
            "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.body()).contains("Police \u00e9 1 day.csv 8");
    try (Stream<Path> left = Files.list(console.uploads)) {
      assertThat(left).isEmpty();
    }
    String half = "x".repeat(5 << 19);
    HttpResponse<String> wordy =
        browser.multipart(
            "/needs/upload", Map.of("_csrf", csrf, "a", half, "b", half), "a.csv", new byte[1]);
    assertThat(wordy.statusCode()).isEqualTo(413);
  }

  @Test
  void readsNoFilesOfSomebodyWhoHasNotSaidWhoTheyAre() throws Exception {
    assertThat(refusal("")).startsWith("HTTP/1.1 403").contains("You are not signed in");
  }

  @Test
  void tellsWhoeverSendsTooMuchWhatTheLimitIs() throws Exception {
    browser.signIn();
    String cookies =
        browser.cookies.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; ", "Cookie: ", "\r\n"));

    assertThat(refusal(cookies)).startsWith("HTTP/1.1 413").contains("The limit is 8 MB");
  }

  /** Sends more than is ever taken. */
  private String refusal(String cookies) throws IOException {
    URI address = browser.request("/needs/upload").build().uri();
    return LateSender.post(address, cookies, 9 << 20, 6 << 20);
  }
}
