package org.victimfirst.persistence.schema;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.command.DbMigrate.FlywayMigrateException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.persistence.pool.Pool;
import org.victimfirst.persistence.pool.SchemaName;
import org.victimfirst.persistence.pool.SchemaTables;

/**
 * Brings a module's schema up to date, by Flyway with one history table in each schema. One at a
 * time, over all nodes.
 */
public final class Migrator {
  /** The history's table, in each schema. */
  public static final String HISTORY = "schema_history";

  /** What a schema without any migration is said to be at. */
  static final String EMPTY = "0";

  private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

  private final Pool pool;
  private final MigrationLock lock;

  /** A migrator of one database. */
  public Migrator(Pool pool) {
    this.pool = pool;
    this.lock = new MigrationLock(pool);
  }

  /**
   * Creates the schema when it is absent and runs what has not been run.
   *
   * @return the schema's version now
   * @throws MigrationException when a migration fails, with nothing of it kept; or when the schema
   *     is newer than the migrations
   */
  public String migrate(String module, Migrations migrations) {
    return migrate(module, migrations, null);
  }

  /** As above, up to one version: for a backup that is older than the software. */
  public String migrate(String module, Migrations migrations, @Nullable String version) {
    Map<String, MigrationFile> files = migrations.forDialect(pool.dialect());
    if (files.isEmpty()) {
      throw new MigrationException(
          "Module "
              + module
              + " names a schema but has no migration: put V1__initial.sql into its folder db",
          false,
          null);
    }
    try {
      return lock.during(() -> locked(module, files, version));
    } catch (SQLException e) {
      throw new MigrationException(
          "The schema of module " + module + " could not be locked for its migration", false, e);
    }
  }

  private String locked(String module, Map<String, MigrationFile> files, @Nullable String version) {
    long began = System.nanoTime();
    Flyway flyway = flyway(module, files, version);
    try {
      refuseNewer(module, flyway.info().all());
      int run = flyway.migrate().migrationsExecuted;
      String reached = versionOf(flyway.info().current());
      if (run > 0) {
        long millis = (System.nanoTime() - began) / 1_000_000;
        LOG.info("Schema of module {} migrated to version {} in {} ms", module, reached, millis);
      }
      return reached;
    } catch (FlywayException e) {
      throw new MigrationException(sentence(module, e), false, e);
    }
  }

  private static void refuseNewer(String module, MigrationInfo[] all) {
    MigrationVersion known = MigrationVersion.fromVersion(EMPTY);
    MigrationVersion applied = known;
    for (MigrationInfo info : all) {
      MigrationVersion version = info.getVersion();
      if (version != null && info.getState().isResolved()) {
        known = version.compareTo(known) > 0 ? version : known;
      }
      if (version != null && info.getState().isApplied()) {
        applied = version.compareTo(applied) > 0 ? version : applied;
      }
    }
    if (applied.compareTo(known) > 0) {
      throw new MigrationException(
          String.format(
              "The schema of module %s is at version %s, but the module that is installed knows"
                  + " only up to version %s. Install the newer module again, or restore a backup"
                  + " from before the update",
              module, applied, known),
          true,
          null);
    }
  }

  private static String sentence(String module, FlywayException e) {
    if (e instanceof FlywayMigrateException failed) {
      return String.format(
          "Migration %s of module %s failed%s; nothing of it was kept. The log has the database's"
              + " words. Correct the migration, or install the module's version before",
          failed.getMigration().getScript(), module, where(e));
    }
    return "The schema of module "
        + module
        + " does not agree with the module's migrations, or the database refused to look at it; the"
        + " log entry says which. A migration that has been run must not be changed afterwards";
  }

  private static String where(FlywayException e) {
    String line = "";
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof FlywaySqlScriptException script) {
        line = ", line " + script.getLineNumber();
      }
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return line + " (SQL state " + sql.getSQLState() + ')';
      }
    }
    return line;
  }

  /** Removes a schema with everything in it. */
  public void drop(String module) throws SQLException {
    Flyway flyway = flyway(module, Map.of(), null);
    lock.during(
        () -> {
          flyway.clean();
          return module;
        });
    SchemaTables tables = SchemaTables.of(module, pool.dialect());
    pool.own(
        connection -> {
          if (tables.exist(connection)) {
            tables.dropSchema(connection);
          }
          return module;
        });
  }

  private Flyway flyway(String module, Map<String, MigrationFile> files, @Nullable String version) {
    SchemaName schema = name(module);
    FluentConfiguration configuration =
        Flyway.configure(Flyway.class.getClassLoader())
            .dataSource(pool.unpooled())
            .schemas(schema.stored())
            .defaultSchema(schema.stored())
            .table(schema.stored(HISTORY))
            .createSchemas(true)
            .cleanDisabled(!files.isEmpty())
            .resourceProvider(new FlywayFiles(files))
            .javaMigrationClassProvider(List::of)
            .placeholders(placeholders(pool.dialect()))
            .loggers(FlywayLog.class.getName());
    if (version != null) {
      configuration.target(version);
    }
    return configuration.load();
  }

  private static Map<String, String> placeholders(Dialect dialect) {
    return switch (dialect) {
      case DERBY -> Map.of("text", "CLOB", "bytes", "BLOB", "now", "CURRENT_TIMESTAMP");
      case POSTGRESQL -> Map.of("text", "TEXT", "bytes", "BYTEA", "now", "CURRENT_TIMESTAMP");
    };
  }

  private SchemaName name(String module) {
    return new SchemaName(module, pool.dialect());
  }

  private static String versionOf(@Nullable MigrationInfo current) {
    return current == null || current.getVersion() == null
        ? EMPTY
        : current.getVersion().getVersion();
  }

  /** The newest version among migrations, for whatever database. */
  public static String newest(Migrations migrations) {
    return newest(migrations.files().stream().map(MigrationFile::name));
  }

  /** The newest version among those migrations that are for one database. */
  public static String newest(Migrations migrations, Dialect dialect) {
    return newest(migrations.forDialect(dialect).keySet().stream());
  }

  private static String newest(Stream<String> fileNames) {
    return fileNames
        .map(Migrator::versionIn)
        .max(MigrationVersion::compareTo)
        .orElse(MigrationVersion.fromVersion(EMPTY))
        .getVersion();
  }

  /** Compares two versions as migrations are ordered. */
  public static int compare(String one, String other) {
    return MigrationVersion.fromVersion(one).compareTo(MigrationVersion.fromVersion(other));
  }

  private static MigrationVersion versionIn(String fileName) {
    String[] parts = fileName.split("__", 2);
    return MigrationVersion.fromVersion(parts[0].startsWith("V") ? parts[0].substring(1) : EMPTY);
  }
}
