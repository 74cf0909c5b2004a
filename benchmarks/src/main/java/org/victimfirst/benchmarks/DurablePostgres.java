package org.victimfirst.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL that writes as durably as one in production. */
final class DurablePostgres implements AutoCloseable {
  private final EmbeddedPostgres server;
  private int databases;

  private DurablePostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  static DurablePostgres start() throws IOException {
    return new DurablePostgres(
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("shared_buffers", "512MB")
            .setServerConfig("max_wal_size", "4GB")
            .start());
  }

  /** Makes a new, empty database, and gives its JDBC address with user and password. */
  String database() throws SQLException {
    String name = "measured" + ++databases;
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
  }

  /** Makes a new database the one of an instance. */
  void configure(Path data) throws IOException, SQLException {
    Path etc = Files.createDirectories(data.resolve("etc"));
    Files.writeString(
        etc.resolve("org.victimfirst.database.cfg"),
        "url = %s\nuser = postgres\npassword = postgres\n".formatted(database()));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
