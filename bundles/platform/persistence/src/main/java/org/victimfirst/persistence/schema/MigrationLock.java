package org.victimfirst.persistence.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.persistence.pool.Pool;

/**
 * One migration at a time: in this process, because Derby's catalogue is locked by whoever changes
 * it, and over all nodes, because two that create one schema at once would fail.
 */
final class MigrationLock {
  /** Any number that nobody else takes; "VFMIGRAT" in ASCII. */
  private static final long KEY = 0x56464D4947524154L;

  private final Pool pool;
  private final ReentrantLock here = new ReentrantLock();

  MigrationLock(Pool pool) {
    this.pool = pool;
  }

  <T> T during(Supplier<T> work) throws SQLException {
    here.lock();
    try {
      if (pool.dialect() == Dialect.DERBY) {
        return work.get();
      }
      // The lock ends with its connection, even when this process dies.
      try (Connection connection = pool.unpooled().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("SELECT pg_advisory_lock(" + KEY + ")");
        return work.get();
      }
    } finally {
      here.unlock();
    }
  }
}
