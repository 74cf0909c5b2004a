package org.victimfirst.intake.imports;

import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.job.JobFailedException;
import org.victimfirst.api.job.JobHandler;
import org.victimfirst.api.job.JobRun;
import org.victimfirst.api.job.JobStoppedException;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.api.security.Audit;
import org.victimfirst.intake.domain.ImportProgress;
import org.victimfirst.intake.domain.Imports;
import org.victimfirst.intake.domain.Settings;
import org.victimfirst.intake.domain.StoredFiles;

/**
 * Does imports. All that it must remember is in the database, so it goes on where one broke off.
 */
@Component(service = JobHandler.class)
@VictimFirstModule(module = "intake")
public final class ImportJob implements JobHandler {
  private final Parts parts;

  /** Takes what an import needs. */
  @Activate
  public ImportJob(
      @Reference(target = "(victimfirst.module=intake)") Database database,
      @Reference Imports imports,
      @Reference ImportProgress progress,
      @Reference StoredFiles files,
      @Reference Loaders loaders,
      @Reference Statistics statistics,
      @Reference AreaProfiles profiles,
      @Reference Audit audit,
      @Reference Settings settings) {
    this.parts =
        new Parts(
            database, imports, progress, files, loaders, statistics, profiles, audit, settings);
  }

  @Override
  public String type() {
    return Imports.IMPORT_JOB;
  }

  @Override
  public void run(JobRun run) throws Exception {
    try {
      new ImportRun(parts, run).go();
    } catch (JobStoppedException e) {
      throw e;
    } catch (JobFailedException e) {
      parts.progress().failed(run.subjectId(), run.jobId(), String.valueOf(e.getMessage()));
      throw e;
    } catch (DatabaseException e) {
      throw failed(run, "The database refused. The import can be started again.", e);
    } catch (IOException | RuntimeException e) {
      throw failed(run, "Something went wrong. The import can be started again.", e);
    }
  }

  private <E extends Exception> E failed(JobRun run, String message, E cause) {
    parts.progress().failed(run.subjectId(), run.jobId(), message);
    return cause;
  }

  /** What an import needs. */
  record Parts(
      Database database,
      Imports imports,
      ImportProgress progress,
      StoredFiles files,
      Loaders loaders,
      Statistics statistics,
      AreaProfiles profiles,
      Audit audit,
      Settings settings) {}
}
