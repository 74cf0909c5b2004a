package org.victimfirst.persistence.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.victimfirst.api.job.JobState;
import org.victimfirst.api.job.Jobs;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.persistence.pool.Pool;

/** Jobs as rows. */
public final class JobTable implements Jobs {
  private static final int MAX_MESSAGE = 1000;

  private final Pool pool;
  private final Ids ids;

  /** The jobs of one database. */
  public JobTable(Pool pool, Ids ids) {
    this.pool = pool;
    this.ids = ids;
  }

  @Override
  public long submit(Connection connection, String type, long subjectId) throws SQLException {
    long id = ids.next();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO platform.job (id, job_type, subject_id, status, done_steps, total_steps,"
                + " message, attempts, submitted_at) VALUES (?, ?, ?, 'waiting', 0, 0, '', 0, ?)")) {
      insert.setLong(1, id);
      insert.setString(2, type);
      insert.setLong(3, subjectId);
      insert.setLong(4, System.currentTimeMillis());
      insert.executeUpdate();
    }
    return id;
  }

  @Override
  public Optional<JobState> find(long jobId) {
    try {
      return pool.own(connection -> find(connection, jobId));
    } catch (SQLException e) {
      throw new DatabaseException("Job " + jobId + " could not be read", e);
    }
  }

  private static Optional<JobState> find(Connection connection, long jobId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT job_type, subject_id, status, done_steps, total_steps, message"
                + " FROM platform.job WHERE id = ?")) {
      select.setLong(1, jobId);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new JobState(
                    jobId,
                    row.getString(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getString(6)))
            : Optional.empty();
      }
    }
  }

  /** The types of which a job waits, or runs somewhere. */
  Set<String> openTypes() throws SQLException {
    return pool.own(
        connection -> {
          Set<String> types = new HashSet<>();
          try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT DISTINCT job_type FROM platform.job"
                          + " WHERE status IN ('waiting', 'running')");
              ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
              types.add(rows.getString(1));
            }
          }
          return types;
        });
  }

  /** The oldest open job of a type, now marked as running; the caller holds the type's lease. */
  static Optional<OpenJob> begin(Connection connection, String type) throws SQLException {
    OpenJob job;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, subject_id, attempts, done_steps, total_steps, message FROM platform.job"
                + " WHERE job_type = ? AND status IN ('waiting', 'running')"
                + " ORDER BY id OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY")) {
      select.setString(1, type);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        job =
            new OpenJob(
                row.getLong(1),
                type,
                row.getLong(2),
                row.getInt(3) + 1,
                new Progress(row.getLong(4), row.getLong(5), row.getString(6)));
      }
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE platform.job SET status = 'running', attempts = ? WHERE id = ?")) {
      update.setInt(1, job.attempt());
      update.setLong(2, job.id());
      update.executeUpdate();
    }
    return Optional.of(job);
  }

  static void progress(Connection connection, long jobId, Progress progress) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE platform.job SET done_steps = ?, total_steps = ?, message = ?"
                + " WHERE id = ?")) {
      bind(update, progress);
      update.setLong(4, jobId);
      update.executeUpdate();
    }
  }

  /** Ends a job, or puts it back so that it goes on later. */
  static void end(Connection connection, long jobId, String status, int attempts, Progress progress)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE platform.job SET done_steps = ?, total_steps = ?, message = ?, status = ?,"
                + " attempts = ?, ended_at = ? WHERE id = ?")) {
      bind(update, progress);
      update.setString(4, status);
      update.setInt(5, attempts);
      update.setLong(6, System.currentTimeMillis());
      update.setLong(7, jobId);
      update.executeUpdate();
    }
  }

  private static void bind(PreparedStatement update, Progress progress) throws SQLException {
    String message = progress.message();
    update.setLong(1, progress.done());
    update.setLong(2, progress.total());
    update.setString(3, message.substring(0, Math.min(MAX_MESSAGE, message.length())));
  }

  record OpenJob(long id, String type, long subjectId, int attempt, Progress progress) {}
}
