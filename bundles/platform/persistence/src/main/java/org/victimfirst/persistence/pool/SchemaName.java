package org.victimfirst.persistence.pool;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.victimfirst.api.persistence.Dialect;

/**
 * A module's schema, as each database writes it: statements name it unquoted, and Derby then stores
 * capitals, PostgreSQL small letters. A hyphen in a module's name becomes an underscore.
 *
 * @param module the module's name
 * @param dialect the database
 */
public record SchemaName(String module, Dialect dialect) {
  /** Checks the module's name, which becomes part of statements. */
  public SchemaName {
    if (!module.matches("[a-z][a-z0-9]*([-_][a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "A module's name has small letters, digits and single hyphens, unlike \"" + module + '"');
    }
  }

  /** The name as statements write it. */
  public String written() {
    return module.replace('-', '_');
  }

  /** The name as the catalogue has it. */
  public String stored() {
    return stored(written());
  }

  /** Any identifier of ours as the catalogue has it. */
  public String stored(String identifier) {
    return dialect == Dialect.DERBY ? identifier.toUpperCase(Locale.ROOT) : identifier;
  }

  /** A table of this schema, by its name in the catalogue, ready for a statement. */
  public String qualified(String storedTable) {
    return '"' + stored() + "\".\"" + storedTable.replace("\"", "\"\"") + '"';
  }

  /** Names of this schema's tables, as the catalogue has them, in order. */
  public List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(null, escaped(connection), "%", new String[] {"TABLE"})) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    tables.sort(null);
    return tables;
  }

  private String escaped(Connection connection) throws SQLException {
    return stored().replace("_", connection.getMetaData().getSearchStringEscape() + "_");
  }

  /** Whether the database has this schema. */
  public boolean exists(Connection connection) throws SQLException {
    try (ResultSet rows = connection.getMetaData().getSchemas(null, escaped(connection))) {
      return rows.next();
    }
  }

  /** Removes the schema, which must be empty. */
  public void drop(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA \"" + stored() + "\" RESTRICT");
    }
  }
}
