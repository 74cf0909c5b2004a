package org.victimfirst.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.persistence.installation.Installation;
import org.victimfirst.persistence.pool.DatabaseSettings;
import org.victimfirst.persistence.pool.Pool;
import org.victimfirst.persistence.schema.MigrationFile;
import org.victimfirst.persistence.schema.Migrations;

/** An installation on a new, real database. */
public final class TestInstallation implements AutoCloseable {
  private static final AtomicInteger NAMES = new AtomicInteger();

  private final DatabaseSettings settings;
  private final Installation installation;

  private TestInstallation(DatabaseSettings settings) throws SQLException {
    this.settings = settings;
    this.installation = Installation.open(settings, own(), "test");
  }

  /** Opens one. */
  public static TestInstallation open(Dialect dialect) throws SQLException {
    return new TestInstallation(newDatabase(dialect));
  }

  /** Where a new, empty database is. */
  public static DatabaseSettings newDatabase(Dialect dialect) throws SQLException {
    String name = "vf_" + NAMES.incrementAndGet();
    return switch (dialect) {
      case DERBY ->
          new DatabaseSettings("jdbc:derby:memory:" + name + ";create=true", null, null, 8);
      case POSTGRESQL -> {
        try (Connection connection = Postgres.SERVER.getPostgresDatabase().getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("CREATE DATABASE " + name);
        }
        yield new DatabaseSettings(
            Postgres.SERVER.getJdbcUrl("postgres", name), "postgres", "postgres", 8);
      }
    };
  }

  /** The platform's own migrations, from the classes under test. */
  public static Migrations own() {
    return Migrations.in(Path.of("target", "classes"));
  }

  /** Migrations from names and texts, by turns. */
  public static Migrations migrations(String... namesAndTexts) {
    List<MigrationFile> files = new ArrayList<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.add(new MigrationFile(namesAndTexts[i], namesAndTexts[i + 1]));
    }
    return Migrations.of(files);
  }

  public Installation installation() {
    return installation;
  }

  public DatabaseSettings settings() {
    return settings;
  }

  public Pool pool() {
    return installation.pool();
  }

  /** Runs statements in one transaction. */
  public void execute(String... sql) throws SQLException {
    execute(pool(), sql);
  }

  /** Runs statements in one transaction. */
  public static void execute(Pool pool, String... sql) throws SQLException {
    pool.own(
        connection -> {
          for (String one : sql) {
            try (Statement statement = connection.createStatement()) {
              statement.execute(one);
            }
          }
          return sql.length;
        });
  }

  /** The first column of the first row. */
  public String value(String sql) throws SQLException {
    return value(pool(), sql);
  }

  /** The first column of the first row. */
  public static String value(Pool pool, String sql) throws SQLException {
    return pool.own(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "no row";
          }
        });
  }

  @Override
  public void close() {
    installation.close();
  }

  private static final class Postgres {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("max_connections", "300")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
