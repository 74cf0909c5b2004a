package org.victimfirst.persistence.installation;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.victimfirst.api.event.Outbox;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.persistence.References;
import org.victimfirst.persistence.backup.BackupFile;
import org.victimfirst.persistence.backup.Restorer;
import org.victimfirst.persistence.event.OutboxTable;
import org.victimfirst.persistence.ids.NodeIds;
import org.victimfirst.persistence.ids.NumberedReferences;
import org.victimfirst.persistence.pool.DatabaseSettings;
import org.victimfirst.persistence.pool.Pool;
import org.victimfirst.persistence.pool.SchemaTables;
import org.victimfirst.persistence.schema.Migrations;
import org.victimfirst.persistence.schema.Migrator;
import org.victimfirst.persistence.schema.SchemaRecords;

/**
 * The platform's persistence on one open database: the pool, the platform's own schema and what
 * stands on it. Knows nothing of the framework, so that tests use the same code.
 */
public final class Installation implements AutoCloseable {
  /** The module whose schema is the platform's own. */
  public static final String PLATFORM = "platform";

  private final Pool pool;
  private final Migrator migrator;
  private final String version;
  private final NodeIds ids;
  private final References references;
  private final Outbox outbox;

  private Installation(Pool pool, Migrations own, String bundleVersion) throws SQLException {
    this.pool = pool;
    this.migrator = new Migrator(pool);
    this.version = migrate(PLATFORM, own, bundleVersion);
    if (pool.dialect() == Dialect.DERBY) {
      pool.own(Installation::endLeases);
    }
    this.ids = new NodeIds(pool);
    this.references = new NumberedReferences(pool);
    this.outbox = new OutboxTable(ids);
  }

  /**
   * Opens the database and brings the platform's own schema up to date.
   *
   * @param settings where it is
   * @param own the platform's own migrations
   * @param version version of this bundle, to be noted
   * @throws SQLException when the database cannot be reached or refuses
   */
  public static Installation open(DatabaseSettings settings, Migrations own, String version)
      throws SQLException {
    Pool pool = Pool.open(settings);
    try {
      return new Installation(pool, own, version);
    } catch (Throwable e) {
      pool.close();
      throw e;
    }
  }

  /**
   * Restores a backup into a database that is not open.
   *
   * @param replace whether schemas of ours that are there are removed first; otherwise they are
   *     refused
   * @throws org.victimfirst.persistence.RestoreException when it was not restored
   */
  public static void restore(DatabaseSettings settings, BackupFile backup, boolean replace)
      throws SQLException, IOException {
    try (Pool pool = Pool.open(settings)) {
      Restorer restorer = new Restorer(pool);
      if (replace) {
        restorer.dropAll();
      }
      restorer.restore(backup);
    }
  }

  /** An embedded database has one process, so whoever held a lease in it is dead. */
  private static int endLeases(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate("UPDATE platform.node SET lease_until = 0")
          + statement.executeUpdate("UPDATE platform.job_lease SET lease_until = 0")
          + statement.executeUpdate("UPDATE platform.event_position SET lease_until = 0");
    }
  }

  /**
   * Brings a module's schema up to date and notes it.
   *
   * @return the schema's version now
   * @throws org.victimfirst.persistence.schema.MigrationException when it could not be done
   */
  public String migrate(String module, Migrations migrations, String bundleVersion)
      throws SQLException {
    if (upToDate(module, migrations)) {
      return Migrator.newest(migrations, pool.dialect());
    }
    String version = migrator.migrate(module, migrations);
    pool.own(
        connection -> {
          SchemaRecords.save(connection, module, version, bundleVersion, migrations);
          return module;
        });
    return version;
  }

  private boolean upToDate(String module, Migrations migrations) throws SQLException {
    return pool.own(
        connection ->
            SchemaTables.of(PLATFORM, pool.dialect()).exist(connection)
                && SchemaRecords.upToDate(connection, module, migrations, pool.dialect()));
  }

  /** Removes a module's schema and all that the platform remembers of it. */
  public void purge(String module) throws SQLException {
    migrator.drop(module);
    pool.own(
        connection -> {
          SchemaRecords.forget(connection, module);
          return module;
        });
  }

  /** The version of the platform's own schema. */
  public String version() {
    return version;
  }

  /** The connections. */
  public Pool pool() {
    return pool;
  }

  /** Runs and removes schemas. */
  public Migrator migrator() {
    return migrator;
  }

  /** This node's ids. */
  public Ids ids() {
    return ids;
  }

  /** References from this database's sequence. */
  public References references() {
    return references;
  }

  /** This database's outbox. */
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public void close() {
    ids.close();
    pool.close();
  }
}
