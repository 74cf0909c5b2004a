package org.victimfirst.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Every page that the console has, reached by its links alone, with axe, on a desk and on a phone.
 */
class BarriersTest {
  private static final Browser BROWSER = new Browser();
  private static final Pattern NUMBER = Pattern.compile("(?<=/)\\d+(?=/|$)");

  /** Pages of which two are looked at: an open case and a closed one differ. */
  private static final String OF_A_CASE = "/cases/{caseId";

  /** Pages that are there only after an act that would disturb the tests beside this one. */
  private static final Set<String> AFTER_AN_ACT =
      Set.of(
          "/admin/modules/operations/{id}",
          "/admin/modules/{name:[a-z][a-z0-9-]*}/purge",
          "/kept-form");

  private final Instance instance = Shared.on(Store.DERBY);
  private final List<String> found = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();

  @AfterAll
  static void close() {
    BROWSER.close();
  }

  @Test
  void noPageHasBarriers() {
    Page casework = window("senior_caseworker", "service_manager");
    casework.navigate(instance.address() + "/cases?status=closed&level=enhanced");
    String closed = casework.locator("tbody th a").first().getAttribute("href");
    // Not the first open one: other tests of this instance begin there.
    casework.navigate(instance.address() + "/cases?status=open");
    String open = casework.locator("tbody th a").last().getAttribute("href");
    String other = casework.locator("tbody th a").nth(20).getAttribute("href");
    assess(casework, open, "text=Save start assessment");
    assess(casework, other, "main form button[name=draft]");
    moves(open);
    String draft = address(casework, "/needs/assessments/").replace("/edit", "");
    casework.navigate(instance.address() + "/intake");
    String imported = address(casework, "/intake/imports/");
    Set<String> pages = pages();
    Map<String, Pattern> kinds = kinds(pages);
    walk(
        casework,
        kinds,
        List.of(
            "/",
            open,
            closed,
            draft + "/discard",
            "/needs/samples",
            "/needs/changes?from=2020-04-01&to=2020-06-30",
            "/needs/reviews",
            imported + "/problems",
            "/reporting/period?from=2020-04-01&to=2020-05-31",
            "/nowhere"));
    Page administration = window("administrator", "auditor");
    administration.navigate(instance.address() + "/admin/people");
    administration.getByLabel("Name or login").fill("test-system");
    administration.locator("main form button").click();
    String system = address(administration, "/admin/people/");
    walk(administration, kinds, List.of("/", "/account/tokens", system + "/tokens"));
    Page nobody = BROWSER.window(1280);
    walk(nobody, kinds, List.of("/sign-in"));

    assertThat(found).isEmpty();
    assertThat(pages).isNotEmpty().isSubsetOf(seen);
    assertThat(BROWSER.complaints())
        .filteredOn(complaint -> !complaint.contains("404") && !complaint.contains("403"))
        .isEmpty();
  }

  private Page window(String... roles) {
    Page page = BROWSER.window(1280);
    Browser.signIn(page, instance, People.person(instance, roles));
    return page;
  }

  /** The first address in main that begins so. */
  private static String address(Page page, String begin) {
    return page.locator("main a[href^='" + begin + "']:not([href$='/new'])")
        .first()
        .getAttribute("href");
  }

  /** A second referral of somebody gives another address. */
  private void moves(String aCase) {
    String token = People.token(instance, "senior_caseworker");
    JsonNode known = instance.get("/api/v1" + aCase, token).json();
    ObjectNode sent = JsonNodeFactory.instance.objectNode();
    sent.put("personId", known.path("personId").asText());
    sent.set("person", known.path("person"));
    sent.withObject("/person").put("addressLine1", "9 New Street").put("town", "Exampleton");
    sent.set("referral", known.path("referral"));
    sent.withObject("/referral").put("receivedAt", "2026-11-01T10:00:00");
    Instance.Answer received =
        instance.send(
            "POST",
            "/api/v1/cases/referrals",
            token,
            BodyPublishers.ofString(sent.toString()),
            "application/json");
    assertThat(received.status()).as(received.body()).isEqualTo(201);
  }

  private void assess(Page page, String open, String save) {
    page.navigate(instance.address() + open + "/needs/new?stage=start");
    page.selectOption("select", new SelectOption().setIndex(1));
    page.locator(".vf-need input").first().check();
    page.click(save);
  }

  /** The paths of all pages that show something, as their modules give them. */
  private Set<String> pages() {
    Set<String> paths = new TreeSet<>();
    Instance.Answer answer = instance.get("/api/v1/web/pages", People.token(instance, "auditor"));
    assertThat(answer.status()).isEqualTo(200);
    for (JsonNode page : answer.json()) {
      String path = page.path("path").asText();
      boolean file = path.endsWith(".csv") || path.contains("{file:");
      if (page.path("method").asText().equals("GET") && !file && !AFTER_AN_ACT.contains(path)) {
        paths.add(path);
      }
    }
    return paths;
  }

  /** Follows links from some pages on, a few pages of each kind. */
  private void walk(Page page, Map<String, Pattern> kinds, List<String> from) {
    Map<String, Integer> looked = new HashMap<>();
    Set<String> known = new HashSet<>(from);
    Deque<String> ahead = new ArrayDeque<>(from);
    while (!ahead.isEmpty()) {
      String address = ahead.remove();
      String path = URI.create(address).getPath();
      String kind =
          kinds.entrySet().stream()
              .filter(one -> one.getValue().matcher(path).matches())
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(NUMBER.matcher(path).replaceAll("1"));
      if (looked.merge(kind, 1, Integer::sum) <= (kind.startsWith(OF_A_CASE) ? 2 : 1)
          && shows(page, address)) {
        seen.add(kind);
        look(page, address);
        for (String link : links(page)) {
          if (known.add(link)) {
            ahead.add(link);
          }
        }
      }
    }
  }

  /** Each page's path as a pattern of the addresses that it has. */
  private Map<String, Pattern> kinds(Set<String> pages) {
    Map<String, Pattern> kinds = new HashMap<>();
    for (String path : pages) {
      kinds.put(
          path,
          Pattern.compile(
              path.replaceAll("\\{\\w+:([^}]+)}", "$1").replaceAll("\\{\\w+}", "[^/]+")));
    }
    return kinds;
  }

  /** Opens an address; some are files, and some refuse. */
  private boolean shows(Page page, String address) {
    @Nullable Response response = page.navigate(instance.address() + address);
    return response != null && response.status() != 403;
  }

  @SuppressWarnings("unchecked")
  private static List<String> links(Page page) {
    return (List<String>)
        page.evaluate(
            "[...document.querySelectorAll('a[href]:not([download])')]"
                + ".map(a => new URL(a.href)).filter(u => u.host === location.host)"
                + ".filter(u => !/\\.\\w+$|^.api.|^.assets./.test(u.pathname))"
                + ".map(u => u.pathname + u.search)");
  }

  private void look(Page page, String address) {
    for (int width : List.of(1280, 360)) {
      page.setViewportSize(width, 900);
      for (String barrier : Browser.barriers(page)) {
        found.add(address + " at " + width + ": " + barrier);
      }
    }
  }
}
