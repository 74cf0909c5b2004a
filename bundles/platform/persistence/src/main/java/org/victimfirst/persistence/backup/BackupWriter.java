package org.victimfirst.persistence.backup;

import com.google.gson.stream.JsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.persistence.pool.Pool;
import org.victimfirst.persistence.pool.SchemaTables;
import org.victimfirst.persistence.schema.MigrationFile;
import org.victimfirst.persistence.schema.SchemaRecords;

/** Writes one moment of the whole database as a portable zip. */
public final class BackupWriter {
  private static final int FETCHED_AT_ONCE = 1000;

  private final Pool pool;

  /** A writer of one database's backups. */
  public BackupWriter(Pool pool) {
    this.pool = pool;
  }

  /** Writes the backup; the stream is left open. */
  public void write(OutputStream to) throws IOException {
    try (Snapshot snapshot = Snapshot.of(pool)) {
      ZipOutputStream zip = new ZipOutputStream(to);
      write(snapshot.connection(), zip);
      zip.finish();
    } catch (SQLException e) {
      throw new DatabaseException("The backup was not written: the database refused", e);
    }
  }

  private void write(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
    Map<String, String> versions = SchemaRecords.versions(connection);
    List<TableContent> tables = new ArrayList<>();
    for (String module : versions.keySet()) {
      for (MigrationFile file : SchemaRecords.load(connection, module).files()) {
        zip.putNextEntry(new ZipEntry("migrations/" + module + '/' + file.name()));
        zip.write(file.text().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
      SchemaTables schema = SchemaTables.of(module, pool.dialect());
      for (String table : TableOrder.of(connection, schema)) {
        tables.add(write(connection, schema, table, zip));
      }
    }
    BackupIndex index =
        new BackupIndex(
            BackupIndex.FORMAT, LocalDateTime.now().withNano(0).toString(), versions, tables);
    zip.putNextEntry(new ZipEntry(BackupIndex.ENTRY));
    zip.write(index.toJson().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static TableContent write(
      Connection connection, SchemaTables tables, String table, ZipOutputStream zip)
      throws SQLException, IOException {
    try (PreparedStatement select = tables.selectAll(connection, table)) {
      select.setFetchSize(FETCHED_AT_ONCE);
      try (ResultSet rows = select.executeQuery()) {
        ResultSetMetaData columns = rows.getMetaData();
        TableContent empty =
            new TableContent(tables.schema().module(), lower(table), names(columns), 0);
        zip.putNextEntry(new ZipEntry(empty.entry()));
        long count = write(rows, columns, zip);
        zip.closeEntry();
        return new TableContent(empty.module(), empty.table(), empty.columns(), count);
      }
    }
  }

  private static long write(ResultSet rows, ResultSetMetaData columns, ZipOutputStream zip)
      throws SQLException, IOException {
    // Not closed, because that would close the zip.
    Writer text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
    long count = 0;
    while (rows.next()) {
      JsonWriter json = new JsonWriter(text);
      Rows.write(rows, columns, json);
      json.flush();
      text.write('\n');
      count++;
    }
    text.flush();
    return count;
  }

  private static List<String> names(ResultSetMetaData columns) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(lower(columns.getColumnName(i)));
    }
    return names;
  }

  private static String lower(String identifier) {
    return identifier.toLowerCase(Locale.ROOT);
  }
}
