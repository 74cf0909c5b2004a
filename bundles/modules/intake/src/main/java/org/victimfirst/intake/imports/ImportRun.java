package org.victimfirst.intake.imports;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.job.JobFailedException;
import org.victimfirst.api.job.JobRun;
import org.victimfirst.api.job.JobStoppedException;
import org.victimfirst.api.security.Call;
import org.victimfirst.intake.domain.Counts;
import org.victimfirst.intake.domain.FileStatus;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.ImportHead;
import org.victimfirst.intake.domain.KnownFiles;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.Severity;

/**
 * One run of an import: every file is checked as a whole before its rows are loaded, parents first.
 * Files that build on the same ones are loaded at the same time, and later ones are checked
 * meanwhile. A run that goes on finds what is done in the state of each file.
 */
final class ImportRun {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final ImportJob.Parts parts;
  private final JobRun run;
  private final long importId;
  private final RunFiles files;
  private final Set<String> modules = new LinkedHashSet<>(Set.of("intake"));

  ImportRun(ImportJob.Parts parts, JobRun run) {
    this.parts = parts;
    this.run = run;
    this.importId = run.subjectId();
    this.files = new RunFiles(parts, importId);
  }

  void go() throws IOException {
    ImportHead head =
        parts
            .imports()
            .find(importId)
            .orElseThrow(() -> new JobFailedException("The import is not there any more."));
    if (head.filesDeletedAt() != null) {
      throw new JobFailedException("The files of this import are deleted. Send them again.");
    }
    parts.progress().running(importId);
    @Nullable Manifest manifest = Manifest.read(parts.files().path(importId, KnownFiles.MANIFEST));
    LocalDate extractDate = extractDate(head, manifest);
    Reading reading = new Reading(run, files.all());
    try (Checks checks = new Checks(parts, files, reading, manifest)) {
      checks.manifest();
      List<ImportFile> open = files.all().stream().filter(file -> file.status().open()).toList();
      for (ImportFile file : open) {
        parts.loaders().find(file.name()).ifPresent(claim -> checks.begin(file, claim));
      }
      load(open, checks, reading, extractDate);
    }
    parts.statistics().refresh(modules);
    end();
  }

  private LocalDate extractDate(ImportHead head, @Nullable Manifest manifest) {
    if (head.extractDate() != null) {
      return head.extractDate();
    }
    LocalDate stated = manifest == null ? null : manifest.extractDate();
    LocalDate date = stated == null ? head.receivedAt().toLocalDate() : stated;
    parts.progress().extractDate(importId, date, stated == null ? "received" : "manifest");
    return date;
  }

  /**
   * Loads the files, parents first. A file ends beside the rows of those that build on it: what is
   * done then, such as the search for people who may be one, needs its rows and no others.
   */
  private void load(List<ImportFile> open, Checks checks, Reading reading, LocalDate extractDate)
      throws IOException {
    List<ImportFile> left = new ArrayList<>(open);
    List<FileLoad> begun = new ArrayList<>();
    try (Together together = new Together()) {
      List<FileLoad> ending = List.of();
      while (!left.isEmpty() || !ending.isEmpty()) {
        List<Together.Load> work = new ArrayList<>();
        ending.forEach(load -> work.add(() -> step(load, load::end)));
        List<FileLoad> ready = new ArrayList<>();
        for (NextFile next : NextFile.of(left, parts.loaders()::find)) {
          left.remove(next.file());
          ready(next, checks, reading, extractDate).ifPresent(ready::add);
        }
        begun.addAll(ready);
        ready.forEach(load -> work.add(() -> step(load, load::rows)));
        reading.of((ready.isEmpty() ? ending : ready).stream().map(this::name).toList());
        together.run(work);
        ending.forEach(FileLoad::close);
        begun.removeAll(ending);
        ending = ready.stream().filter(this::isLoading).toList();
      }
    } finally {
      begun.forEach(FileLoad::close);
    }
  }

  /** The load of a file; empty when it waits for its module or was refused. */
  private Optional<FileLoad> ready(
      NextFile next, Checks checks, Reading reading, LocalDate extractDate) {
    // Also without a loader: one that has left meanwhile may have begun the check.
    ImportFile file = checks.result(next);
    if (file.status() == FileStatus.REFUSED) {
      return Optional.empty();
    }
    Optional<Loaders.Claim> claim = next.claim();
    if (claim.isEmpty()) {
      files.waits(file);
      reading.checked(file);
      return Optional.empty();
    }
    Optional<String> missing = parent(claim.get(), FileStatus.NO_MODULE);
    if (missing.isPresent()) {
      // The loaders of a module arrive one by one: rows would be refused for want of theirs.
      String sentence = "It waits for " + missing.get() + ", on which it builds.";
      files.store(file.as(FileStatus.NO_MODULE, sentence), List.of());
      return Optional.empty();
    }
    Optional<String> refused = parent(claim.get(), FileStatus.REFUSED);
    if (refused.isPresent()) {
      String sentence =
          "It builds on "
              + refused.get()
              + ", which was refused. Nothing of it was loaded."
              + " Send both again.";
      files.store(
          file.as(FileStatus.REFUSED, sentence),
          List.of(
              Problem.ofFile(
                  file.name(), 0, "", "parent_file_refused", Severity.REJECTED, sentence)));
      return Optional.empty();
    }
    modules.add(claim.get().module());
    return Optional.of(new FileLoad(parts, reading, file, claim.get().loader(), extractDate));
  }

  private boolean isLoading(FileLoad load) {
    return files.find(name(load)).filter(file -> file.status() == FileStatus.LOADING).isPresent();
  }

  private String name(FileLoad load) {
    return load.file().name();
  }

  /** A part of the loading of a file; gives the file as it is then. */
  @FunctionalInterface
  private interface Step {
    ImportFile run() throws IOException;
  }

  private void step(FileLoad load, Step step) throws IOException {
    try {
      files.put(step.run());
    } catch (JobStoppedException e) {
      throw e;
    } catch (RuntimeException e) {
      if (load.isHere()) {
        throw e;
      }
      // Its module left or is being updated: the file goes on when a loader comes back.
      files.waits(load.file());
    }
  }

  /** A file that a loader's file builds on and that stands so. */
  private Optional<String> parent(Loaders.Claim claim, FileStatus status) {
    return files.parents(claim, status).map(ImportFile::name).findFirst();
  }

  /** Whether a file that waits could be loaded now: loaders are here for it and all before it. */
  private boolean canGoOn(ImportFile file) {
    return parts
        .loaders()
        .find(file.name())
        .filter(claim -> files.parents(claim, FileStatus.NO_MODULE).allMatch(this::canGoOn))
        .isPresent();
  }

  private void end() {
    List<ImportFile> waiting =
        files.all().stream().filter(file -> file.status() == FileStatus.NO_MODULE).toList();
    LocalDate keptUntil =
        LocalDate.now(LONDON).plusDays(parts.settings().keepDays(!waiting.isEmpty()));
    Counts counts =
        parts.imports().files(importId).stream()
            .map(ImportFile::counts)
            .reduce(Counts.NONE, Counts::plus);
    if (waiting.stream().anyMatch(this::canGoOn)) {
      // Before it is said to be done: nobody is to take the figures of a part for those of all.
      parts.loaders().goOn();
    }
    parts.progress().done(importId, run.jobId(), keptUntil);
    parts
        .audit()
        .record(
            Call.system("job"),
            "intake.import.finished",
            "import",
            importId,
            Map.of(
                "added", String.valueOf(counts.added()),
                "unchanged", String.valueOf(counts.unchanged()),
                "rejected", String.valueOf(counts.rejected()),
                "reported", String.valueOf(counts.reported())));
  }
}
