package org.victimfirst.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Legacy extracts with the report that belongs to them, worked out by a program apart from ours.
 */
public final class Extracts {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Launch.ROOT.resolve("itests/extract");
  private static final ConcurrentHashMap<String, Extract> GENERATED = new ConcurrentHashMap<>();

  private Extracts() {}

  /**
   * An extract.
   *
   * @param folder its files
   * @param expected the report, {@code {period, sections}}
   */
  public record Extract(Path folder, JsonNode expected) {
    String from() {
      return expected.path("period").path("start").asText();
    }

    String to() {
      return expected.path("period").path("end").asText();
    }
  }

  /** The published quarter. */
  public static Extract published() {
    return new Extract(
        Launch.ROOT.resolve("samples/llr-2020-q1"),
        read(FOLDER.resolve("llr-2020-q1-expected.json")));
  }

  /** The published quarter with 183 bad or odd rows among the good ones. */
  static Extract messy() {
    Path folder = FOLDER.resolve("llr-2020-q1-messy");
    return new Extract(folder, read(folder.resolve("expected_report.json")));
  }

  /** A new extract. */
  public static Extract generated(int seed, String quarter) {
    return GENERATED.computeIfAbsent(seed + quarter, key -> generate(seed, quarter));
  }

  /** A new extract of many quarters' size, without a report. */
  public static Path scaled(int seed, int scale) {
    try {
      Path folder = Files.createTempDirectory("victimfirst-extract");
      python(
          "generate_extract.py", "--seed", "" + seed, "--out", "" + folder, "--scale", "" + scale);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Extract generate(int seed, String quarter) {
    try {
      Path folder = Files.createTempDirectory("victimfirst-extract");
      python(
          "generate_extract.py", "--seed", "" + seed, "--out", "" + folder, "--quarter", quarter);
      Path report = Files.createTempFile("victimfirst-expected", ".json");
      python("expected_report.py", "--dir", "" + folder, "--out", "" + report);
      return new Extract(folder, read(report));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void python(String script, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("python3", FOLDER.resolve(script).toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.onExit().join().exitValue() != 0) {
      throw new AssertionError(output);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
