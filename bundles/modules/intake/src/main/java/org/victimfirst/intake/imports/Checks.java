package org.victimfirst.intake.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.job.JobFailedException;
import org.victimfirst.intake.domain.FileStatus;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.KnownFiles;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.Severity;
import org.victimfirst.intake.extract.Survey;

/**
 * Checks whole files, one after the other on a thread of its own: later ones while the first are
 * loaded. A file is refused here, or is ready to be loaded.
 */
final class Checks implements AutoCloseable {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final ImportJob.Parts parts;
  private final RunFiles files;
  private final Reading reading;
  private final @Nullable Manifest manifest;
  private final Background thread = new Background("intake-checks", 1);
  private final Map<String, Future<ImportFile>> begun = new HashMap<>();

  Checks(ImportJob.Parts parts, RunFiles files, Reading reading, @Nullable Manifest manifest) {
    this.parts = parts;
    this.files = files;
    this.reading = reading;
    this.manifest = manifest;
  }

  /** Says what the manifest says, or does not. */
  void manifest() {
    files
        .find(KnownFiles.MANIFEST)
        .filter(file -> file.status() == FileStatus.WAITING)
        .ifPresent(this::manifest);
  }

  private void manifest(ImportFile file) {
    LocalDate date = manifest == null ? null : manifest.extractDate();
    if (date == null) {
      String sentence =
          "It does not say when the extract was made. The day on which it came is taken instead.";
      files.store(
          file.as(FileStatus.LOADED, sentence),
          List.of(
              Problem.ofFile(
                  file.name(), 0, "", "manifest_unreadable", Severity.REPORTED, sentence)));
    } else {
      files.store(
          file.as(FileStatus.LOADED, "The extract was made on " + date.format(DAY) + "."),
          List.of());
    }
  }

  /** Lets a file be checked that waits for it, after those that were begun before. */
  void begin(ImportFile file, Loaders.Claim claim) {
    if (!Files.exists(files.path(file))) {
      throw new JobFailedException(
          "The file " + file.name() + " is not on this machine. Send the files again.");
    }
    if (file.status() == FileStatus.WAITING) {
      begun.computeIfAbsent(file.name(), name -> thread.begin(() -> check(file, claim)));
    }
  }

  /**
   * The file when it is checked, which begins here if its loader came late; as it is when it needs
   * no check or has no loader. What checking threw is thrown here.
   */
  ImportFile result(NextFile next) {
    ImportFile file = next.file();
    next.claim().ifPresent(claim -> begin(file, claim));
    Future<ImportFile> check = begun.get(file.name());
    if (check == null) {
      return file;
    }
    return Background.result(check);
  }

  private ImportFile check(ImportFile file, Loaders.Claim claim) throws IOException {
    reading.checking(file.name());
    Survey survey =
        Survey.of(
            files.path(file),
            file.name(),
            claim.loader().columns(),
            parts.profiles().current(),
            records -> reading.checking(file.name()));
    List<Problem> problems = new ArrayList<>(survey.problems());
    ImportFile checked;
    if (survey.refused()) {
      checked = file.as(FileStatus.REFUSED, problems.get(0).sentence());
    } else {
      checked = file.surveyed(survey.records(), survey.form(), note(file));
      if (manifest != null) {
        problems.addAll(manifest.differences(checked));
      }
    }
    files.store(checked, problems);
    reading.checked(checked);
    return checked;
  }

  private String note(ImportFile file) {
    return parts
        .progress()
        .loadedBefore(file)
        .map(
            day ->
                "The same file was imported on "
                    + day.format(DAY)
                    + ". Rows that are here already are not added again.")
        .orElse(file.reason());
  }

  /** Begins no more, and waits for the one at work: it is asked to stop by its progress. */
  @Override
  public void close() {
    begun.values().forEach(check -> check.cancel(false));
    thread.close();
  }
}
