package org.victimfirst.itests;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Properties;

/** The memory of a running instance's server. */
public final class Memory {
  /** Class loaders of removed modules that somebody still holds. */
  public static final String HELD = "victimfirst_removed_module_loaders{state=\"held\"}";

  /** Class loaders of removed modules that have gone. */
  public static final String COLLECTED = "victimfirst_removed_module_loaders{state=\"collected\"}";

  private Memory() {}

  /** Collects all that nobody holds, classes too. */
  public static void collect(Instance instance) {
    Properties running = new Properties();
    try (Reader in = Files.newBufferedReader(instance.data().resolve("run/instance.properties"))) {
      running.load(in);
      Process collection =
          new ProcessBuilder("jcmd", running.getProperty("pid"), "GC.run")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (collection.waitFor() != 0) {
        throw new AssertionError("jcmd cannot reach the server " + running.getProperty("pid"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A figure of {@code /metrics}. */
  public static long metric(Instance instance, String name) {
    return instance
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No metric " + name));
  }
}
