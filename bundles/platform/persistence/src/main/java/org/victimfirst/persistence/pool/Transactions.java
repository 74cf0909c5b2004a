package org.victimfirst.persistence.pool;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.persistence.Database.Work;

/** Commits what returns and rolls back what throws. */
final class Transactions {
  private Transactions() {}

  static <T extends @Nullable Object> T run(Connection connection, boolean readOnly, Work<T> work)
      throws SQLException {
    if (readOnly) {
      connection.setReadOnly(true);
    }
    connection.setAutoCommit(false);
    try {
      T result = work.on(connection);
      connection.commit();
      return result;
    } catch (Throwable e) {
      rollBack(connection, e);
      throw e;
    }
  }

  private static void rollBack(Connection connection, Throwable because) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }
}
