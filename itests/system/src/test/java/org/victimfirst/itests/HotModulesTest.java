package org.victimfirst.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Modules leave, change and return while the rest is at work. */
class HotModulesTest {
  private static final String REPORT = "/api/v1/reporting/quarterly?from=2020-04-01&to=2020-06-30";
  private static final String REPORT_PAGE = "/reporting/quarterly/2020-04-01";
  private static final String NEEDS = "/api/v1/needs/changes?from=2020-04-01&to=2020-06-30";

  @ParameterizedTest
  @EnumSource(Store.class)
  void needsLeavesAndReturnsWithItsData(Store store) {
    Instance instance = Shared.on(store);
    Signed console = Signed.in(instance, "senior_caseworker");
    String token = People.token(instance, "senior_caseworker");
    String aCase = supported(console);
    Needs before = Needs.of(instance, console, token, aCase);
    assertThat(before.identified()).contains("personal_safety");
    assertThat(before.tab()).contains("Level of each need over time");

    try (Meanwhile others = others(instance, console, aCase)) {
      module(instance, "remove", "needs");
      assertThat(instance.get(NEEDS, token).status()).isEqualTo(404);
      assertThat(console.get("/needs/samples").statusCode()).isEqualTo(404);
      assertThat(console.get("/needs/reviews").statusCode()).isEqualTo(404);
      assertThat(console.get(aCase + "/needs").statusCode()).isEqualTo(404);
      assertThat(console.get(aCase).body()).doesNotContain("href=\"" + aCase + "/needs\"");
      assertThat(section(instance, "identified_needs").isMissingNode()).isTrue();
      assertThat(instance.get(REPORT).json().path("absent").toString())
          .contains("identified_needs", "reduction_in_need");

      module(instance, "install", "needs");
      assertThat(Needs.of(instance, console, token, aCase)).isEqualTo(before);
      assertThat(console.get(aCase).body()).contains("href=\"" + aCase + "/needs\"");
      assertThat(others.failed()).isEmpty();
      assertThat(others.answered()).isGreaterThan(20);
    }
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  void needsBecomesAnotherVersionWithItsData(Store store) {
    Instance instance = Shared.on(store);
    Signed console = Signed.in(instance, "senior_caseworker");
    String token = People.token(instance, "senior_caseworker");
    String aCase = supported(console);
    Needs before = Needs.of(instance, console, token, aCase);

    try (Meanwhile others = others(instance, console, aCase)) {
      module(instance, "update", ModuleFile.ofVersion("needs", "0.1.1").toString());
      assertThat(version(instance, "needs")).isEqualTo("0.1.1");
      assertThat(Needs.of(instance, console, token, aCase)).isEqualTo(before);

      module(instance, "update", "needs", "--version", ModuleFile.BUILT);
      assertThat(version(instance, "needs")).isEqualTo(ModuleFile.BUILT);
      assertThat(Needs.of(instance, console, token, aCase)).isEqualTo(before);
      assertThat(others.failed()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  void nobodyHoldsTheClassesOfWhatHasGone(Store store) {
    Instance instance = Shared.on(store);
    Signed console = Signed.in(instance, "senior_caseworker");
    String token = People.token(instance, "senior_caseworker");
    String aCase = supported(console);
    Needs.of(instance, console, token, aCase);
    assertThat(instance.get("/api/v1/needs/openapi.json").status()).isEqualTo(200);
    long gone = Memory.metric(instance, Memory.COLLECTED) + Memory.metric(instance, Memory.HELD);

    module(instance, "remove", "needs");
    module(instance, "install", "needs");

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> {
              Memory.collect(instance);
              assertThat(Memory.metric(instance, Memory.HELD)).isZero();
            });
    assertThat(Memory.metric(instance, Memory.COLLECTED)).isEqualTo(gone + 1);
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  void reportingLeavesReturnsAndBecomesAnotherVersion(Store store) {
    Instance instance = Shared.on(store);
    Signed console = Signed.in(instance, "service_manager");
    String before = instance.get(REPORT).json().path("sections").toString();
    assertThat(console.get(REPORT_PAGE).statusCode()).isEqualTo(200);
    assertThat(console.get("/cases").body()).contains("href=\"/reporting");

    module(instance, "remove", "reporting");
    assertThat(instance.get(REPORT).status()).isEqualTo(404);
    assertThat(console.get(REPORT_PAGE).statusCode()).isEqualTo(404);
    assertThat(console.get("/cases").body()).doesNotContain("href=\"/reporting");

    module(instance, "install", "reporting");
    assertThat(instance.get(REPORT).json().path("sections").toString()).isEqualTo(before);
    assertThat(console.get(REPORT_PAGE).statusCode()).isEqualTo(200);
    assertThat(console.get("/cases").body()).contains("href=\"/reporting");

    module(instance, "update", ModuleFile.ofVersion("reporting", "0.1.1").toString());
    assertThat(version(instance, "reporting")).isEqualTo("0.1.1");
    assertThat(instance.get(REPORT).json().path("sections").toString()).isEqualTo(before);
    module(instance, "update", "reporting", "--version", ModuleFile.BUILT);
    assertThat(instance.get(REPORT).json().path("sections").toString()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  void casesStaysWhileOthersNeedIt(Store store) {
    Instance instance = Shared.on(store);

    Launch.Result refused =
        Launch.run("module", "remove", "cases", "--data", instance.data().toString());

    assertThat(refused.code()).isNotZero();
    assertThat(refused.output()).contains("needs");
    assertThat(section(instance, "headlines").isMissingNode()).isFalse();
  }

  /** What the rest of the house is asked for meanwhile: pages and resources. */
  private static Meanwhile others(Instance instance, Signed console, String aCase) {
    return new Meanwhile(
        Map.of(
            "/api/v1/security/roles",
            () -> instance.get("/api/v1/security/roles").status(),
            REPORT,
            () -> instance.get(REPORT).status(),
            "a case's page",
            () -> console.get(aCase).statusCode(),
            REPORT_PAGE,
            () -> console.get(REPORT_PAGE).statusCode()));
  }

  /** The address of a closed case with enhanced support. */
  private static String supported(Signed console) {
    Matcher link =
        Pattern.compile("href=\"(/cases/\\d+)\"")
            .matcher(console.get("/cases?status=closed&level=enhanced").body());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static void module(Instance instance, String act, String... words) {
    Launch.Result done = Launch.module(instance, act, words);
    assertThat(done.code()).as(done.output()).isZero();
  }

  private static String version(Instance instance, String module) {
    return instance.get("/api/v1/modules/" + module).json().path("version").asText();
  }

  private static JsonNode section(Instance instance, String key) {
    Instance.Answer report = instance.get(REPORT);
    assertThat(report.status()).as(report.body()).isEqualTo(200);
    return report.json().path("sections").path(key);
  }

  /** All that needs shows, to be compared. */
  private record Needs(String identified, String changes, String tab) {
    static Needs of(Instance instance, Signed console, String token, String aCase) {
      HttpResponse<String> tab = console.get(aCase + "/needs");
      assertThat(tab.statusCode()).isEqualTo(200);
      assertThat(console.get("/needs/samples").statusCode()).isEqualTo(200);
      Instance.Answer changes = instance.get(NEEDS, token);
      assertThat(changes.status()).as(changes.body()).isEqualTo(200);
      String main = tab.body().replaceAll("(?s)^.*<main", "").replaceAll("_csrf[^>]*", "");
      return new Needs(
          HotModulesTest.section(instance, "identified_needs").toString(), changes.body(), main);
    }
  }
}
