package org.victimfirst.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.victimfirst.itests.Extracts;
import org.victimfirst.itests.Instance;

/** The quarterly report beside a pass over the same facts that was written by hand. */
final class ReportBenchmark implements Benchmark {
  private static final int WARM = 150;
  private static final int TIMES = 101;

  @Override
  public String name() {
    return "report";
  }

  @Override
  public String measure() throws Exception {
    StringBuilder table =
        new StringBuilder(
            """
            | | cases closed in the quarter | report, ms | by hand, ms | times |
            |---|---|---|---|---|
            """);
    Path derby = Files.createTempDirectory("victimfirst-benchmark");
    line(table, "Derby, scale 1", derby, Extracts.published().folder());
    try (DurablePostgres postgres = DurablePostgres.start()) {
      Path data = Files.createTempDirectory("victimfirst-benchmark");
      postgres.configure(data);
      line(table, "PostgreSQL, scale 24", data, Extracts.scaled(42, 24));
    }
    return table
        + "\nMedians of "
        + TIMES
        + " requests to each in turn, over HTTP, in the same warm JVM. By hand: each table of facts"
        + " read once with plain JDBC, counted in arrays of int, written as JSON; no definitions,"
        + " shares, checks, permissions or audit.\n";
  }

  private static void line(StringBuilder table, String title, Path data, Path extract)
      throws Exception {
    Limit.besideUs(data);
    try (Instance instance = Instance.on(data)) {
      Limit.await(instance);
      Sample.load(data, extract);
      table.append(measure(title, instance));
    }
  }

  private static String measure(String title, Instance instance) throws IOException {
    String period = "?from=2020-04-01&to=2020-06-30";
    Load report =
        Load.of(
            instance.address() + "/api/v1/reporting/quarterly" + period,
            Map.of("Authorization", "Bearer " + instance.owner(), "Accept", "application/json"));
    Load pass = Load.of(instance.address() + "/limit/report" + period, Map.of());
    for (int i = 0; i < WARM; i++) {
      report.bytes();
      pass.bytes();
    }
    double[] ours = new double[TIMES];
    double[] bare = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      ours[i] = report.millis();
      bare[i] = pass.millis();
    }
    double own = Load.median(ours);
    double limit = Load.median(bare);
    return String.format(
        Locale.UK,
        "| %s | %,d | %.1f | %.1f | %.2f |%n",
        title,
        closed(instance, period),
        own,
        limit,
        own / limit);
  }

  private static long closed(Instance instance, String period) {
    return instance
        .get("/api/v1/reporting/quarterly" + period)
        .json()
        .at("/sections/headlines/figures/closed")
        .asLong();
  }
}
