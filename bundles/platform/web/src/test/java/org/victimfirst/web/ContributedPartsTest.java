package org.victimfirst.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.DashboardTile;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;

/** What modules contribute: tabs, tiles and pages, also when they fail, dawdle or leave. */
class ContributedPartsTest extends ConsoleTestBase {
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
  void readsTheHeadOfACaseOnceForATab() {
    AtomicInteger heads = new AtomicInteger();
    console.directory(Samples.directory(heads));
    console.contributions.addCaseTab(
        new Samples.Tab("", "Overview", 0, "cases:read", (r, h) -> Html.text("overview here")),
        console.properties("cases"));
    browser.signIn();

    assertThat(browser.get("/cases/4417").body())
        .contains("overview here", "Safe contact: no voicemail");

    // Each reading is recorded: twice for one page would be one too many in the audit.
    assertThat(heads).hasValue(1);
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
        console.properties("needs"));
    browser.signIn();
    assertThat(browser.get("/needs/assessments/12").body()).contains("Number 12");
    assertThat(browser.get("/needs/assessments/new").body()).contains("exact");
  }

  @Test
  void keepsModulesOffEachOthersAddresses() {
    console.contributions.addPages(
        () ->
            List.of(
                Route.get(
                    "/needs/taken", "cases:read", r -> PageResponse.page("T", Html.text("t")))),
        console.properties("intruder"));
    browser.signIn();

    assertThat(browser.get("/needs/taken").statusCode()).isEqualTo(404);
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
}
