package org.victimfirst.intake.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.victimfirst.api.job.JobRun;
import org.victimfirst.intake.domain.FileStatus;
import org.victimfirst.intake.domain.ImportFile;

/**
 * Tells the job how much of all files is read, of whichever is being checked or loaded. Its methods
 * throw {@link org.victimfirst.api.job.JobStoppedException} when the job is to stop.
 */
final class Reading {
  private final JobRun run;
  private final Set<String> unchecked = new HashSet<>();
  private final Map<String, Long> records = new HashMap<>();
  private final Map<String, Long> read = new HashMap<>();
  private String loading = "";

  Reading(JobRun run, Collection<ImportFile> files) {
    this.run = run;
    for (ImportFile file : files) {
      if (file.status() == FileStatus.WAITING) {
        unchecked.add(file.name());
      }
      records.put(file.name(), file.records());
      read.put(file.name(), file.read());
    }
  }

  /** Says which files are loaded from now on. */
  synchronized void of(List<String> files) {
    int last = files.size() - 1;
    loading =
        last < 1
            ? "Loading " + String.join("", files)
            : "Loading " + String.join(", ", files.subList(0, last)) + " and " + files.get(last);
  }

  /** A file is being checked, beside those that are loaded. */
  synchronized void checking(String file) {
    say(loading.isEmpty() ? "Checking " + file : loading);
  }

  /** A file is checked, or will not be. */
  synchronized void checked(ImportFile file) {
    unchecked.remove(file.name());
    records.put(file.name(), file.records());
  }

  /** A file is read so far. */
  synchronized void now(ImportFile file) {
    read.put(file.name(), file.read());
    say(loading);
  }

  private void say(String message) {
    run.progress(sum(read), unchecked.isEmpty() ? sum(records) : 0, message);
  }

  private static long sum(Map<String, Long> rows) {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
