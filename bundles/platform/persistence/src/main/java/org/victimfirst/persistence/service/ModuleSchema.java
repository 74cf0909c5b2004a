package org.victimfirst.persistence.service;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.persistence.SchemaState.State;
import org.victimfirst.persistence.installation.Installation;
import org.victimfirst.persistence.pool.ModuleDatabase;
import org.victimfirst.persistence.schema.MigrationException;
import org.victimfirst.persistence.schema.Migrations;

/** One started bundle's schema: migrated, then published, until the bundle stops. */
final class ModuleSchema {
  private static final Logger LOG = LoggerFactory.getLogger(ModuleSchema.class);

  private final String module;
  private final Bundle bundle;
  private final Installation installation;
  private final SchemaRegistry registry;
  private final Publications services;
  private final ModuleDatabase database;
  private final CompletableFuture<Void> migrated = new CompletableFuture<>();

  ModuleSchema(
      String module,
      Bundle bundle,
      BundleContext context,
      Installation installation,
      SchemaRegistry registry) {
    this.module = module;
    this.bundle = bundle;
    this.services = new Publications(context);
    this.installation = installation;
    this.registry = registry;
    this.database = new ModuleDatabase(module, installation.pool());
  }

  String module() {
    return module;
  }

  /** When the bundle starts, among others. */
  int startLevel() {
    return bundle.adapt(BundleStartLevel.class).getStartLevel();
  }

  /** Ends when the schema is up to date, or cannot be. */
  CompletableFuture<Void> migrated() {
    return migrated;
  }

  /** Migrates and publishes. Whatever goes wrong stays with this module. */
  void open() {
    try {
      if (services.closed()) {
        return;
      }
      String version =
          installation.migrate(module, Migrations.in(bundle), bundle.getVersion().toString());
      report(version, State.READY, "");
      migrated.complete(null);
      publish();
    } catch (MigrationException e) {
      LOG.error(e.getMessage(), e);
      report("", e.newer() ? State.NEWER : State.FAILED, String.valueOf(e.getMessage()));
    } catch (SQLException | RuntimeException e) {
      LOG.error("The schema of module {} could not be opened", module, e);
      report(
          "",
          State.FAILED,
          "The schema of module "
              + module
              + " could not be opened: the database refused. Look into the log, then restart the"
              + " module");
    } finally {
      migrated.complete(null);
    }
  }

  private synchronized void report(String version, State state, String message) {
    if (!services.closed()) {
      registry.report(module, version, state, message);
    }
  }

  private void publish() {
    services.publish(
        DataSource.class,
        database.dataSource(),
        Map.of(
            VictimFirstModule.PROPERTY, module, "osgi.jndi.service.name", "victimfirst/" + module));
    services.publish(Database.class, database, Map.of(VictimFirstModule.PROPERTY, module));
  }

  /** Withdraws what was published, and ends what somebody may have kept of it. */
  void close() {
    services.withdraw();
    database.end();
  }
}
