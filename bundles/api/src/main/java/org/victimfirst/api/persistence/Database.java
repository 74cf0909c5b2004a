package org.victimfirst.api.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A module's door to its own schema. The platform registers one service per bundle with the header
 * {@code VictimFirst-Schema: MODULE}, after that schema's migrations have run, with the service
 * property {@code victimfirst.module=MODULE}; it is unregistered when the bundle stops.
 *
 * <p>All modules share one database and one pool, so one connection may span schemas; a module
 * writes its own schema only. Name tables with their schema: {@code needs.assessment}.
 *
 * <p>For entities, the same data source is published for the persistence unit as {@code
 * osgi:service/javax.sql.DataSource/(victimfirst.module=MODULE)}.
 */
@ProviderType
public interface Database {
  /** The module whose schema this is. */
  String module();

  /** The database in use; SQL that must differ asks here. */
  Dialect dialect();

  /** The pooled data source. A connection taken from it is in auto-commit mode. */
  DataSource dataSource();

  /**
   * Runs work that only reads, on one connection and in one read-only transaction. Inside another
   * read on the same thread it goes on with that one's connection.
   *
   * @throws IllegalStateException inside {@link #write} on the same thread: use its connection
   * @throws DatabaseException when the database refuses
   */
  <T extends @Nullable Object> T read(Work<T> work);

  /**
   * Runs work in one transaction: committed when the work returns, rolled back when it throws.
   *
   * @throws IllegalStateException inside another write on the same thread: use its connection
   * @throws DatabaseException when the database refuses; {@link StaleVersionException} and other
   *     unchecked exceptions of the work pass unchanged
   */
  <T extends @Nullable Object> T write(Work<T> work);

  /**
   * Many new rows for one of this module's tables, sent by the fastest way that the database has:
   * for imports.
   *
   * @param connection the one that the work was handed
   * @param table with its schema, such as {@code needs.rating}
   * @param columns those that get a cell, in the order of the cells; the rest stay empty
   */
  RowBatch insert(Connection connection, String table, String... columns) throws SQLException;

  /**
   * Many runs of one statement, sent together.
   *
   * @param connection the one that the work was handed
   * @param sql a statement that gives no rows, with a parameter for each cell
   */
  RowBatch batch(Connection connection, String sql) throws SQLException;

  /**
   * Tells the database how large this module's tables have become: to be called once after a large
   * import, outside any work, because Derby plans badly without it. Takes seconds on large tables.
   *
   * @throws DatabaseException when the database refuses
   */
  default void refreshStatistics() {}

  /** Work on one connection. */
  @FunctionalInterface
  @ConsumerType
  interface Work<T extends @Nullable Object> {
    /** Does the work. The connection must not be closed or kept. */
    T on(Connection connection) throws SQLException;
  }
}
