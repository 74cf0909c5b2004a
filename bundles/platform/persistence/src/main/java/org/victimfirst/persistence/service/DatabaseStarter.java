package org.victimfirst.persistence.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.event.Outbox;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.persistence.References;
import org.victimfirst.persistence.Backups;
import org.victimfirst.persistence.RestoreException;
import org.victimfirst.persistence.SchemaState.State;
import org.victimfirst.persistence.backup.BackupFile;
import org.victimfirst.persistence.installation.Installation;
import org.victimfirst.persistence.pool.DatabaseSettings;
import org.victimfirst.persistence.schema.MigrationException;
import org.victimfirst.persistence.schema.Migrations;
import org.victimfirst.persistence.thread.Repeater;

/**
 * Opens the database that the configuration names, tries again while it cannot be reached, and
 * publishes what stands on it. A changed configuration ends all of it and begins anew.
 */
@Component(
    service = DatabaseStarter.class,
    immediate = true,
    configurationPid = "org.victimfirst.database")
public final class DatabaseStarter {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseStarter.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration UNTIL_WOKEN = Duration.ofDays(1);

  private final BundleContext context;
  private final SchemaRegistry registry;
  private final Path dataFolder;
  private final AtomicReference<@Nullable RestoreRequest> requested = new AtomicReference<>();
  private final @Nullable Repeater repeater;
  private volatile @Nullable Opened opened;
  private volatile String lastFailure = "";

  @Activate
  public DatabaseStarter(
      BundleContext context,
      @Reference SchemaRegistry registry,
      DatabaseConfiguration configuration) {
    this.context = context;
    this.registry = registry;
    this.dataFolder = DatabasePlace.dataFolder(context);
    registry.report(Installation.PLATFORM, "", State.MIGRATING, "");
    Repeater started = null;
    try {
      DatabaseSettings settings = DatabasePlace.settings(configuration, dataFolder);
      DerbyDefaults.set(dataFolder);
      started = Repeater.start("victimfirst-database", () -> tend(settings));
    } catch (RuntimeException e) {
      fail("Configuration org.victimfirst.database cannot be used: " + e.getMessage(), e);
    }
    this.repeater = started;
  }

  /** The data folder of this installation. */
  Path dataFolder() {
    return dataFolder;
  }

  /** What is open, if anything is. */
  Optional<Installation> installation() {
    return Optional.ofNullable(opened).map(Opened::installation);
  }

  /** Puts a backup in the place of a database that nobody has used; returns when that is done. */
  void restore(BackupFile backup) throws IOException {
    if (repeater == null) {
      throw new RestoreException("No database is configured");
    }
    RestoreRequest request = new RestoreRequest(backup);
    if (!requested.compareAndSet(null, request)) {
      throw new RestoreException("Another restore is under way");
    }
    repeater.wake();
    request.await();
  }

  private Duration tend(DatabaseSettings settings) {
    RestoreRequest request = requested.get();
    if (request != null) {
      close();
      request.perform(() -> Installation.restore(settings, request.backup(), true));
      requested.set(null);
    }
    if (opened != null) {
      return UNTIL_WOKEN;
    }
    try {
      restoreFile(settings);
      open(settings);
      return UNTIL_WOKEN;
    } catch (RestoreException e) {
      fail(Backups.RESTORE_FILE + " was not restored. " + e.getMessage(), e);
    } catch (MigrationException e) {
      fail(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      fail(Backups.RESTORE_FILE + " in the data folder cannot be read or removed", e);
    } catch (SQLException e) {
      fail(DatabasePlace.sentence(settings, e), e);
    }
    return PAUSE;
  }

  /** What lies in the data folder to be restored is restored before anybody sees the database. */
  private void restoreFile(DatabaseSettings settings) throws IOException, SQLException {
    Path file = dataFolder.resolve(Backups.RESTORE_FILE);
    if (Files.exists(file)) {
      try (BackupFile backup = new BackupFile(file)) {
        backup.refuseNewerThan(InstalledModules.migrations(context));
        Installation.restore(settings, backup, false);
      }
      // Whoever restored it has it; here it would be another copy of everybody's data.
      Files.delete(file);
      LOG.info("Backup {} restored and removed", file);
    }
  }

  private void open(DatabaseSettings settings) throws SQLException {
    Installation installation =
        Installation.open(
            settings,
            Migrations.in(context.getBundle()),
            context.getBundle().getVersion().toString());
    LOG.info("Database open: {}", settings);
    lastFailure = "";
    registry.report(Installation.PLATFORM, installation.version(), State.READY, "");
    Publications services = new Publications(context);
    opened = new Opened(installation, services);
    services.publish(Ids.class, installation.ids(), Map.of());
    services.publish(References.class, installation.references(), Map.of());
    services.publish(Outbox.class, installation.outbox(), Map.of());
    services.publish(Installation.class, installation, Map.of());
  }

  /** Says it once, not at every try. */
  private void fail(String message, Exception e) {
    registry.report(Installation.PLATFORM, "", State.FAILED, message);
    if (!message.equals(lastFailure)) {
      lastFailure = message;
      LOG.error(message, e);
    }
  }

  @Deactivate
  void deactivate() {
    // First the services, so that a thread that is publishing them comes to its end.
    close();
    if (repeater != null) {
      repeater.close();
      close();
    }
    registry.forget(Installation.PLATFORM);
  }

  private void close() {
    Opened current = opened;
    if (current != null) {
      current.services().withdraw();
      current.installation().close();
      opened = null;
      LOG.info("Database closed");
    }
  }

  private record Opened(Installation installation, Publications services) {}
}
