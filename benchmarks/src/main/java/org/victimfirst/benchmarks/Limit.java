package org.victimfirst.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.victimfirst.itests.Instance;
import org.victimfirst.itests.Launch;

/** Puts the bundle with the limits into a running instance. */
final class Limit {
  private Limit() {}

  static Path jar() {
    return Launch.ROOT.resolve("benchmarks/limit/target/victimfirst-benchmarks-limit-0.1.0.jar");
  }

  /** Installs it, and waits until all of it answers. */
  static void install(Instance instance) throws IOException, InterruptedException {
    Path deploy = Files.createDirectories(instance.data().resolve("deploy"));
    Files.copy(jar(), deploy.resolve("limit.jar"), StandardCopyOption.REPLACE_EXISTING);
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
