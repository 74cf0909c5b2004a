package org.victimfirst.intake.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.victimfirst.api.job.JobRun;
import org.victimfirst.intake.domain.ImportFile;

/** Tells the job how much of all files is read, of whichever is being loaded. */
final class Reading {
  private final JobRun run;
  private final long total;
  private final Map<String, Long> read = new HashMap<>();
  private String message = "";

  Reading(JobRun run, List<ImportFile> files) {
    this.run = run;
    this.total = files.stream().mapToLong(ImportFile::records).sum();
    files.forEach(file -> read.put(file.name(), file.read()));
  }

  /** Says which files are loaded from now on. */
  synchronized void of(List<String> files) {
    int last = files.size() - 1;
    message =
        last < 1
            ? "Loading " + String.join("", files)
            : "Loading " + String.join(", ", files.subList(0, last)) + " and " + files.get(last);
  }

  /** A file is read so far. Throws when the job is to stop. */
  synchronized void now(ImportFile file) {
    read.put(file.name(), file.read());
    run.progress(read.values().stream().mapToLong(Long::longValue).sum(), total, message);
  }
}
