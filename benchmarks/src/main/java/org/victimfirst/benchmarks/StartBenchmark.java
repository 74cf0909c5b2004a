package org.victimfirst.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.victimfirst.itests.Launch;

/** The start beside the start of the same Karaf without a bundle of ours. */
final class StartBenchmark implements Benchmark {
  private static final int WARM_STARTS = 3;
  private static final int PAGES = 200;

  /**
   * A start.
   *
   * @param seconds from the command to the first page
   * @param megabytes resident, of the server's process, after some pages
   */
  private record Start(double seconds, double megabytes) {}

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String measure() throws Exception {
    Path ours = Files.createTempDirectory("victimfirst-benchmark");
    Path bare = Files.createTempDirectory("victimfirst-benchmark");
    Limit.withoutUs(bare);
    Start coldBare = start(bare, "/limit/page?bytes=3000");
    Start cold = start(ours, "/sign-in");
    List<Start> warm = new ArrayList<>();
    List<Start> warmBare = new ArrayList<>();
    for (int i = 0; i < WARM_STARTS; i++) {
      warmBare.add(start(bare, "/limit/page?bytes=3000"));
      warm.add(start(ours, "/sign-in"));
    }
    return """
        | | first page, s | bare, s | times | resident, MB | bare, MB | times |
        |---|---|---|---|---|---|---|
        """
        + row("first start, empty folder", cold, coldBare)
        + row("later start, median of " + WARM_STARTS, median(warm), median(warmBare))
        + "\nFrom the command (`./victimfirst run --empty`) to the first 200, with the launcher's"
        + " default flags (heap 512 MB, serial collector). Ours: the sign-in page, after the first"
        + " start has made the database and migrated it. Bare: the same Karaf, launcher and flags"
        + " with the third-party features only, and a servlet. Resident memory after "
        + PAGES
        + " pages.\n";
  }

  private static String row(String title, Start ours, Start bare) {
    return String.format(
        Locale.UK,
        "| %s | %.1f | %.1f | %.2f | %.0f | %.0f | %.2f |%n",
        title,
        ours.seconds(),
        bare.seconds(),
        ours.seconds() / bare.seconds(),
        ours.megabytes(),
        bare.megabytes(),
        ours.megabytes() / bare.megabytes());
  }

  private static Start median(List<Start> starts) {
    return new Start(
        Load.median(starts.stream().mapToDouble(Start::seconds).toArray()),
        Load.median(starts.stream().mapToDouble(Start::megabytes).toArray()));
  }

  private static Start start(Path data, String page) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Load load = Load.of("http://127.0.0.1:" + port + page, Map.of());
    long begun = System.nanoTime();
    Process process =
        Launch.start(List.of("run", "--empty", "--data", data.toString(), "--port", "" + port));
    // Whoever does not read what it prints lets it wait.
    Thread reader = new Thread(() -> drain(process));
    reader.setDaemon(true);
    reader.start();
    try {
      awaitPage(load, process);
      double seconds = (System.nanoTime() - begun) / 1e9;
      for (int i = 0; i < PAGES; i++) {
        load.bytes();
      }
      return new Start(seconds, resident(process));
    } finally {
      process.destroy();
      if (!process.waitFor(90, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
  }

  private static void drain(Process process) {
    try {
      process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The process has ended.
      return;
    }
  }

  private static void awaitPage(Load load, Process process) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (true) {
      try {
        load.bytes();
        return;
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new IllegalStateException("The start did not come to a page", e);
        }
        Thread.sleep(25);
      }
    }
  }

  private static double resident(Process launcher) {
    return launcher
        .descendants()
        .mapToDouble(process -> residentOf(Path.of("/proc/" + process.pid() + "/status")))
        .max()
        .orElseThrow();
  }

  private static double residentOf(Path status) {
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
