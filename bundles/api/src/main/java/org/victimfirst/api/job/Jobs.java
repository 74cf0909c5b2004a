package org.victimfirst.api.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Long work as rows: survives a restart, runs on one node at a time, can be watched. */
@ProviderType
public interface Jobs {
  /**
   * Adds a job in the caller's transaction. It starts soon after the commit, on the node whose
   * {@link JobHandler} of that type leases it first.
   *
   * @param type such as {@code intake.import}
   * @param subjectId id of what the job is about; the handler finds its parameters there
   * @return the job's id
   */
  long submit(Connection connection, String type, long subjectId) throws SQLException;

  /** What is known of a job. */
  Optional<JobState> find(long jobId);
}
