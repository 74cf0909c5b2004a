package org.victimfirst.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The launcher, as somebody types it. */
public final class Launch {
  /** The checkout. */
  public static final Path ROOT =
      Path.of(System.getProperty("victimfirst.root", "../..")).toAbsolutePath().normalize();

  private Launch() {}

  /**
   * What a command left behind.
   *
   * @param code its exit code
   * @param output all that it printed
   */
  public record Result(int code, String output) {}

  /** Starts a command and does not wait for it. */
  public static Process start(List<String> words) throws IOException {
    return start(words, Map.of());
  }

  /** Starts a command with more in its environment, and does not wait for it. */
  static Process start(List<String> words, Map<String, String> environment) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ROOT.resolve("victimfirst").toString());
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // The build that runs these tests has just built it.
    builder.environment().put("VICTIMFIRST_BUILD", "never");
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Changes the modules of an instance: {@code module ACT WORDS --data …}. */
  public static Result module(Instance instance, String act, String... words) {
    List<String> command = new ArrayList<>(List.of("module", act));
    command.addAll(List.of(words));
    command.addAll(List.of("--data", instance.data().toString()));
    return run(command.toArray(String[]::new));
  }

  /** Runs a command to its end, within five minutes. */
  public static Result run(String... words) {
    try {
      Process process = start(List.of(words));
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("No end after five minutes: " + List.of(words) + "\n" + output);
      }
      return new Result(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
