package org.victimfirst.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A module that was made from the archetype, with the group and the version of a stranger. */
class MadeModuleTest {
  private static final Path TARGET =
      Launch.ROOT.resolve(
          "archetype/target/test-classes/projects/equipment/project/victimfirst-equipment/target");
  private static final Path FILE = TARGET.resolve("victimfirst-equipment-1.4.0.kar");
  private static final String NOTE = "Lent until the trial is over";

  @BeforeAll
  static void isMade() {
    assertThat(FILE)
        .as("The test of the archetype makes it: mvn -f archetype/pom.xml install")
        .exists();
  }

  @Test
  void itsManifestKeepsTheRules() throws IOException {
    try (JarFile jar = new JarFile(TARGET.resolve("victimfirst-equipment-1.4.0.jar").toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      ManifestRulesTest.checkModule(manifest);
      ManifestRulesTest.checkSubjectData(manifest);
      ManifestRulesTest.checkWiring(Map.entry("victimfirst-equipment", manifest));
    }
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  void itIsInstalledUsedRemovedAndReturnsWithItsData(Store store) {
    Instance instance = Shared.on(store);
    Signed console = Signed.in(instance, "senior_caseworker");
    String aCase = open(console);
    isAway(instance, console, aCase);
    try {
      module(instance, "install", FILE.toString());
      JsonNode state = instance.get("/api/v1/modules/equipment").json();
      assertThat(state.path("version").asText()).isEqualTo("1.4.0");
      assertThat(state.path("health").asText()).as(state.toString()).isEqualTo("Healthy");
      note(console, aCase);
      hasNoBarriers(instance, aCase);
      String token = People.token(instance, "senior_caseworker");
      String record = record(instance, token, aCase);
      assertThat(
              instance
                  .get("/api/v1/security/audit?action=equipment.loan.recorded")
                  .json()
                  .path("items"))
          .isNotEmpty();

      module(instance, "remove", "equipment");
      isAway(instance, console, aCase);
      assertThat(instance.get(record, token).status()).isEqualTo(404);

      module(instance, "install", "equipment");
      assertThat(record(instance, token, aCase)).isEqualTo(record);
      assertThat(console.get(aCase + "/equipment").body()).contains(NOTE);
    } finally {
      // Other tests of this instance know nothing of it.
      Launch.module(instance, "remove", "equipment");
    }
  }

  private static void isAway(Instance instance, Signed console, String aCase) {
    assertThat(console.get("/equipment").statusCode()).isEqualTo(404);
    assertThat(console.get(aCase + "/equipment").statusCode()).isEqualTo(404);
    assertThat(console.get(aCase).body()).doesNotContain("/equipment\"");
    assertThat(instance.get("/api/v1/equipment/openapi.json").status()).isEqualTo(404);
  }

  /** By its pages: the menu, the tab, the form that is refused and keeps its words, the list. */
  private static void note(Signed console, String aCase) {
    assertThat(console.get(aCase).body())
        .contains("href=\"/equipment\"", "href=\"" + aCase + "/equipment\"");
    assertThat(console.get(aCase + "/equipment").body()).contains("Nothing is noted yet");
    String form = aCase + "/equipment/new";
    String csrf = console.csrf(form);
    HttpResponse<String> refused =
        console.post(form, Map.of("day", "31 June 2020", "note", NOTE, "_csrf", csrf));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Enter a day that exists", "31 June 2020", NOTE);

    HttpResponse<String> saved =
        console.post(form, Map.of("day", "30 June 2020", "note", NOTE, "_csrf", csrf));

    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    assertThat(console.get(aCase + "/equipment").body()).contains("30 June 2020", NOTE);
    assertThat(console.get("/equipment").body()).contains("href=\"" + aCase + "/equipment\"");
  }

  /** On a desk and on a phone, in a real browser. */
  private static void hasNoBarriers(Instance instance, String aCase) {
    try (Browser browser = new Browser()) {
      Page page = browser.window(1280);
      Browser.signIn(page, instance, People.person(instance, "senior_caseworker"));
      page.navigate(instance.address() + aCase + "/equipment");
      String change = page.locator("main a[href^='/equipment/records/']").getAttribute("href");
      for (String path :
          List.of("/equipment", aCase + "/equipment", aCase + "/equipment/new", change)) {
        page.navigate(instance.address() + path);
        for (int width : List.of(1280, 360)) {
          page.setViewportSize(width, 900);
          assertThat(Browser.barriers(page)).as("%s at %s", path, width).isEmpty();
        }
      }
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /** By REST: the address of the one record of a case. */
  private static String record(Instance instance, String token, String aCase) {
    Instance.Answer all = instance.get("/api/v1/equipment" + aCase + "/records?size=5", token);
    assertThat(all.status()).as(all.body()).isEqualTo(200);
    assertThat(all.json().path("total").asInt()).isEqualTo(1);
    String address = "/api/v1/equipment/records/" + all.json().at("/items/0/id").asText();
    Instance.Answer one = instance.get(address, token);
    assertThat(one.json().path("note").asText()).isEqualTo(NOTE);
    assertThat(one.response().headers().firstValue("ETag")).hasValue("\"1\"");
    assertThat(
            instance
                .send("PUT", address, token, BodyPublishers.ofString("{}"), "application/json")
                .status())
        .isEqualTo(428);
    assertThat(instance.get(address, null).status()).isEqualTo(401);
    return address;
  }

  /** The address of an open case. */
  private static String open(Signed console) {
    Matcher link =
        Pattern.compile("href=\"(/cases/\\d+)\"").matcher(console.get("/cases?status=open").body());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static void module(Instance instance, String act, String what) {
    Launch.Result done = Launch.module(instance, act, what);
    assertThat(done.code()).as(done.output()).isZero();
  }
}
