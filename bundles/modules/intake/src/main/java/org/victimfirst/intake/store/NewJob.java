package org.victimfirst.intake.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.victimfirst.api.job.Jobs;
import org.victimfirst.intake.domain.ImportStatus;
import org.victimfirst.intake.domain.Imports;

/** Gives an import that is there already to a new job. */
final class NewJob {
  private NewJob() {}

  static long submit(Connection connection, Jobs jobs, long importId) throws SQLException {
    long job = jobs.submit(connection, Imports.IMPORT_JOB, importId);
    try (PreparedStatement update =
        connection.prepareStatement(
            "update intake.extract_import set job_id = ?, status = ? where id = ?")) {
      update.setLong(1, job);
      update.setString(2, ImportStatus.WAITING.code());
      update.setLong(3, importId);
      update.executeUpdate();
    }
    return job;
  }
}
