package org.victimfirst.intake.imports;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.victimfirst.intake.domain.FileStatus;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.Problem;

/** The files of an import as a run knows them; safe for its threads. */
final class RunFiles {
  private final ImportJob.Parts parts;
  private final Map<String, ImportFile> files = Collections.synchronizedMap(new LinkedHashMap<>());

  RunFiles(ImportJob.Parts parts, long importId) {
    this.parts = parts;
    ImportOrder.of(parts.imports().files(importId), parts.loaders()).forEach(this::put);
  }

  /** All, parents first as far as their loaders are here. */
  List<ImportFile> all() {
    return List.copyOf(files.values());
  }

  Optional<ImportFile> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** Takes the state in which a file has been stored. */
  void put(ImportFile file) {
    files.put(file.name(), file);
  }

  /** Stores the state of a file, with problems of the file as a whole. */
  void store(ImportFile file, List<Problem> problems) {
    parts.progress().file(file, problems);
    put(file);
  }

  /** A file waits for its module. */
  void waits(ImportFile file) {
    store(
        file.as(FileStatus.NO_MODULE, "It waits for the module that takes " + file.name() + "."),
        List.of());
  }

  /** The files that a loader's file builds on and that stand so. */
  Stream<ImportFile> parents(Loaders.Claim claim, FileStatus status) {
    return claim.loader().after().stream()
        .flatMap(parent -> find(parent).stream())
        .filter(file -> file.status() == status);
  }

  Path path(ImportFile file) {
    return parts.files().path(file.importId(), file.name());
  }
}
