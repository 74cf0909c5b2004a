package org.victimfirst.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.victimfirst.itests.Extracts.Extract;

/** From the files of an extract to the figures of the report: leaf by leaf what it must be. */
@Execution(ExecutionMode.CONCURRENT)
class FiguresTest {
  static Stream<Arguments> extractsOnEveryStore() {
    Map<String, Supplier<Extract>> extracts = new LinkedHashMap<>();
    extracts.put("published", Extracts::published);
    extracts.put("messy", Extracts::messy);
    for (int seed : List.of(11, 23, 42)) {
      extracts.put("seed " + seed, () -> Extracts.generated(seed, "llr-2020-q1"));
    }
    extracts.put("variant", () -> Extracts.generated(5, "variant"));
    return Stream.of(Store.values())
        .flatMap(
            store ->
                extracts.entrySet().stream()
                    .map(entry -> Arguments.of(store, entry.getKey(), entry.getValue())));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("extractsOnEveryStore")
  void everyFigureIsWhatItMustBe(Store store, String name, Supplier<Extract> source) {
    Extract extract = source.get();
    try (Instance instance = Instance.empty(store)) {
      Launch.Result imported =
          Launch.run("import", extract.folder().toString(), "--data", instance.data().toString());
      assertThat(imported.code()).as(imported.output()).isZero();

      Instance.Answer report =
          instance.get(
              "/api/v1/reporting/quarterly?from=" + extract.from() + "&to=" + extract.to());
      assertThat(report.status()).as(report.body()).isEqualTo(200);
      for (String section : Sections.ALL) {
        assertThat(Sections.leaves(report.json(), section))
            .as(section)
            .isEqualTo(Sections.leaves(extract.expected(), section))
            .isNotEmpty();
      }

      String json = printed(instance, extract, "json");
      assertThat(Sections.leaves(Extracts.json(json)))
          .isEqualTo(Sections.leaves(extract.expected()));
      if (name.equals("messy")) {
        assertThat(Faults.found(instance))
            .containsExactlyInAnyOrderElementsOf(Faults.expected(extract));
      }
      if (name.equals("published")) {
        assertThat(Sections.figures(printed(instance, extract, "csv")))
            .isEqualTo(Sections.figures(extract.expected()));
        assertThat(printed(instance, extract, "html"))
            .startsWith("<!DOCTYPE html>")
            .contains(">2,641</p>", ">3,349</p>", "Referral sources", "Reduction in need");
      }
    }
  }

  private static String printed(Instance instance, Extract extract, String format) {
    Launch.Result printed =
        Launch.run(
            "report",
            "--data",
            instance.data().toString(),
            "--from",
            extract.from(),
            "--to",
            extract.to(),
            "--format",
            format);
    assertThat(printed.code()).as(printed.output()).isZero();
    return printed.output();
  }
}
