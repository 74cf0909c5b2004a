package org.victimfirst.persistence.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.victimfirst.persistence.pool.DatabaseSettings;

/** Works out where the database and the data folder are. */
final class DatabasePlace {
  /** Where the data folder is, as a property of the framework or the process. */
  static final String DATA = "victimfirst.data";

  /** The variable that may hold the password. */
  static final String PASSWORD_VARIABLE = "VICTIMFIRST_DATABASE_PASSWORD";

  private static final String DERBY_IN_USE = "XSDB6";

  private DatabasePlace() {}

  /** The data folder of this installation. */
  static Path dataFolder(BundleContext context) {
    String folder = context.getProperty(DATA);
    return Path.of(folder == null ? "data" : folder).toAbsolutePath();
  }

  /** What the configuration amounts to. */
  static DatabaseSettings settings(DatabaseConfiguration configuration, Path dataFolder) {
    String url =
        configuration.url().isBlank()
            ? "jdbc:derby:" + dataFolder.resolve("derby") + ";create=true"
            : configuration.url().strip();
    return new DatabaseSettings(
        url, orNull(configuration.user()), password(configuration), configuration.poolSize());
  }

  private static @Nullable String password(DatabaseConfiguration configuration) {
    if (!configuration.passwordFile().isBlank()) {
      Path file = Path.of(configuration.passwordFile());
      try {
        return Files.readString(file).lines().findFirst().orElse("");
      } catch (IOException e) {
        throw new UncheckedIOException("The password file " + file + " cannot be read", e);
      }
    }
    if (!configuration.password().isEmpty()) {
      return configuration.password();
    }
    return System.getenv(PASSWORD_VARIABLE);
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }

  /** Why the database does not open, for people. */
  static String sentence(DatabaseSettings settings, SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && DERBY_IN_USE.equals(sql.getSQLState())) {
        return "The database in "
            + settings.place()
            + " is in use by another running instance. Stop that one first";
      }
    }
    return "The database "
        + settings.place()
        + " cannot be opened (SQL state "
        + e.getSQLState()
        + "). Check that it runs, and configuration org.victimfirst.database; it is tried again and"
        + " again";
  }
}
