package org.victimfirst.persistence.service;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.event.Outbox;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.persistence.References;
import org.victimfirst.persistence.SchemaState.State;
import org.victimfirst.persistence.installation.Installation;
import org.victimfirst.persistence.pool.DatabaseSettings;
import org.victimfirst.persistence.schema.MigrationException;
import org.victimfirst.persistence.schema.Migrations;
import org.victimfirst.persistence.thread.Repeater;

/**
 * Opens the database that the configuration names, tries again while it cannot be reached, and
 * publishes what stands on it. A changed configuration ends all of it and begins anew.
 */
@Component(service = {}, configurationPid = "org.victimfirst.database")
final class DatabaseStarter {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseStarter.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final BundleContext context;
  private final SchemaRegistry registry;
  private final Deque<ServiceRegistration<?>> registrations = new ArrayDeque<>();
  private final @Nullable Repeater repeater;
  private @Nullable Installation installation;
  private String lastFailure = "";

  @Activate
  public DatabaseStarter(
      BundleContext context,
      @Reference SchemaRegistry registry,
      DatabaseConfiguration configuration) {
    this.context = context;
    this.registry = registry;
    registry.report(Installation.PLATFORM, "", State.MIGRATING, "");
    Repeater started = null;
    try {
      Path dataFolder = DatabasePlace.dataFolder(context);
      DatabaseSettings settings = DatabasePlace.settings(configuration, dataFolder);
      DerbyDefaults.set(dataFolder);
      started = Repeater.start("victimfirst-database", () -> open(settings, dataFolder));
    } catch (RuntimeException e) {
      fail("Configuration org.victimfirst.database cannot be used: " + e.getMessage(), e);
    }
    this.repeater = started;
  }

  private Duration open(DatabaseSettings settings, Path dataFolder) {
    try {
      Installation opened =
          Installation.open(
              settings,
              Migrations.in(context.getBundle()),
              context.getBundle().getVersion().toString());
      LOG.info("Database open: {}", settings);
      publish(opened);
      return FOR_EVER;
    } catch (MigrationException e) {
      fail(String.valueOf(e.getMessage()), e);
    } catch (SQLException e) {
      fail(sentence(settings, e), e);
    }
    return PAUSE;
  }

  private static String sentence(DatabaseSettings settings, SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && "XSDB6".equals(sql.getSQLState())) {
        return "The database in "
            + settings.place()
            + " is in use by another running instance. Stop that one first";
      }
    }
    return "The database "
        + settings.place()
        + " cannot be opened (SQL state "
        + e.getSQLState()
        + "). Check that it runs, and configuration org.victimfirst.database; tried again every "
        + PAUSE.toSeconds()
        + " s";
  }

  /** Says it once, not at every try. */
  private void fail(String message, Exception e) {
    registry.report(Installation.PLATFORM, "", State.FAILED, message);
    if (!message.equals(lastFailure)) {
      lastFailure = message;
      LOG.error(message, e);
    }
  }

  private synchronized void publish(Installation opened) {
    installation = opened;
    lastFailure = "";
    registry.report(Installation.PLATFORM, opened.version(), State.READY, "");
    register(Ids.class, opened.ids());
    register(References.class, opened.references());
    register(Outbox.class, opened.outbox());
    register(Installation.class, opened);
  }

  private <S> void register(Class<S> type, S service) {
    registrations.push(context.registerService(type, service, null));
  }

  @Deactivate
  void deactivate() {
    if (repeater != null) {
      repeater.close();
    }
    withdraw();
    registry.forget(Installation.PLATFORM);
  }

  private synchronized void withdraw() {
    registrations.forEach(DatabaseStarter::unregister);
    registrations.clear();
    if (installation != null) {
      installation.close();
      LOG.info("Database closed");
      installation = null;
    }
  }

  private static void unregister(ServiceRegistration<?> registration) {
    try {
      registration.unregister();
    } catch (IllegalStateException e) {
      LOG.debug("Already unregistered, because the platform is stopping", e);
    }
  }
}
