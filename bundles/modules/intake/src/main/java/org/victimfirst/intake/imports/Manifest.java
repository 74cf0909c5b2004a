package org.victimfirst.intake.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.KnownFiles;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.Severity;

/** What the sender says of the extract: when it was made, and what its files should be. */
final class Manifest {
  private static final long MAX_BYTES = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode root;

  private Manifest(JsonNode root) {
    this.root = root;
  }

  /** Reads a manifest; null when it cannot be read. */
  static @Nullable Manifest read(Path path) throws IOException {
    if (!Files.exists(path) || Files.size(path) > MAX_BYTES) {
      return null;
    }
    try {
      JsonNode root = JSON.readTree(Files.readAllBytes(path));
      return root != null && root.isObject() ? new Manifest(root) : null;
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      return null;
    }
  }

  /** The day on which the extract was made, or null when the manifest does not say it. */
  @Nullable LocalDate extractDate() {
    try {
      return LocalDate.parse(root.path("extract_date").asText());
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Where a file differs from what the manifest says. */
  List<Problem> differences(ImportFile file) {
    List<Problem> found = new ArrayList<>();
    JsonNode sha256 = root.path("sha256").path(file.name());
    if (sha256.isTextual() && !sha256.asText().equalsIgnoreCase(file.sha256())) {
      found.add(
          report(
              file,
              "manifest_sha256",
              "The file is not the one that "
                  + KnownFiles.MANIFEST
                  + " describes: its SHA-256"
                  + " differs. It was taken."));
    }
    JsonNode rows = root.path("rows").path(file.name().replaceFirst("\\.csv$", ""));
    if (rows.isIntegralNumber() && rows.asLong() != file.records()) {
      found.add(
          report(
              file,
              "manifest_rows",
              "The file has "
                  + file.records()
                  + " rows, and "
                  + KnownFiles.MANIFEST
                  + " says "
                  + rows.asLong()
                  + ". It was taken."));
    }
    return found;
  }

  private static Problem report(ImportFile file, String code, String sentence) {
    return Problem.ofFile(file.name(), 0, "", code, Severity.REPORTED, sentence);
  }
}
