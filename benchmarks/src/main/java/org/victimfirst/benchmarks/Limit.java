package org.victimfirst.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.victimfirst.itests.Instance;
import org.victimfirst.itests.Launch;

/** The bundle with the limits, as a feature that a data folder's instance boots. */
final class Limit {
  private static final Path FEATURES =
      Launch.ROOT.resolve("assembly/target/assembly/etc/org.apache.karaf.features.cfg");
  private static final Path JAR =
      Launch.ROOT.resolve("benchmarks/limit/target/victimfirst-benchmarks-limit-0.1.0.jar");
  private static final List<String> THIRD_PARTY =
      List.of(
          "scr",
          "victimfirst-databases",
          "victimfirst-jpa",
          "victimfirst-cxf",
          "victimfirst-health",
          "victimfirst-libraries");

  private Limit() {}

  /** The instance of this folder will have the limits beside all that the product has. */
  static void besideUs(Path data) throws IOException {
    boot(data, features().getProperty("featuresBoot"));
  }

  /** The instance of this folder will have the third-party features and the limits only. */
  static void withoutUs(Path data) throws IOException {
    boot(
        data,
        Stream.concat(
                Arrays.stream(features().getProperty("featuresBoot").split(", *"))
                    .filter(name -> !name.startsWith("victimfirst-")),
                THIRD_PARTY.stream())
            .collect(Collectors.joining(",")));
  }

  private static void boot(Path data, String features) throws IOException {
    Path own = data.resolve("limit.xml");
    Files.writeString(
        own,
        """
        <features xmlns="http://karaf.apache.org/xmlns/features/v1.6.0" name="limit">
          <feature name="limit" version="0.1.0"><bundle start-level="80">%s</bundle></feature>
        </features>
        """
            .formatted(JAR.toUri()));
    Properties changed = features();
    changed.setProperty("featuresBoot", features + ",limit");
    changed.setProperty(
        "featuresRepositories", changed.getProperty("featuresRepositories") + "," + own.toUri());
    Path etc = Files.createDirectories(data.resolve("etc"));
    try (OutputStream out =
        Files.newOutputStream(etc.resolve(String.valueOf(FEATURES.getFileName())))) {
      changed.store(out, null);
    }
  }

  private static Properties features() throws IOException {
    Properties features = new Properties();
    try (InputStream in = Files.newInputStream(FEATURES)) {
      features.load(in);
    }
    return features;
  }

  /** Waits until all of it answers. */
  static void await(Instance instance) throws InterruptedException {
    await(instance, "/limit/page?bytes=1");
    await(instance, "/limit/rest/records?number=1");
    await(instance, "/limit/report?from=2020-04-01&to=2020-04-01");
  }

  private static void await(Instance instance, String path) throws InterruptedException {
    Load load = Load.of(instance.address() + path, Map.of());
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      try {
        load.bytes();
        return;
      } catch (IOException e) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("The limits did not start", e);
        }
        Thread.sleep(200);
      }
    }
  }
}
