package org.victimfirst.intake.domain;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the job writes of its own progress. Methods with a connection write in the caller's
 * transaction, which also holds the rows of the batch: so a checkpoint is never ahead of the rows
 * or behind them.
 */
public interface ImportProgress {
  /** The job is at work. */
  void running(long importId);

  /** The extract's date is known. */
  void extractDate(long importId, LocalDate date, String from);

  /**
   * The job ended well. The import has ended with it unless it has got another job meanwhile.
   *
   * @param keptUntil last day on which the files are kept, unless an erasure has said an earlier
   */
  void done(long importId, long jobId, LocalDate keptUntil);

  /** The job broke off; the import has failed unless it has got another job meanwhile. */
  void failed(long importId, long jobId, String message);

  /** Changes the state of a file and adds problems of the file as a whole. */
  void file(ImportFile file, List<Problem> problems);

  /**
   * Writes a checkpoint with the problems of its batch.
   *
   * @param from records that were read before the batch
   * @throws org.victimfirst.api.job.JobStoppedException when another run has read on meanwhile
   */
  void checkpoint(Connection connection, ImportFile file, long from, List<Problem> problems)
      throws SQLException;

  /**
   * Adds problems of rows that were taken before, in other files of the import, and counts those
   * rows as reported. Files that the import does not have are passed over.
   */
  void earlier(Connection connection, long importId, List<Problem> problems) throws SQLException;

  /** Whether a record was refused in an import, or its whole file was. */
  boolean rejected(Connection connection, long importId, String file, String key)
      throws SQLException;

  /** The day on which a file with the same name and content was loaded last. */
  Optional<LocalDate> loadedBefore(ImportFile file);

  /**
   * Files that wait for a module are given to new jobs.
   *
   * @return how many imports go on
   */
  int moduleArrived(String fileName);

  /** Imports whose files must be deleted today. */
  List<Long> due(LocalDate today);

  /** The files of an import are deleted; those that waited for a module have expired. */
  void filesDeleted(long importId);
}
