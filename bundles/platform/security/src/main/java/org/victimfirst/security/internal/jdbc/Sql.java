package org.victimfirst.security.internal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.persistence.Database;

/** Statements on one connection. Text is constant; whatever varies is a parameter. */
public record Sql(Connection connection) {
  /** A comparison with a pattern in which {@link #literal} stands for what was typed. */
  public static final String LIKE = "LIKE ? ESCAPE '!'";

  /** Reads one row. */
  @FunctionalInterface
  public interface Row<T> {
    /** Makes a value of the row that the result set stands on. */
    T of(ResultSet row) throws SQLException;
  }

  /** Changes something. */
  @FunctionalInterface
  public interface Change {
    /** Makes the change. */
    void on(Connection connection) throws SQLException;
  }

  /** What was typed as a part of a pattern: its wildcards stand for themselves. */
  public static String literal(String typed) {
    return typed.replaceAll("[!%_]", "!$0");
  }

  /** Makes a change in a transaction of its own. */
  public static void change(Database database, Change change) {
    database.write(
        connection -> {
          change.on(connection);
          return true;
        });
  }

  /** All rows. */
  public <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
          all.add(row.of(rows));
        }
        return all;
      }
    }
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters)
      throws SQLException {
    List<T> all = list(sql, row, parameters);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /** One number, such as a count. */
  public long number(String sql, @Nullable Object... parameters) throws SQLException {
    return first(sql, row -> row.getLong(1), parameters).orElse(0L);
  }

  /** Changes rows and says how many. */
  public int update(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /** A column with a local time. */
  public static LocalDateTime timeThere(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(time(row, column), column);
  }

  /** A column with a local time that may be empty. */
  public static @Nullable LocalDateTime time(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column, utc());
    return value == null ? null : LocalDateTime.ofInstant(value.toInstant(), ZoneOffset.UTC);
  }

  /** The digits of a column with a local time that may be empty, as if they were UTC. */
  public static @Nullable Instant digits(ResultSet row, int column) throws SQLException {
    Timestamp value = row.getTimestamp(column, utc());
    return value == null ? null : value.toInstant();
  }

  /** The JVM's own zone may have no such hour and would move it: in UTC every hour exists. */
  private static Calendar utc() {
    return Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      if (value instanceof LocalDateTime time) {
        statement.setTimestamp(i + 1, Timestamp.from(time.toInstant(ZoneOffset.UTC)), utc());
      } else if (value instanceof Instant digits) {
        statement.setTimestamp(i + 1, Timestamp.from(digits), utc());
      } else if (value instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }
}
