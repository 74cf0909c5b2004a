package org.victimfirst.itests;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that every instance test runs on. */
public enum Store {
  DERBY {
    @Override
    void configure(Path data) {
      // The default: nothing to configure.
    }
  },
  POSTGRESQL {
    @Override
    void configure(Path data) {
      Postgres.configure(data);
    }
  };

  /** Configures a data folder for a new, empty database. */
  abstract void configure(Path data);

  /** The configuration of a database, in a data folder. */
  static final String SETTINGS = "etc/org.victimfirst.database.cfg";

  /** A connection to the database that a data folder's settings name. */
  static Connection connection(Path data) throws IOException, SQLException {
    Properties settings = new Properties();
    try (InputStream in = Files.newInputStream(data.resolve(SETTINGS))) {
      settings.load(in);
    }
    return DriverManager.getConnection(
        settings.getProperty("url"),
        settings.getProperty("user"),
        settings.getProperty("password"));
  }

  /** One server for all tests of this JVM, a database for each instance. */
  private static final class Postgres {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    static void configure(Path data) {
      String name = "victimfirst" + NUMBER.incrementAndGet();
      try (Connection connection = SERVER.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
        Files.createDirectories(data.resolve("etc"));
        Files.writeString(
            data.resolve(SETTINGS),
            "url = jdbc:postgresql://127.0.0.1:%d/%s\nuser = postgres\npassword = postgres\n"
                .formatted(SERVER.getPort(), name));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
