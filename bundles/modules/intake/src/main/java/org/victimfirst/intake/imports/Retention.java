package org.victimfirst.intake.imports;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.intake.domain.ImportProgress;
import org.victimfirst.intake.domain.Imports;
import org.victimfirst.intake.domain.StoredFiles;

/** Deletes the files of imports when their time is over: they hold personal data. */
@Component(service = Retention.class, immediate = true)
public final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final ImportProgress progress;
  private final Imports imports;
  private final StoredFiles files;
  private final Loaders loaders;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "intake-retention");
            thread.setDaemon(true);
            return thread;
          });

  /** Looks once a minute after the start, and then every hour. */
  @Activate
  public Retention(
      @Reference ImportProgress progress,
      @Reference Imports imports,
      @Reference StoredFiles files,
      @Reference Loaders loaders) {
    this.progress = progress;
    this.imports = imports;
    this.files = files;
    this.loaders = loaders;
    timer.scheduleWithFixedDelay(this::look, 1, 60, TimeUnit.MINUTES);
  }

  /** Stops looking. Nobody is interrupted: Derby answers that by closing connections. */
  @Deactivate
  public void stop() throws InterruptedException {
    timer.shutdown();
    if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
      LOG.warn("Files of imports are still being deleted");
    }
  }

  private void look() {
    try {
      deleteDue(LocalDate.now(LONDON));
      loaders.goOn();
    } catch (IOException | RuntimeException e) {
      LOG.error("Files of imports could not be deleted; it is tried again in an hour", e);
    }
  }

  /** Deletes what is due, and folders whose import was never stored. */
  void deleteDue(LocalDate today) throws IOException {
    for (long importId : progress.due(today)) {
      files.delete(importId);
      progress.filesDeleted(importId);
      LOG.info("The files of import {} were deleted: their time is over", importId);
    }
    for (long importId : files.folders()) {
      if (imports.find(importId).isEmpty() && files.abandoned(importId)) {
        files.delete(importId);
        LOG.info("The folder {} of an upload that was broken off was deleted", importId);
      }
    }
  }
}
