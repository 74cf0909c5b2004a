package org.victimfirst.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.victimfirst.itests.Instance;
import org.victimfirst.itests.Launch;
import org.victimfirst.itests.Meanwhile;
import org.victimfirst.itests.Memory;
import org.victimfirst.itests.ModuleFile;
import org.victimfirst.itests.People;
import org.victimfirst.itests.Signed;
import org.victimfirst.itests.Store;

/**
 * Ten times: {@code needs} is installed, used, updated, used and removed, while pages and resources
 * of the rest are asked for. Loaded classes are counted after a full collection, with the module
 * removed; what became of its class loaders the platform tells by phantom references.
 */
final class CyclesBenchmark implements Benchmark {
  private static final int CYCLES = 10;
  private static final String NEXT = "0.1.1";
  private static final String PERIOD = "?from=2020-04-01&to=2020-06-30";
  private static final String REPORT = "/api/v1/reporting/quarterly" + PERIOD;
  private static final String REPORT_PAGE = "/reporting/quarterly/2020-04-01";
  private static final List<Integer> COUNTED = List.of(1, 2, 5, 10);

  @Override
  public String name() {
    return "cycles";
  }

  @Override
  public String measure() {
    Path next = ModuleFile.ofVersion("needs", NEXT);
    try (Instance instance = Instance.withSample(Store.DERBY)) {
      Signed console = Signed.in(instance, "senior_caseworker");
      String token = People.token(instance, "senior_caseworker");
      String aCase = caseOf(console);
      List<String> rows = new ArrayList<>();
      int answered;
      List<String> failed;
      Set<String> afterFive = Set.of();
      Set<String> came = new TreeSet<>();
      long begun = System.nanoTime();
      try (Meanwhile others = others(instance, console, aCase)) {
        module(instance, "remove", "needs");
        module(instance, "install", next.toString());
        module(instance, "remove", "needs");
        for (int cycle = 1; cycle <= CYCLES; cycle++) {
          module(instance, "install", "needs", "--version", ModuleFile.BUILT);
          use(instance, console, token, aCase);
          module(instance, "update", "needs", "--version", NEXT);
          use(instance, console, token, aCase);
          module(instance, "remove", "needs");
          if (COUNTED.contains(cycle)) {
            rows.add(row(instance, cycle));
            Set<String> now = Memory.classNames(instance);
            if (cycle == CYCLES) {
              came.addAll(now);
              came.removeAll(afterFive);
            }
            afterFive = now;
          }
        }
        answered = others.answered();
        failed = others.failed();
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      return """
          | after cycle | classes loaded | by the JVM's count | class loaders collected | class loaders still held |
          |---|---|---|---|---|
          %s

          Classes that came between the last two rows: %s.

          Requests elsewhere meanwhile: %,d, failed: %d%s. %.1f s for a cycle of install, use, update, use and remove, each by the launcher. Derby, heap 512 MB. The cycle has two class loaders, one of each version. Made ones: classes that Derby compiles of statements and accessors that the JDK makes; they come and go with the requests.
          """
          .formatted(
              String.join("\n", rows),
              came.isEmpty() ? "none" : "`" + String.join("`, `", came) + "`",
              answered,
              failed.size(),
              failed.isEmpty() ? "" : " " + List.copyOf(new TreeSet<>(failed)),
              seconds / CYCLES);
    }
  }

  private static Meanwhile others(Instance instance, Signed console, String aCase) {
    return new Meanwhile(
        Map.of(
            "roles", () -> instance.get("/api/v1/security/roles").status(),
            "report", () -> instance.get(REPORT).status(),
            "case page", () -> console.get(aCase).statusCode(),
            "case list", () -> console.get("/cases").statusCode(),
            "report page", () -> console.get(REPORT_PAGE).statusCode()));
  }

  private static String caseOf(Signed console) {
    Matcher link =
        Pattern.compile("href=\"(/cases/\\d+)\"")
            .matcher(console.get("/cases?status=closed&level=enhanced").body());
    if (!link.find()) {
      throw new IllegalStateException("The sample has no closed case with enhanced support");
    }
    return link.group(1);
  }

  private static void module(Instance instance, String act, String... words) {
    Launch.Result done = Launch.module(instance, act, words);
    if (done.code() != 0) {
      throw new IllegalStateException(act + " failed: " + done.output());
    }
  }

  /** Pages, resources and sections of the module, reading and writing. */
  private static void use(Instance instance, Signed console, String token, String aCase) {
    expect(200, console.get(aCase + "/needs").statusCode());
    expect(200, console.get("/needs/samples").statusCode());
    expect(200, console.get("/needs/reviews").statusCode());
    expect(200, instance.get("/api/v1/needs" + aCase + "/assessments", token).status());
    expect(200, instance.get("/api/v1/needs/changes" + PERIOD, token).status());
    expect(200, instance.get("/api/v1/needs/openapi.json", token).status());
    Instance.Answer report = instance.get(REPORT);
    if (report.json().path("sections").path("identified_needs").isMissingNode()) {
      throw new IllegalStateException("The report has no section of needs: " + report.body());
    }
  }

  private static void expect(int wanted, int status) {
    if (status != wanted) {
      throw new IllegalStateException("Used needs: " + status + " instead of " + wanted);
    }
  }

  /** Counts after full collections: a class loader goes with the one after it was let go of. */
  private static String row(Instance instance, int cycle) {
    for (int i = 0; i < 3; i++) {
      Memory.collect(instance);
    }
    return "| %d | %,d | %,d | %d | %d |"
        .formatted(
            cycle,
            Memory.classes(instance),
            Memory.metric(instance, "victimfirst_jvm_classes_loaded"),
            Memory.metric(instance, Memory.COLLECTED),
            Memory.metric(instance, Memory.HELD));
  }
}
