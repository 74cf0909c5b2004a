package org.victimfirst.persistence.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.victimfirst.persistence.job.JobTable.OpenJob;
import org.victimfirst.persistence.pool.Pool;

/**
 * The right to do the one job of a type that may run. The holder's name is used once only, so that
 * a run that has lost its lease cannot take up the lease of a later run on the same node.
 */
final class JobLease {
  static final long MILLIS = 30_000;
  private static final String DUPLICATE = "23505";

  private final Pool pool;
  private final String type;
  private final String holder;

  JobLease(Pool pool, String type, String holder) {
    this.pool = pool;
    this.type = type;
    this.holder = holder;
  }

  /** The job to be done, when there is one and nobody else holds the lease. */
  Optional<OpenJob> take() throws SQLException {
    try {
      return pool.own(
          connection -> {
            long now = pool.clock(connection);
            if (!takeOver(connection, now)) {
              return Optional.empty();
            }
            Optional<OpenJob> job = JobTable.begin(connection, type);
            if (job.isEmpty()) {
              renew(connection, 0);
            }
            return job;
          });
    } catch (SQLException e) {
      if (DUPLICATE.equals(e.getSQLState())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private boolean takeOver(Connection connection, long now) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE platform.job_lease SET holder = ?, lease_until = ?"
                + " WHERE job_type = ? AND lease_until < ?")) {
      update.setString(1, holder);
      update.setLong(2, now + MILLIS);
      update.setString(3, type);
      update.setLong(4, now);
      return update.executeUpdate() == 1 || insertWhenAbsent(connection, now);
    }
  }

  private boolean insertWhenAbsent(Connection connection, long now) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM platform.job_lease WHERE job_type = ?")) {
      select.setString(1, type);
      if (select.executeQuery().next()) {
        return false;
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO platform.job_lease (job_type, holder, lease_until) VALUES (?, ?, ?)")) {
      insert.setString(1, type);
      insert.setString(2, holder);
      insert.setLong(3, now + MILLIS);
      return insert.executeUpdate() == 1;
    }
  }

  /** Renews it within a transaction; false when it was lost. */
  boolean renew(Connection connection) throws SQLException {
    return renew(connection, pool.clock(connection) + MILLIS);
  }

  /** Gives it back within a transaction; false when it was lost before. */
  boolean giveBack(Connection connection) throws SQLException {
    return renew(connection, 0);
  }

  private boolean renew(Connection connection, long until) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE platform.job_lease SET lease_until = ? WHERE job_type = ? AND holder = ?")) {
      update.setLong(1, until);
      update.setString(2, type);
      update.setString(3, holder);
      return update.executeUpdate() == 1;
    }
  }
}
