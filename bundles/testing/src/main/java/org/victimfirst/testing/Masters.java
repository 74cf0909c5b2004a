package org.victimfirst.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.persistence.installation.Installation;
import org.victimfirst.persistence.pool.DatabaseSettings;

/**
 * Databases with the schemas of some modules, migrated once per process; each test has a copy,
 * which takes a twentieth of the time.
 */
final class Masters {
  private static final String DERBY = "jdbc:derby:memory:";
  private static final int CONNECTIONS = 8;
  private static final AtomicInteger NAMES = new AtomicInteger();

  /** What a new database is copied from: a folder of Derby's, or the address of one. */
  private static final Map<String, String> MASTERS = new HashMap<>();

  /** Derby takes half a second to forget a database in memory; nobody has to wait for it. */
  private static final ExecutorService FORGETTING =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "forgets-databases");
            thread.setDaemon(true);
            return thread;
          });

  private Masters() {}

  /** A new database with the schemas of some modules, which nobody else uses. */
  static synchronized DatabaseSettings copy(
      Dialect dialect, List<String> modules, ClassPathModules found) throws SQLException {
    String key = dialect + " " + modules;
    String master = MASTERS.get(key);
    if (master == null) {
      master = make(dialect, modules, found);
      MASTERS.put(key, master);
    }
    return switch (dialect) {
      case DERBY -> derby(";createFrom=" + master);
      case POSTGRESQL -> postgresql(PostgresServer.running().copyOf(master));
    };
  }

  /** Removes a copy. */
  static void drop(DatabaseSettings settings) {
    if (settings.dialect() == Dialect.POSTGRESQL) {
      PostgresServer.running().drop(settings.url());
    } else {
      FORGETTING.execute(() -> forget(settings.url().replaceAll(";.*", ";drop=true")));
    }
  }

  private static String make(Dialect dialect, List<String> modules, ClassPathModules found)
      throws SQLException {
    DatabaseSettings settings =
        switch (dialect) {
          case DERBY -> derby(";create=true");
          case POSTGRESQL -> postgresql(PostgresServer.running().newDatabase());
        };
    try (Installation installation =
        Installation.open(settings, found.migrations(Installation.PLATFORM), "test")) {
      for (String module : modules) {
        installation.migrate(module, found.migrations(module), "test");
      }
      return dialect == Dialect.DERBY ? backup(installation) : settings.url();
    }
  }

  private static String backup(Installation installation) throws SQLException {
    String name = installation.pool().settings().url().replace(DERBY, "").replaceAll(";.*", "");
    try {
      Path folder = Files.createTempDirectory("victimfirst-master");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return installation
          .pool()
          .own(
              connection -> {
                try (CallableStatement backup =
                    connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
                  backup.setString(1, folder.toString());
                  backup.execute();
                }
                return folder.resolve(name).toString();
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DatabaseSettings derby(String how) {
    String url = DERBY + "test-" + NAMES.incrementAndGet() + how;
    return new DatabaseSettings(url, null, null, CONNECTIONS);
  }

  private static DatabaseSettings postgresql(String url) {
    return new DatabaseSettings(url, "postgres", "postgres", CONNECTIONS);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void forget(String url) {
    try (Connection connection = DriverManager.getConnection(url)) {
      throw new AssertionError("Still there: " + connection);
    } catch (SQLException expected) {
      // Derby says by an exception that it is gone.
    }
  }
}
