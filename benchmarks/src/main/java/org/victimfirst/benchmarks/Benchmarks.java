package org.victimfirst.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.victimfirst.itests.Launch;

/** The command: measures what it is told to, or everything, and writes it down. */
public final class Benchmarks {
  private static final List<Benchmark> ALL =
      List.of(
          new ImportBenchmark(),
          new ReportBenchmark(),
          new PagesBenchmark(),
          new StartBenchmark(),
          new CyclesBenchmark());

  private Benchmarks() {}

  /**
   * Runs.
   *
   * @param names which; none: all
   */
  public static void main(String[] names) throws Exception {
    Map<String, Benchmark> known = new LinkedHashMap<>();
    ALL.forEach(benchmark -> known.put(benchmark.name(), benchmark));
    List<String> wanted = names.length == 0 ? List.copyOf(known.keySet()) : List.of(names);
    for (String name : wanted) {
      if (!known.containsKey(name)) {
        System.err.println("There is no benchmark " + name + ". There are: " + known.keySet());
        System.exit(2);
      }
    }
    PerformancePage page = new PerformancePage(Launch.ROOT.resolve("docs/performance.md"));
    for (String name : wanted) {
      System.err.println("Measuring " + name + " …");
      String part = Objects.requireNonNull(known.get(name)).measure();
      System.out.println(part);
      page.replace(name, part);
    }
    System.exit(0);
  }
}
