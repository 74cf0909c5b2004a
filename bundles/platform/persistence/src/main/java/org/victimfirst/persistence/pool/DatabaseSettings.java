package org.victimfirst.persistence.pool;

import org.jspecify.annotations.Nullable;
import org.victimfirst.api.persistence.Dialect;

/**
 * Where the database is.
 *
 * @param url {@code jdbc:derby:FOLDER}, {@code jdbc:derby:memory:NAME} or {@code
 *     jdbc:postgresql://…}
 * @param user the user, or null
 * @param password the password, or null
 * @param poolSize connections for the modules' work
 */
public record DatabaseSettings(
    String url, @Nullable String user, @Nullable String password, int poolSize) {
  static final String DERBY = "jdbc:derby:";
  static final String POSTGRESQL = "jdbc:postgresql:";

  /** Checks the address and the size. */
  public DatabaseSettings {
    if (!url.startsWith(DERBY) && !url.startsWith(POSTGRESQL)) {
      throw new IllegalArgumentException(
          "The database's url must begin with " + DERBY + " or " + POSTGRESQL);
    }
    if (poolSize < 2) {
      throw new IllegalArgumentException("poolSize must be at least 2, not " + poolSize);
    }
  }

  /** The kind of database that the address leads to. */
  public Dialect dialect() {
    return url.startsWith(DERBY) ? Dialect.DERBY : Dialect.POSTGRESQL;
  }

  /** The address without what may hold a password: for logs. */
  public String place() {
    String end = dialect() == Dialect.DERBY ? ";" : "?";
    int cut = url.indexOf(end);
    return cut < 0 ? url : url.substring(0, cut);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return place() + ", " + poolSize + " connections";
  }
}
