package org.victimfirst.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL per test process, with a new database for whoever asks. */
final class PostgresServer {
  private static final String USER = "postgres";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final EmbeddedPostgres server;

  private PostgresServer() {
    try {
      server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("synchronous_commit", "off")
              .setServerConfig("full_page_writes", "off")
              .setServerConfig("max_connections", "300")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    }
  }

  private static final class Holder {
    private static final PostgresServer RUNNING = new PostgresServer();
  }

  /** The running server; started at the first call. */
  static PostgresServer running() {
    return Holder.RUNNING;
  }

  /** The address of a new, empty database. */
  String newDatabase() {
    return newDatabase("");
  }

  /** The address of a new database like another one, to which nobody is connected. */
  String copyOf(String url) {
    return newDatabase(" TEMPLATE " + name(url));
  }

  private String newDatabase(String how) {
    String name = "vf_" + DATABASES.incrementAndGet();
    execute("CREATE DATABASE " + name + how);
    return server.getJdbcUrl(USER, name);
  }

  /** Removes a database with whatever is connected to it. */
  void drop(String url) {
    execute("DROP DATABASE IF EXISTS " + name(url) + " WITH (FORCE)");
  }

  private static String name(String url) {
    return url.substring(url.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
  }

  private void execute(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused: " + sql, e);
    }
  }
}
