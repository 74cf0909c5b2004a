package org.victimfirst.intake.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.victimfirst.intake.extract.Survey;

/**
 * One run of an import: every file is checked as a whole, then they are loaded, parents first.
 * Files that build on the same ones are loaded at the same time. A run that goes on finds what is
 * done in the state of each file.
 */
final class ImportRun {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final ImportJob.Parts parts;
  private final JobRun run;
  private final long importId;
  private final Map<String, ImportFile> files = new LinkedHashMap<>();
  private final Set<String> modules = new LinkedHashSet<>(Set.of("intake"));

  ImportRun(ImportJob.Parts parts, JobRun run) {
    this.parts = parts;
    this.run = run;
    this.importId = run.subjectId();
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
    ImportOrder.of(parts.imports().files(importId), parts.loaders())
        .forEach(file -> files.put(file.name(), file));
    @Nullable Manifest manifest = Manifest.read(parts.files().path(importId, KnownFiles.MANIFEST));
    LocalDate extractDate = extractDate(head, manifest);
    Map<String, Survey> surveys = surveys();
    for (ImportFile file : List.copyOf(files.values())) {
      if (file.status() == FileStatus.WAITING) {
        decide(file, manifest, Optional.ofNullable(surveys.get(file.name())));
      }
    }
    load(extractDate);
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

  /** Reads the files that wait and have a loader, to the end, two at a time. */
  private Map<String, Survey> surveys() throws IOException {
    Map<String, Survey> surveys = new ConcurrentHashMap<>();
    List<Together.Load> reading = new ArrayList<>();
    for (ImportFile file : files.values()) {
      if (file.status() == FileStatus.WAITING) {
        parts
            .loaders()
            .find(file.name())
            .ifPresent(claim -> reading.add(() -> surveys.put(file.name(), survey(file, claim))));
      }
    }
    try (Together together = new Together()) {
      together.run(reading);
    }
    return surveys;
  }

  private Survey survey(ImportFile file, Loaders.Claim claim) throws IOException {
    run.progress(0, 0, "Checking " + file.name());
    Path path = parts.files().path(importId, file.name());
    if (!Files.exists(path)) {
      throw new JobFailedException(
          "The file " + file.name() + " is not on this machine. Send the files again.");
    }
    return Survey.of(
        path,
        file.name(),
        claim.loader().columns(),
        parts.profiles().current(),
        records -> run.progress(0, 0, "Checking " + file.name()));
  }

  /** Says what becomes of a file. One whose loader came after the files were read waits. */
  private void decide(ImportFile file, @Nullable Manifest manifest, Optional<Survey> read) {
    if (file.name().equals(KnownFiles.MANIFEST)) {
      surveyManifest(file, manifest);
      return;
    }
    Optional<Loaders.Claim> claim = parts.loaders().find(file.name());
    if (claim.isEmpty() || read.isEmpty()) {
      store(waits(file), List.of());
      return;
    }
    Optional<String> missing = waitingParent(claim.get());
    if (missing.isPresent()) {
      // The loaders of a module arrive one by one: rows would be refused for want of theirs.
      store(waitsFor(file, missing.get()), List.of());
      return;
    }
    Survey survey = read.get();
    List<Problem> problems = new ArrayList<>(survey.problems());
    if (survey.refused()) {
      store(file.as(FileStatus.REFUSED, problems.get(0).sentence()), problems);
      return;
    }
    ImportFile ready = file.surveyed(survey.records(), survey.form(), note(file));
    if (manifest != null) {
      problems.addAll(manifest.differences(ready));
    }
    store(ready, problems);
  }

  private void surveyManifest(ImportFile file, @Nullable Manifest manifest) {
    LocalDate date = manifest == null ? null : manifest.extractDate();
    if (date == null) {
      String sentence =
          "It does not say when the extract was made. The day on which it came is taken instead.";
      store(
          file.as(FileStatus.LOADED, sentence),
          List.of(
              Problem.ofFile(
                  file.name(), 0, "", "manifest_unreadable", Severity.REPORTED, sentence)));
    } else {
      store(
          file.as(FileStatus.LOADED, "The extract was made on " + date.format(DAY) + "."),
          List.of());
    }
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

  private static ImportFile waits(ImportFile file) {
    return file.as(FileStatus.NO_MODULE, "It waits for the module that takes " + file.name() + ".");
  }

  private static ImportFile waitsFor(ImportFile file, String parent) {
    return file.as(FileStatus.NO_MODULE, "It waits for " + parent + ", on which it builds.");
  }

  /**
   * Loads the files, parents first. A file ends beside the rows of those that build on it: what is
   * done then, such as the search for people who may be one, needs its rows and no others.
   */
  private void load(LocalDate extractDate) throws IOException {
    Reading reading = new Reading(run, List.copyOf(files.values()));
    List<ImportFile> left =
        files.values().stream()
            .filter(file -> file.status() == FileStatus.LOADING)
            .collect(Collectors.toCollection(ArrayList::new));
    List<FileLoad> begun = new ArrayList<>();
    try (Together together = new Together()) {
      List<FileLoad> ending = List.of();
      while (!left.isEmpty() || !ending.isEmpty()) {
        List<Together.Load> work = new ArrayList<>();
        ending.forEach(load -> work.add(() -> step(load, load::end)));
        List<FileLoad> ready = new ArrayList<>();
        for (NextFile next : NextFile.of(left, parts.loaders()::find)) {
          left.remove(next.file());
          ready(next, reading, extractDate).ifPresent(ready::add);
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

  /** The load of a file; empty when it waits for its module or builds on what was refused. */
  private Optional<FileLoad> ready(NextFile next, Reading reading, LocalDate extractDate) {
    ImportFile file = next.file();
    Optional<Loaders.Claim> claim = next.claim();
    if (claim.isEmpty()) {
      store(waits(file), List.of());
      return Optional.empty();
    }
    Optional<String> missing = waitingParent(claim.get());
    if (missing.isPresent()) {
      store(waitsFor(file, missing.get()), List.of());
      return Optional.empty();
    }
    Optional<String> refused = refusedParent(claim.get());
    if (refused.isPresent()) {
      String sentence =
          "It builds on "
              + refused.get()
              + ", which was refused. Nothing of it was loaded."
              + " Send both again.";
      store(
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
    return Objects.requireNonNull(files.get(name(load))).status() == FileStatus.LOADING;
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
      put(step.run());
    } catch (JobStoppedException e) {
      throw e;
    } catch (RuntimeException e) {
      if (load.isHere()) {
        throw e;
      }
      // Its module left or is being updated: the file goes on when a loader comes back.
      store(waits(load.file()), List.of());
    }
  }

  private Optional<String> refusedParent(Loaders.Claim claim) {
    return parents(claim, FileStatus.REFUSED).map(ImportFile::name).findFirst();
  }

  private Optional<String> waitingParent(Loaders.Claim claim) {
    return parents(claim, FileStatus.NO_MODULE).map(ImportFile::name).findFirst();
  }

  /** The files of this import that a loader's file builds on and that stand so. */
  private Stream<ImportFile> parents(Loaders.Claim claim, FileStatus status) {
    return claim.loader().after().stream()
        .flatMap(parent -> Stream.ofNullable(files.get(parent)))
        .filter(file -> file.status() == status);
  }

  /** Whether a file that waits could be loaded now: loaders are here for it and all before it. */
  private boolean canGoOn(ImportFile file) {
    return parts
        .loaders()
        .find(file.name())
        .filter(claim -> parents(claim, FileStatus.NO_MODULE).allMatch(this::canGoOn))
        .isPresent();
  }

  private void store(ImportFile file, List<Problem> problems) {
    parts.progress().file(file, problems);
    put(file);
  }

  private void put(ImportFile file) {
    synchronized (files) {
      files.put(file.name(), file);
    }
  }

  private void end() {
    List<ImportFile> waiting =
        files.values().stream().filter(file -> file.status() == FileStatus.NO_MODULE).toList();
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
