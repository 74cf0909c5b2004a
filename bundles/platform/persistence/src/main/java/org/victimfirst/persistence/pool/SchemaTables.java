package org.victimfirst.persistence.pool;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.victimfirst.api.persistence.Dialect;

/**
 * Statements over the tables of a schema that are known at run time only. The one place that puts
 * names into statements, where no parameter can stand: all are quoted.
 *
 * @param schema the schema; table names are as the catalogue has them
 */
public record SchemaTables(SchemaName schema) {
  /** The tables of a module's schema. */
  public static SchemaTables of(String module, Dialect dialect) {
    return new SchemaTables(new SchemaName(module, dialect));
  }

  /** Whether the database has this schema. */
  public boolean exist(Connection connection) throws SQLException {
    try (ResultSet rows = connection.getMetaData().getSchemas(null, pattern(connection))) {
      return rows.next();
    }
  }

  /** Names of the tables, in alphabetical order. */
  public List<String> names(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(null, pattern(connection), "%", new String[] {"TABLE"})) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    tables.sort(null);
    return tables;
  }

  private String pattern(Connection connection) throws SQLException {
    String escape = connection.getMetaData().getSearchStringEscape();
    return schema.stored().replace("_", escape + "_");
  }

  /** Removes the schema, which must be empty. */
  public void dropSchema(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA " + quoted(schema.stored()) + " RESTRICT");
    }
  }

  /** Whether a table has any row. */
  public boolean used(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT 1 FROM " + qualified(table) + " OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY")) {
      return rows.next();
    }
  }

  /** Removes all rows of a table. */
  public void empty(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM " + qualified(table));
    }
  }

  /** All rows of a table, in the order of its primary key. */
  public PreparedStatement selectAll(Connection connection, String table) throws SQLException {
    Map<Integer, String> keys = new TreeMap<>();
    try (ResultSet rows = connection.getMetaData().getPrimaryKeys(null, schema.stored(), table)) {
      while (rows.next()) {
        keys.put(rows.getInt("KEY_SEQ"), quoted(rows.getString("COLUMN_NAME")));
      }
    }
    String order = keys.isEmpty() ? "" : " ORDER BY " + String.join(", ", keys.values());
    return connection.prepareStatement("SELECT * FROM " + qualified(table) + order);
  }

  /** Inserts one row, with a parameter for each column. */
  public PreparedStatement insert(Connection connection, String table, List<String> columns)
      throws SQLException {
    String names = columns.stream().map(SchemaTables::quoted).collect(Collectors.joining(", "));
    String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    return connection.prepareStatement(
        "INSERT INTO " + qualified(table) + " (" + names + ") VALUES (" + marks + ")");
  }

  /** Tells the database's optimiser how large the tables have become. */
  public void refreshStatistics(Connection connection) throws SQLException {
    for (String table : names(connection)) {
      if (schema.dialect() == Dialect.DERBY) {
        try (CallableStatement call =
            connection.prepareCall("CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS(?, ?, NULL)")) {
          call.setString(1, schema.stored());
          call.setString(2, table);
          call.execute();
        }
      } else {
        try (Statement statement = connection.createStatement()) {
          statement.execute("ANALYZE " + qualified(table));
        }
      }
    }
  }

  private String qualified(String table) {
    return quoted(schema.stored()) + '.' + quoted(table);
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
