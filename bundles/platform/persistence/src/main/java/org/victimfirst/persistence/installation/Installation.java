package org.victimfirst.persistence.installation;

import java.sql.SQLException;
import org.victimfirst.api.event.Outbox;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.persistence.References;
import org.victimfirst.persistence.event.OutboxTable;
import org.victimfirst.persistence.ids.NodeIds;
import org.victimfirst.persistence.ids.NumberedReferences;
import org.victimfirst.persistence.pool.DatabaseSettings;
import org.victimfirst.persistence.pool.Pool;
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
  private final NodeIds ids;
  private final References references;
  private final Outbox outbox;

  private Installation(Pool pool, Migrations own, String version) throws SQLException {
    this.pool = pool;
    this.migrator = new Migrator(pool);
    migrate(PLATFORM, own, version);
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
   * Brings a module's schema up to date and notes it.
   *
   * @return the schema's version now
   * @throws org.victimfirst.persistence.schema.MigrationException when it could not be done
   */
  public String migrate(String module, Migrations migrations, String bundleVersion)
      throws SQLException {
    String version = migrator.migrate(module, migrations);
    pool.own(
        connection -> {
          SchemaRecords.save(connection, module, version, bundleVersion, migrations);
          return module;
        });
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
