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
 * of the rest are asked for. Loaded classes are counted after full collections, with the module
 * removed; what became of its class loaders the platform tells by phantom references.
 *
 * <p>The JVM's compiler looks up classes that a method names and has not needed so far, when it
 * compiles that method: with its usual settings, after 200 calls. Paths that are gone once in a
 * cycle would get there at any time in the ten. So this server compiles a method after four calls,
 * and goes through the same cycle until no class has come in three of them, before it is counted.
 */
final class CyclesBenchmark implements Benchmark {
  private static final int CYCLES = 10;
  private static final int STILL = 3;
  private static final int MOST_BEFORE = 15;
  private static final String COMPILING_EARLY =
      "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.02"
          + " -XX:ReservedCodeCacheSize=240m";
  private static final String OURS = "org.victimfirst.";
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
    try (Instance instance = Instance.withSample(Store.DERBY, COMPILING_EARLY)) {
      Signed console = Signed.in(instance, "senior_caseworker");
      Module module =
          new Module(
              instance, console, People.token(instance, "senior_caseworker"), caseOf(console));
      Meanwhile others = others(instance, console, module.aCase());
      int before;
      Counted counted;
      long begun;
      try (others) {
        module.change("remove", "needs");
        module.change("install", next.toString());
        module.change("remove", "needs");
        before = untilStill(module);
        begun = System.nanoTime();
        counted = counted(module);
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      return """
          | after cycle | classes loaded | of these ours | made of statements | all, by the JVM's count | class loaders collected | class loaders still held |
          |---|---|---|---|---|---|---|
          %s

          Classes that came between the last two rows: %s.

          Requests elsewhere meanwhile: %,d, failed: %d%s. %.1f s for a cycle of install, use, update, use and remove, each by the launcher; %d cycles before the first that counts. Derby, heap 512 MB. The cycle has two class loaders, one of each version.
          """
          .formatted(
              String.join("\n", counted.rows()),
              counted.came().isEmpty() ? "none" : "`" + String.join("`, `", counted.came()) + "`",
              others.answered(),
              others.failed().size(),
              others.failed().isEmpty() ? "" : " " + new TreeSet<>(others.failed()),
              seconds / CYCLES,
              before);
    }
  }

  /** Goes through cycles until no class has come in some of them, and says how many it took. */
  private static int untilStill(Module module) {
    Memory.Classes before = module.cycleAndCount();
    int cycles = 1;
    int still = 0;
    while (still < STILL && cycles < MOST_BEFORE) {
      Memory.Classes now = module.cycleAndCount();
      Set<String> came = now.since(before);
      System.err.println("Before cycle 1: " + now.count() + " classes, came: " + came);
      still = came.isEmpty() ? still + 1 : 0;
      before = now;
      cycles++;
    }
    return cycles;
  }

  /**
   * What was counted.
   *
   * @param rows of the table
   * @param came names of classes that came between the last two rows
   */
  private record Counted(List<String> rows, Set<String> came) {}

  private static Counted counted(Module module) {
    List<String> rows = new ArrayList<>();
    Memory.Classes before = new Memory.Classes(Map.of(), 0);
    Set<String> came = Set.of();
    for (int cycle = 1; cycle <= CYCLES; cycle++) {
      Memory.Classes now = module.cycleAndCount();
      if (COUNTED.contains(cycle)) {
        rows.add(row(module.instance(), cycle, now));
        came = now.since(before);
        before = now;
      }
    }
    if (came.stream().anyMatch(name -> name.startsWith(OURS))) {
      throw new IllegalStateException("Classes of ours came between the last two rows: " + came);
    }
    long held = Memory.metric(module.instance(), Memory.HELD);
    if (held > 0) {
      throw new IllegalStateException(
          held + " class loaders of removed modules are held:\n" + String.join("\n", rows));
    }
    return new Counted(rows, came);
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

  private static String row(Instance instance, int cycle, Memory.Classes classes) {
    return "| %d | %,d | %,d | %,d | %,d | %d | %d |"
        .formatted(
            cycle,
            classes.count(),
            classes.count(OURS),
            classes.ofStatements(),
            Memory.metric(instance, "victimfirst_jvm_classes_loaded"),
            Memory.metric(instance, Memory.COLLECTED),
            Memory.metric(instance, Memory.HELD));
  }

  /**
   * The module that comes and goes, and who uses it.
   *
   * @param token of a system that may read it
   * @param aCase address of a case's page
   */
  private record Module(Instance instance, Signed console, String token, String aCase) {
    void change(String act, String... words) {
      Launch.Result done = Launch.module(instance, act, words);
      if (done.code() != 0) {
        throw new IllegalStateException(act + " failed: " + done.output());
      }
    }

    /** One cycle; a class loader goes with the collection after it was let go of. */
    Memory.Classes cycleAndCount() {
      change("install", "needs", "--version", ModuleFile.BUILT);
      use();
      change("update", "needs", "--version", NEXT);
      use();
      change("remove", "needs");
      expect(404, console.get("/needs/samples").statusCode());
      expect(404, instance.get("/api/v1/needs/changes" + PERIOD, token).status());
      // Read in every cycle, not only in those that are written down.
      expect(200, instance.get("/metrics").status());
      for (int i = 0; i < 3; i++) {
        Memory.collect(instance);
      }
      return Memory.classes(instance);
    }

    /** Pages, resources and sections of the module. */
    private void use() {
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
  }
}
