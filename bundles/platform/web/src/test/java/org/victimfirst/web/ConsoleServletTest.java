package org.victimfirst.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.DashboardTile;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.web.shell.Area;

/** The console as a browser sees it. */
class ConsoleServletTest {
  private static final String NOTE = "She feels safer & <b>wants</b> one more call";

  private final FakeSessions sessions = new FakeSessions("cases:read", "needs:read");
  private ConsoleHarness console;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    console = new ConsoleHarness(sessions, new Area(), 0);
    browser = new Browser(console.address());
    console.directory(Samples.directory());
    console.contributions.addPages(needs(), console.properties("needs"));
    console.contributions.addNavItem(
        new Samples.Nav("Cases", "/cases", "cases:read", 100), console.properties("cases"));
    console.contributions.addNavItem(
        new Samples.Nav("Modules", "/admin/modules", "modules:manage", 900),
        console.properties("modules"));
  }

  @AfterEach
  void stop() throws Exception {
    console.close();
  }

  private static PageSet needs() {
    return () ->
        List.of(
            Route.get(
                "/needs/list",
                "needs:read",
                r ->
                    PageResponse.page(
                        "Needs", Html.text("Needs of " + r.query("a").orElse("all")))),
            Route.get("/needs/form", "needs:read", r -> PageResponse.page("Form", r.csrf())),
            Route.post(
                "/needs/form",
                "needs:read",
                r ->
                    r.field("note").isEmpty()
                        ? PageResponse.page("Form", Html.text("Enter a note")).refused()
                        : PageResponse.redirect(
                            "/needs/list", "Saved " + r.field("note").length())),
            Route.get(
                "/needs/assessments/{id}",
                "needs:read",
                r -> PageResponse.page("Assessment", Html.text("Number " + r.id("id")))),
            Route.get("/needs/secret", "needs:manage", r -> PageResponse.page("x", Html.EMPTY)),
            Route.get(
                "/needs/denied",
                "needs:read",
                r -> {
                  throw new AccessDeniedException("needs:manage");
                }),
            Route.get(
                "/needs/broken",
                "needs:read",
                r -> {
                  throw new IllegalStateException("jdbc:derby secret detail");
                }),
            Route.get(
                "/needs/late-broken",
                "needs:read",
                r ->
                    PageResponse.page(
                        "x",
                        out -> {
                          throw new IllegalStateException("in the template");
                        })),
            Route.post(
                "/needs/stale",
                "needs:read",
                r -> {
                  throw new StaleVersionException("assessment", 1);
                }),
            Route.post(
                "/needs/refused",
                "needs:read",
                r -> {
                  throw ProblemException.conflict("closed", "The case is closed. Reopen it first");
                }),
            Route.get(
                "/needs/file.csv",
                "needs:read",
                r ->
                    PageResponse.download(
                        "text/csv; charset=utf-8",
                        "needs \"1\".csv",
                        out -> out.write("a,b".getBytes(StandardCharsets.UTF_8)))),
            Route.post(
                "/needs/upload",
                "needs:read",
                r ->
                    PageResponse.page(
                        "Uploaded",
                        Html.text(
                            r.field("source")
                                + " "
                                + r.files("file").size()
                                + " "
                                + r.files("file").get(0).name()
                                + " "
                                + r.files("file").get(0).size()))),
            Route.get(
                "/cases/{caseId}/needs/new",
                "needs:read",
                r -> PageResponse.page("New", Html.text("new")).ofCase(r.id("caseId"), "needs")));
  }

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
  void hidesPersonalDetailsOnTheServerAndComesBackToThePage() {
    console.contributions.addCaseTab(
        new Samples.Tab("", "Overview", 0, "cases:read", (r, head) -> Html.text("ok")),
        console.properties("cases"));
    browser.signIn();
    assertThat(browser.get("/cases/4417").body()).contains("Ruth Okafor");
    HttpResponse<String> hidden =
        browser.postFrom(
            "/cases/4417", "/hide-details", Map.of("hide", "yes", "back", "/cases/4417"));
    assertThat(hidden.headers().firstValue("Location")).contains("/cases/4417");
    assertThat(browser.get("/cases/4417").body())
        .contains("R O</p>")
        .contains("are hidden")
        .contains("Show personal details")
        .doesNotContain("Ruth Okafor");
  }

  @Test
  void putsTheCaseOverItsTabs() {
    console.contributions.addCaseTab(
        new Samples.Tab("", "Overview", 0, "cases:read", (r, h) -> Html.text("overview here")),
        console.properties("cases"));
    console.contributions.addCaseTab(
        new Samples.Tab("needs", "Needs", 200, "needs:read", (r, h) -> Html.text("needs here")),
        console.properties("needs"));
    console.contributions.addCaseTab(
        new Samples.Tab("rj", "Restorative justice", 300, "rj:read", (r, h) -> Html.text("no")),
        console.properties("rj"));
    browser.signIn();
    String overview = browser.get("/cases/4417").body();
    assertThat(overview)
        .contains("<title>Overview, case VF-7KQ-M2XR \u2013 Victim First</title>")
        .contains("overview here")
        .contains("vf-channel--no")
        .contains("Safe contact: no voicemail, no letters")
        .contains("href=\"/cases/4417/needs\">Needs")
        .doesNotContain("Restorative");
    String needs = browser.get("/cases/4417/needs").body();
    assertThat(needs)
        .contains("needs here")
        .contains("vf-safe--slim")
        .contains("Needs: change section");
    assertThat(browser.get("/cases/4417/rj").statusCode()).isEqualTo(404);
    assertThat(browser.get("/cases/4417/needs/new").body())
        .contains("vf-safe--slim")
        .contains("aria-current=\"page\" href=\"/cases/4417/needs\"");
  }

  @Test
  void namesATabThatFailsOrDawdlesAndChangesNothingElse() {
    CountDownLatch never = new CountDownLatch(1);
    console.contributions.addCaseTab(
        new Samples.Tab("", "Overview", 0, "cases:read", (r, h) -> Html.text("overview here")),
        console.properties("cases"));
    console.contributions.addCaseTab(
        new Samples.Tab(
            "slow",
            "Slow",
            200,
            "cases:read",
            (r, h) -> {
              never.await();
              return Html.EMPTY;
            }),
        console.properties("slow"));
    console.contributions.addCaseTab(
        new Samples.Tab(
            "bad",
            "Bad",
            300,
            "cases:read",
            (r, h) -> {
              throw new IllegalStateException("a detail");
            }),
        console.properties("bad"));
    browser.signIn();
    HttpResponse<String> slow = browser.get("/cases/4417/slow");
    assertThat(slow.statusCode()).isEqualTo(503);
    assertThat(slow.body()).contains("Slow is not available").contains("Ruth Okafor");
    HttpResponse<String> bad = browser.get("/cases/4417/bad");
    assertThat(bad.statusCode()).isEqualTo(500);
    assertThat(bad.body()).contains("Bad is not available").doesNotContain("a detail");
    assertThat(browser.get("/cases/4417").body()).contains("overview here");
  }

  @Test
  void showsTilesThatCameInTimeAndNamesTheOthers() {
    CountDownLatch never = new CountDownLatch(1);
    tile(
        "fast",
        call -> new DashboardTile.Tile("Referrals to sort", "14", "Oldest: 1 day", "/intake"));
    tile(
        "slow",
        call -> {
          never.await();
          return new DashboardTile.Tile("Never", "1", "", "/");
        });
    tile(
        "bad",
        call -> {
          throw new IllegalStateException("a detail");
        });
    browser.signIn();
    HttpResponse<String> today = browser.get("/");
    assertThat(today.statusCode()).isEqualTo(200);
    assertThat(today.body())
        .contains("Referrals to sort")
        .containsPattern("vf-tile--absent[^a-z]+h3[^>]+>slow")
        .containsPattern("vf-tile--absent[^a-z]+h3[^>]+>bad")
        .doesNotContain("a detail");
    // Many visits do not use up the threads of others.
    for (int i = 0; i < 12; i++) {
      assertThat(browser.get("/").body()).contains("Referrals to sort");
    }
  }

  /** Makes a tile. */
  private interface TileOf {
    DashboardTile.Tile of(Call call) throws Exception;
  }

  private void tile(String module, TileOf made) {
    console.contributions.addTile(
        new DashboardTile() {
          @Override
          public int order() {
            return 1;
          }

          @Override
          public String permission() {
            return "cases:read";
          }

          @Override
          public Optional<Tile> tile(Call call) {
            try {
              return Optional.of(made.of(call));
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
              throw new IllegalStateException(e);
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          }
        },
        console.properties(module));
  }

  @Test
  void forgetsAModuleThatLeavesAtOnce() {
    PageSet extra =
        () ->
            List.of(Route.get("/extra", "cases:read", r -> PageResponse.page("E", Html.text("e"))));
    Samples.Nav nav = new Samples.Nav("Extra", "/extra", "cases:read", 500);
    console.contributions.addPages(extra, console.properties("extra"));
    console.contributions.addNavItem(nav, console.properties("extra"));
    browser.signIn();
    assertThat(browser.get("/extra").statusCode()).isEqualTo(200);
    console.leaving.add("extra");
    assertThat(browser.get("/extra").statusCode()).isEqualTo(404);
    console.leaving.clear();
    console.contributions.removePages(extra);
    console.contributions.removeNavItem(nav);
    HttpResponse<String> gone = browser.get("/extra");
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(gone.body()).doesNotContain(">Extra<");
    assertThat(console.inside.get()).isZero();
  }

  @Test
  void refusesAContributionThatDoesNotSayWhoseItIs() {
    console.contributions.addNavItem(
        new Samples.Nav("Stray", "/stray", "cases:read", 1), Map.of("service.id", 1L));
    browser.signIn();
    assertThat(browser.get("/").body()).doesNotContain("Stray");
  }

  @Test
  void usesTheOlderOfTwoRoutesForOneAddress() {
    console.contributions.addPages(
        () ->
            List.of(
                Route.get(
                    "/needs/assessments/{other}", "needs:read", r -> PageResponse.redirect("/")),
                Route.get(
                    "/needs/assessments/new",
                    "needs:read",
                    r -> PageResponse.page("n", Html.text("exact")))),
        console.properties("intruder"));
    browser.signIn();
    assertThat(browser.get("/needs/assessments/12").body()).contains("Number 12");
    assertThat(browser.get("/needs/assessments/new").body()).contains("exact");
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
    HttpResponse<String> large =
        browser.multipart("/needs/upload", Map.of("_csrf", csrf), "big.csv", new byte[2 << 20]);
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("The limit is 1 MB");
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
}
