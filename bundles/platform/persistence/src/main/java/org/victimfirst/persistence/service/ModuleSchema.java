package org.victimfirst.persistence.service;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
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
  private final BundleContext context;
  private final Installation installation;
  private final SchemaRegistry registry;
  private final Deque<ServiceRegistration<?>> registrations = new ArrayDeque<>();
  private final ModuleDatabase database;
  private boolean closed;

  ModuleSchema(
      String module,
      Bundle bundle,
      BundleContext context,
      Installation installation,
      SchemaRegistry registry) {
    this.module = module;
    this.bundle = bundle;
    this.context = context;
    this.installation = installation;
    this.registry = registry;
    this.database = new ModuleDatabase(module, installation.pool());
  }

  String module() {
    return module;
  }

  /** Migrates and publishes. Whatever goes wrong stays with this module. */
  void open() {
    try {
      if (closed()) {
        return;
      }
      String version =
          installation.migrate(module, Migrations.in(bundle), bundle.getVersion().toString());
      report(version, State.READY, "");
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
    }
  }

  private synchronized boolean closed() {
    return closed;
  }

  private synchronized void report(String version, State state, String message) {
    if (!closed) {
      registry.report(module, version, state, message);
    }
  }

  /** Registers outside any lock, because that starts components of the module. */
  private void publish() {
    register(DataSource.class, database.dataSource());
    register(Database.class, database);
  }

  private <S> void register(Class<S> type, S service) {
    if (closed()) {
      return;
    }
    ServiceRegistration<S> registration =
        context.registerService(type, service, properties(type));
    synchronized (this) {
      if (!closed) {
        registrations.push(registration);
        return;
      }
    }
    // The bundle stopped meanwhile.
    unregister(registration);
  }

  private Dictionary<String, ?> properties(Class<?> type) {
    return type == DataSource.class
        ? new Hashtable<>(
            Map.of(
                VictimFirstModule.PROPERTY, module, "osgi.jndi.service.name", "victimfirst/" + module))
        : FrameworkUtil.asDictionary(Map.of(VictimFirstModule.PROPERTY, module));
  }

  /** Withdraws what was published, the last first, and ends what somebody may have kept. */
  void close() {
    Deque<ServiceRegistration<?>> published;
    synchronized (this) {
      closed = true;
      published = new ArrayDeque<>(registrations);
      registrations.clear();
    }
    published.forEach(ModuleSchema::unregister);
    database.end();
  }

  private static void unregister(ServiceRegistration<?> registration) {
    try {
      registration.unregister();
    } catch (IllegalStateException e) {
      LOG.debug("Already unregistered, because the platform is stopping", e);
    }
  }
}
