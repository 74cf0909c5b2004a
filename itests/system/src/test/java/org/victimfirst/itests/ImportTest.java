package org.victimfirst.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.victimfirst.itests.Extracts.Extract;

/** What an import survives. */
@Execution(ExecutionMode.CONCURRENT)
class ImportTest {
  private static final String IMPORTS = "/api/v1/intake/imports";
  private static final Duration LONG = Duration.ofMinutes(4);

  /** In demographics.csv, the second file. */
  private static final long WITHIN_ONE_FILE = 2000;

  /** In contact_attempts.csv and needs_assessments.csv, which begin after 11,454 rows. */
  private static final long WITHIN_TWO_FILES_AT_ONCE = 15_000;

  private static final Set<String> TAKEN =
      Set.of(
          "referrals.csv",
          "demographics.csv",
          "cases.csv",
          "contact_attempts.csv",
          "needs_assessments.csv",
          "impact_sample.csv");

  @ParameterizedTest
  @EnumSource(Store.class)
  void aKilledImportEndsWithTheSameResult(Store store) throws IOException {
    Extract extract = Extracts.published();
    try (Instance instance = Instance.empty(store)) {
      String data = instance.data().toString();
      Process importing =
          Launch.start(List.of("import", extract.folder().toString(), "--data", data));
      killWhenItHasRead(WITHIN_ONE_FILE, instance);
      importing.destroyForcibly().onExit().join();
      instance.start();
      killWhenItHasRead(WITHIN_TWO_FILES_AT_ONCE, instance);
      instance.start();
      await().atMost(LONG).until(() -> allIsLoaded(instance));

      assertThat(figures(instance, extract)).isEqualTo(expected(extract));
      // The same files once more add nothing, and say so.
      Launch.Result again = Launch.run("import", extract.folder().toString(), "--data", data);
      assertThat(again.code()).as(again.output()).isZero();
      JsonNode totals =
          instance.get(IMPORTS + "/" + newest(instance).path("id").asText()).json().path("totals");
      assertThat(totals.path("added").asLong()).as(again.output()).isZero();
      assertThat(totals.path("rejected").asLong()).isZero();
      assertThat(figures(instance, extract)).isEqualTo(expected(extract));
    }
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  void filesWaitForTheirModule(Store store) {
    Extract extract = Extracts.published();
    try (Instance instance = Instance.empty(store)) {
      String data = instance.data().toString();
      Launch.Result removed = Launch.run("module", "remove", "needs", "--data", data);
      assertThat(removed.code()).as(removed.output()).isZero();

      Launch.Result imported = Launch.run("import", extract.folder().toString(), "--data", data);

      assertThat(imported.code()).as(imported.output()).isZero();
      assertThat(imported.output()).contains("needs_assessments.csv", "impact_sample.csv");
      assertThat(figures(instance, extract).keySet())
          .isNotEmpty()
          .noneMatch(path -> path.startsWith("identified_needs/"));

      Launch.Result installed = Launch.run("module", "install", "needs", "--data", data);
      assertThat(installed.code()).as(installed.output()).isZero();
      await()
          .atMost(LONG)
          .untilAsserted(() -> assertThat(figures(instance, extract)).isEqualTo(expected(extract)));
    }
  }

  private static JsonNode newest(Instance instance) {
    return instance.get(IMPORTS).json().at("/items/0");
  }

  /** Kills a server whose import is running and has read more than some rows. */
  private static void killWhenItHasRead(long rows, Instance instance) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> instance.get(IMPORTS + "/" + newest(instance).path("id").asText()).json(),
            one ->
                one.path("status").asText().equals("running") && one.path("read").asLong() > rows);
    instance.kill();
  }

  /** Done, and not as far as it could be done by the modules that had started by then. */
  private static boolean allIsLoaded(Instance instance) {
    JsonNode one = instance.get(IMPORTS + "/" + newest(instance).path("id").asText()).json();
    Set<String> loaded = new HashSet<>();
    for (JsonNode file : one.path("files")) {
      if (file.path("status").asText().equals("loaded")) {
        loaded.add(file.path("file").asText());
      }
    }
    return one.path("status").asText().equals("done") && loaded.containsAll(TAKEN);
  }

  private static Map<String, String> figures(Instance instance, Extract extract) {
    Instance.Answer report =
        instance.get("/api/v1/reporting/quarterly?from=" + extract.from() + "&to=" + extract.to());
    assertThat(report.status()).as(report.body()).isEqualTo(200);
    return Sections.leaves(report.json());
  }

  private static Map<String, String> expected(Extract extract) {
    return Sections.leaves(extract.expected());
  }
}
