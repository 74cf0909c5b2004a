package org.victimfirst.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.victimfirst.itests.Instance;
import org.victimfirst.itests.Launch;

/** The import of the legacy extract beside {@link RawImport} of the same files. */
final class ImportBenchmark implements Benchmark {
  private static final List<Integer> SCALES = List.of(1, 24);
  private static final int SEED = 42;

  private static final int RUNS = 3;

  /** How often the product is asked how far it is: little beside what it takes. */
  private static final long POLL_MILLIS = 100;

  private static final long POLL_MILLIS_LARGE = 250;

  /** Where rows go. */
  private enum Kind {
    DERBY("Derby"),
    POSTGRESQL("PostgreSQL");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /**
   * What one import took.
   *
   * @param rows of all files
   * @param millis from accepted to finished
   */
  private record Taken(long rows, long millis) {
    long rate() {
      return Math.round(rows * 1000.0 / millis);
    }
  }

  /** The product and the limit, one after the other. */
  private record Pair(Taken product, Taken limit) {
    double ratio() {
      return product.rate() / (double) limit.rate();
    }
  }

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String measure() throws Exception {
    StringBuilder table = new StringBuilder();
    table.append(
        "| Database | Scale | Rows | Product, rows/s | Plain JDBC, rows/s | Ratio | of all runs |\n");
    table.append("|---|---:|---:|---:|---:|---:|---|\n");
    Map<Kind, List<Long>> rates = new LinkedHashMap<>();
    try (DurablePostgres postgres = DurablePostgres.start()) {
      for (int scale : SCALES) {
        Path extract = extract(scale);
        for (Kind kind : Kind.values()) {
          List<Pair> pairs = pairs(extract, kind, postgres, scale);
          Pair median = pairs.get(RUNS / 2);
          rates.computeIfAbsent(kind, key -> new ArrayList<>()).add(median.product().rate());
          table.append(
              "| %s | %d | %,d | %,d | %,d | %.2f | %.2f to %.2f |%n"
                  .formatted(
                      kind.words,
                      scale,
                      median.product().rows(),
                      median.product().rate(),
                      median.limit().rate(),
                      median.ratio(),
                      pairs.get(0).ratio(),
                      pairs.get(RUNS - 1).ratio()));
        }
        delete(extract);
      }
    }
    table.append('\n');
    rates.forEach(
        (kind, of) ->
            table.append(
                "%s: the product at scale 24 is %.2f times as fast as at scale 1.%n"
                    .formatted(kind.words, of.get(1) / (double) of.get(0))));
    return table.toString();
  }

  /** Some runs of both, by their ratio: on a machine that others use, one run says little. */
  private static List<Pair> pairs(Path extract, Kind kind, DurablePostgres postgres, int scale)
      throws Exception {
    List<Pair> pairs = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      Taken limit = limit(extract, kind, postgres);
      Taken product =
          product(extract, kind, postgres, scale == 1 ? POLL_MILLIS : POLL_MILLIS_LARGE);
      if (limit.rows() != product.rows()) {
        throw new IllegalStateException(
            "The product took " + product.rows() + " rows and the limit " + limit.rows());
      }
      pairs.add(new Pair(product, limit));
    }
    pairs.sort(Comparator.comparingDouble(Pair::ratio));
    return pairs;
  }

  /** Makes the extract and leaves only what the product's modules claim, and what it says of it. */
  private static Path extract(int scale) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("victimfirst-measured");
    Process process =
        new ProcessBuilder(
                "python3",
                Launch.ROOT.resolve("itests/extract/generate_extract.py").toString(),
                "--seed",
                "" + SEED,
                "--scale",
                "" + scale,
                "--out",
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The extract of scale " + scale + " was not made");
    }
    List<String> kept = new ArrayList<>(List.of("manifest.json"));
    RawTable.ALL.forEach(table -> kept.add(table.name() + ".csv"));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!kept.contains(String.valueOf(file.getFileName()))) {
          Files.delete(file);
        }
      }
    }
    return folder;
  }

  private static Taken limit(Path extract, Kind kind, DurablePostgres postgres)
      throws IOException, SQLException, InterruptedException {
    Path work = Files.createTempDirectory("victimfirst-limit");
    String url =
        kind == Kind.DERBY
            ? "jdbc:derby:" + work.resolve("database") + ";create=true"
            : postgres.database() + "?user=postgres&password=postgres&reWriteBatchedInserts=true";
    Process process =
        new ProcessBuilder(
                "java",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                // As the launcher starts the product.
                "-XX:FreqInlineSize=50",
                "-XX:InlineSmallCode=1000",
                "-Dderby.stream.error.file=" + work.resolve("derby.log"),
                "-cp",
                System.getProperty("java.class.path"),
                RawImport.class.getName(),
                extract.toString(),
                url)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines = process.inputReader().lines().toList();
    if (process.waitFor() != 0 || lines.size() != RawTable.ALL.size()) {
      throw new IllegalStateException("The limit on " + kind.words + " broke off: " + lines);
    }
    delete(work);
    long rows = 0;
    long millis = 0;
    for (String line : lines) {
      String[] parts = line.split(" ", -1);
      rows += Long.parseLong(parts[1]);
      millis += Long.parseLong(parts[2]);
    }
    return new Taken(rows, millis);
  }

  private static Taken product(Path extract, Kind kind, DurablePostgres postgres, long pollMillis)
      throws IOException, SQLException, InterruptedException {
    Path data = Files.createTempDirectory("victimfirst-product");
    if (kind == Kind.POSTGRESQL) {
      postgres.configure(data);
    }
    Path zip = zip(extract);
    try (Instance instance = Instance.on(data)) {
      Instance.Answer accepted =
          instance.send(
              "POST",
              "/api/v1/intake/imports",
              instance.owner(),
              BodyPublishers.ofFile(zip),
              "application/zip");
      long begun = System.nanoTime();
      if (accepted.status() != 202) {
        throw new IllegalStateException("The extract was not accepted: " + accepted.body());
      }
      return watch(
          instance,
          "/api/v1/intake/imports/" + accepted.json().path("id").asText(),
          begun,
          pollMillis);
    } finally {
      Files.delete(zip);
      delete(data);
    }
  }

  private static Taken watch(Instance instance, String address, long begun, long pollMillis)
      throws InterruptedException {
    while (true) {
      JsonNode found = instance.get(address).json();
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      String status = found.path("status").asText();
      if (status.equals("done")) {
        JsonNode totals = found.path("totals");
        if (totals.path("rejected").asLong() != 0
            || totals.path("added").asLong() != found.path("rows").asLong()) {
          throw new IllegalStateException("Not every row was taken: " + found);
        }
        return new Taken(found.path("rows").asLong(), millis);
      }
      if (status.equals("failed")) {
        throw new IllegalStateException("The import failed: " + found);
      }
      TimeUnit.MILLISECONDS.sleep(pollMillis);
    }
  }

  private static Path zip(Path folder) throws IOException {
    Path zip = Files.createTempFile("victimfirst-measured", ".zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
        Stream<Path> files = Files.list(folder)) {
      out.setLevel(1);
      for (Path file : files.toList()) {
        out.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
        Files.copy(file, out);
      }
    }
    return zip;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
