package org.victimfirst.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.Route;

/** The console as a browser sees it. */
class ConsoleServletTest extends ConsoleTestBase {
  @Test
  void sendsTheSafetyHeadersWithEveryAnswer() {
    for (String path : List.of("/sign-in", "/needs/list", "/assets/none.css")) {
      HttpResponse<String> answer = browser.get(path);
      assertThat(answer.headers().firstValue("Content-Security-Policy"))
          .contains(
              "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src"
                  + " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }
    HttpResponse<String> secure =
        browser.post(
            "/sign-in",
            Map.of("login", "priya", "password", FakeSessions.PASSWORD),
            "X-Forwarded-Proto",
            "https");
    assertThat(secure.headers().firstValue("Strict-Transport-Security")).isPresent();
    assertThat(secure.headers().allValues("Set-Cookie").get(0)).contains("; Secure");
  }

  @Test
  void servesAssetsForEverUnderTheirFingerprint() {
    String page = browser.get("/sign-in").body();
    List<String> sheets =
        Stream.of(page.split("\"")).filter(part -> part.startsWith("/assets/")).toList();
    assertThat(sheets).hasSize(6);
    for (String sheet : sheets.stream().filter(s -> !s.startsWith("/assets/foot/")).toList()) {
      HttpResponse<String> answer = browser.get(sheet);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control"))
          .contains("public, max-age=31536000, immutable");
      assertThat(answer.body()).doesNotContain("@font-face");
    }
    assertThat(
            browser
                .get(sheets.get(0), "Accept-Encoding", "gzip")
                .headers()
                .firstValue("Content-Encoding"))
        .contains("gzip");
    assertThat(browser.get("/assets/console-000000000000.css").statusCode()).isEqualTo(404);
  }

  @Test
  void printsTheTitleOfThePageInItsFoot() {
    String page = browser.get("/help").body();
    String foot = page.replaceFirst("(?s).*href=\"(/assets/foot/[^\"]+)\".*", "$1");

    assertThat(browser.get(foot).body())
        .contains("@bottom-left{content:\"Help \\2013  Victim First\"");
    assertThat(browser.get("/assets/foot/%21.css").statusCode()).isEqualTo(404);
    assertThat(browser.get("/assets/foot/IjsgfSAqIHsgYTpi.css").body())
        .contains("content:\"\\22 \\3b  \\7d  \\2a  \\7b  a\\3a b\"");
  }

  @Test
  void answersNotFoundForWhatIsNotThereAndForMalformedAddresses() {
    browser.signIn();
    for (String path :
        List.of(
            "/nothing",
            "/needs/assessments/abc",
            "/needs/assessments/99999999999999999999",
            "/needs/%2e%2e/secret",
            "/needs;x=1/list",
            "/needs//list",
            "/cases/4418",
            "/cases/4417/unknown")) {
      HttpResponse<String> answer = browser.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).contains("Page not found").contains("For the helpdesk");
    }
    assertThat(browser.get("/needs/assessments/12").body()).contains("Number 12");
  }

  @Test
  void tellsNothingOfTheProgramWhenAPageFails() {
    browser.signIn();
    for (String path : List.of("/needs/broken", "/needs/late-broken")) {
      HttpResponse<String> answer = browser.get(path);
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body())
          .contains("is not available")
          .contains(answer.headers().firstValue("X-Request-Id").orElseThrow())
          .doesNotContain("jdbc")
          .doesNotContain("Exception")
          .doesNotContain("at org.");
    }
  }

  @Test
  void sendsNoFilesWhilePersonalDetailsAreHidden() {
    browser.signIn();
    browser.postFrom("/needs/form", "/hide-details", Map.of("hide", "yes", "back", "/"));

    HttpResponse<String> file = browser.get("/needs/file.csv");

    assertThat(file.statusCode()).isEqualTo(403);
    assertThat(file.body()).contains("Personal details are hidden").doesNotContain("a,b");
  }

  @Test
  void aModuleIsInUseUntilTheEndOfItsFile() {
    AtomicLong inside = new AtomicLong();
    console.contributions.addPages(
        () ->
            List.of(
                Route.get(
                    "/needs/long.csv",
                    "needs:read",
                    request ->
                        PageResponse.download(
                            "text/csv",
                            "long.csv",
                            out -> {
                              inside.set(console.inside.get());
                              out.write('a');
                            })),
                Route.get(
                    "/needs/broken.csv",
                    "needs:read",
                    request ->
                        PageResponse.download(
                            "text/csv",
                            "broken.csv",
                            out -> {
                              throw new IllegalStateException("before anything was sent");
                            }))),
        console.properties("needs"));
    browser.signIn();

    assertThat(browser.get("/needs/long.csv").body()).isEqualTo("a");
    assertThat(inside.get()).isEqualTo(1);
    assertThat(browser.get("/needs/broken.csv").statusCode()).isEqualTo(500);
    assertThat(console.inside.get()).isZero();
  }

  @Test
  void sendsFilesUnderAHarmlessName() {
    browser.signIn();
    HttpResponse<String> file = browser.get("/needs/file.csv");
    assertThat(file.body()).isEqualTo("a,b");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"needs__1_.csv\"");
    assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void answersOtherMethodsWithAPage() {
    browser.signIn();
    assertThat(
            browser
                .send(
                    browser
                        .request("/")
                        .method("DELETE", java.net.http.HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(405);
    assertThat(browser.postFrom("/needs/form", "/needs/list", Map.of()).statusCode())
        .isEqualTo(405);
    assertThat(
            browser
                .send(
                    browser
                        .request("/")
                        .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()))
                .body())
        .isEmpty();
  }
}
