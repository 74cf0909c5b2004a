package org.victimfirst.persistence.backup;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.victimfirst.persistence.RestoreException;
import org.victimfirst.persistence.pool.Pool;
import org.victimfirst.persistence.pool.SchemaName;
import org.victimfirst.persistence.pool.SchemaTables;
import org.victimfirst.persistence.schema.Migrations;
import org.victimfirst.persistence.schema.Migrator;
import org.victimfirst.persistence.schema.SchemaRecords;

/**
 * Restores a backup into a database without any schema of ours: first the schemas, at the versions
 * that they had, then all rows in one transaction. What fails leaves the database as it was found.
 */
public final class Restorer {
  private static final int BATCH = 1000;
  private static final String PLATFORM = "platform";
  private static final Set<String> OF_THE_PLATFORM =
      Set.of(PLATFORM, "security", "rest", "web", "area", "modules");

  private final Pool pool;
  private final Migrator migrator;

  /** A restorer into one database. */
  public Restorer(Pool pool) {
    this.pool = pool;
    this.migrator = new Migrator(pool);
  }

  /**
   * Restores.
   *
   * @throws RestoreException when the database is not empty or the backup is damaged
   */
  public void restore(BackupFile backup) throws IOException, SQLException {
    backup.verify();
    refuseNonEmpty(backup);
    try {
      for (Map.Entry<String, String> schema : backup.versions().entrySet()) {
        Migrations migrations = backup.migrations(schema.getKey());
        migrator.migrate(schema.getKey(), migrations, schema.getValue());
      }
      try (Connection connection = pool.unpooled().getConnection()) {
        connection.setAutoCommit(false);
        try {
          fill(connection, backup);
          connection.commit();
        } catch (Throwable e) {
          connection.rollback();
          throw e;
        }
      }
    } catch (Throwable e) {
      undo(backup, e);
      throw e;
    }
  }

  /**
   * Refuses to put a backup in the place of a database in which a module has rows. What the
   * platform itself writes at a first start, such as the first administrator, does not count.
   *
   * @throws RestoreException naming tables that have rows
   */
  public void refuseUsed() throws SQLException {
    List<String> used =
        pool.own(
            connection -> {
              List<String> tables = new ArrayList<>();
              for (String module : SchemaRecords.versions(connection).keySet()) {
                if (!OF_THE_PLATFORM.contains(module)) {
                  tables.addAll(used(connection, module));
                }
              }
              return tables;
            });
    if (!used.isEmpty()) {
      throw new RestoreException(
          "The database is not empty: there are rows in "
              + String.join(", ", used)
              + ". Restore into a new data folder or an empty database");
    }
  }

  private List<String> used(Connection connection, String module) throws SQLException {
    SchemaTables tables = tables(module);
    List<String> used = new ArrayList<>();
    for (String table : TableOrder.of(connection, tables)) {
      if (tables.used(connection, table)) {
        used.add(tables.schema().written() + '.' + table.toLowerCase(Locale.ROOT));
      }
    }
    return used;
  }

  /** Removes all schemas of ours, the platform's own last, because it knows the others. */
  public void dropAll() throws SQLException {
    if (!pool.own(tables(PLATFORM)::exist)) {
      return;
    }
    for (String module : pool.own(SchemaRecords::versions).keySet()) {
      if (!module.equals(PLATFORM)) {
        migrator.drop(module);
      }
    }
    migrator.drop(PLATFORM);
  }

  private void refuseNonEmpty(BackupFile backup) throws SQLException {
    List<String> present = new ArrayList<>();
    for (String module : backup.versions().keySet()) {
      if (pool.own(tables(module)::exist)) {
        present.add(module);
      }
    }
    if (!present.isEmpty()) {
      throw new RestoreException(
          "The database is not empty: it has data of "
              + String.join(", ", present)
              + ". Restore into a new data folder or an empty database");
    }
  }

  private void undo(BackupFile backup, Throwable because) {
    for (String module : backup.versions().keySet()) {
      try {
        if (pool.own(tables(module)::exist)) {
          migrator.drop(module);
        }
      } catch (SQLException | RuntimeException e) {
        because.addSuppressed(e);
      }
    }
  }

  private void fill(Connection connection, BackupFile backup) throws SQLException, IOException {
    List<TableContent> tables = new ArrayList<>(backup.tables());
    Collections.reverse(tables);
    // Rows that a migration brought are in the backup as well.
    for (TableContent table : tables) {
      SchemaTables schema = tables(table.module());
      schema.empty(connection, schema.schema().stored(table.table()));
    }
    Collections.reverse(tables);
    for (TableContent table : tables) {
      fill(connection, backup, table);
    }
  }

  private void fill(Connection connection, BackupFile backup, TableContent table)
      throws SQLException, IOException {
    SchemaTables tables = tables(table.module());
    SchemaName schema = tables.schema();
    List<String> columns = table.columns().stream().map(schema::stored).toList();
    long count = 0;
    try (PreparedStatement insert =
            tables.insert(connection, schema.stored(table.table()), columns);
        BufferedReader lines = backup.rows(table)) {
      int[] types = types(insert.getParameterMetaData(), table.columns().size());
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        bind(line, insert, types);
        insert.addBatch();
        if (++count % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    } catch (MalformedJsonException | IllegalStateException | NumberFormatException e) {
      throw new RestoreException(
          "The backup is damaged: line " + (count + 1) + " of " + table.entry(), e);
    }
    if (count != table.rows()) {
      throw new RestoreException(
          String.format(
              "The backup is damaged: %s has %d rows instead of %d",
              table.entry(), count, table.rows()));
    }
  }

  private static int[] types(ParameterMetaData parameters, int count) throws SQLException {
    int[] types = new int[count];
    for (int i = 0; i < count; i++) {
      types[i] = parameters.getParameterType(i + 1);
    }
    return types;
  }

  private void bind(String line, PreparedStatement insert, int[] types)
      throws SQLException, IOException {
    JsonReader json = new JsonReader(new StringReader(line));
    json.beginArray();
    for (int i = 0; i < types.length; i++) {
      Rows.read(json, insert, i + 1, types[i], pool.dialect());
    }
    json.endArray();
  }

  private SchemaTables tables(String module) {
    return SchemaTables.of(module, pool.dialect());
  }
}
