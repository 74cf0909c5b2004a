package org.victimfirst.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Modules leave and return while the rest is at work. */
class HotModulesTest {
  private static final String REPORT = "/api/v1/reporting/quarterly?from=2020-04-01&to=2020-06-30";

  @ParameterizedTest
  @EnumSource(Store.class)
  void needsLeavesAndReturnsWithItsData(Store store) {
    Instance instance = Shared.on(store);
    String data = instance.data().toString();
    String before = section(instance, "identified_needs").toString();
    assertThat(before).contains("personal_safety");

    AtomicBoolean working = new AtomicBoolean(true);
    AtomicInteger answered = new AtomicInteger();
    ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
    List<CompletableFuture<Void>> others = new ArrayList<>();
    for (String address : List.of("/api/v1/security/me", "/api/v1/security/roles", REPORT)) {
      others.add(
          CompletableFuture.runAsync(
              () -> {
                while (working.get()) {
                  Instance.Answer answer = instance.get(address);
                  answered.incrementAndGet();
                  if (answer.status() != 200) {
                    failed.add(address + " " + answer.status());
                  }
                }
              }));
    }
    try {
      for (int cycle = 0; cycle < 2; cycle++) {
        Launch.Result removed = Launch.run("module", "remove", "needs", "--data", data);
        assertThat(removed.code()).as(removed.output()).isZero();
        assertThat(instance.get("/api/v1/needs/samples").status()).isEqualTo(404);
        assertThat(section(instance, "identified_needs").isMissingNode()).isTrue();
        assertThat(instance.get(REPORT).json().path("absent").toString())
            .contains("identified_needs");

        Launch.Result installed = Launch.run("module", "install", "needs", "--data", data);
        assertThat(installed.code()).as(installed.output()).isZero();
        assertThat(section(instance, "identified_needs").toString()).isEqualTo(before);
      }
    } finally {
      working.set(false);
      others.forEach(CompletableFuture::join);
    }
    assertThat(failed).isEmpty();
    assertThat(answered.get()).isGreaterThan(20);
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  void reportingLeavesAndReturns(Store store) {
    Instance instance = Shared.on(store);
    String data = instance.data().toString();
    String before = instance.get(REPORT).json().path("sections").toString();

    Launch.Result removed = Launch.run("module", "remove", "reporting", "--data", data);
    assertThat(removed.code()).as(removed.output()).isZero();
    assertThat(instance.get(REPORT).status()).isEqualTo(404);

    Launch.Result installed = Launch.run("module", "install", "reporting", "--data", data);
    assertThat(installed.code()).as(installed.output()).isZero();
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

  private static JsonNode section(Instance instance, String key) {
    Instance.Answer report = instance.get(REPORT);
    assertThat(report.status()).as(report.body()).isEqualTo(200);
    return report.json().path("sections").path(key);
  }
}
