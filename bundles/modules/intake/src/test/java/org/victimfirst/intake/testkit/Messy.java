package org.victimfirst.intake.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The messy extract: invented people, with every fault an importer must know. */
public final class Messy {
  private Messy() {}

  /** The bytes of a file. */
  public static InputStream open(String name) {
    try {
      return new GZIPInputStream(resource(name + ".gz"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a file to the disk. */
  public static Path copy(String name, Path to) {
    try (InputStream in = name.endsWith(".json") ? resource(name) : open(name)) {
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What each bad row must lead to. */
  public static List<Expected> rows() {
    List<Expected> rows = new ArrayList<>();
    for (JsonNode row : expectations().path("rows")) {
      rows.add(
          new Expected(
              row.path("file").asText(),
              row.path("record").asLong(),
              row.path("line").asLong(),
              row.path("key").asText(),
              row.path("column").asText(),
              row.path("code").asText(),
              row.path("expect").asText()));
    }
    return rows;
  }

  /** What each whole file must lead to. */
  public static JsonNode wholeFiles() {
    return expectations().path("whole_files");
  }

  private static JsonNode expectations() {
    try (InputStream in = resource("messy_expected.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        Messy.class.getResourceAsStream("/messy/" + name), () -> "No test file " + name);
  }

  /** A bad row and what it must lead to. */
  public record Expected(
      String file, long record, long line, String key, String column, String code, String expect) {}
}
