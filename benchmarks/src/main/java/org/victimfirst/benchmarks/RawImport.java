package org.victimfirst.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;

/**
 * The limit of an import: nothing but plain JDBC, in a JVM of its own. Reads each file, types its
 * cells, and inserts the rows into a table with the file's columns, in batches of a thousand with a
 * commit each. It checks nothing, looks nothing up and keeps no account.
 */
final class RawImport {
  private static final int BATCH = 1000;

  private RawImport() {}

  /**
   * Makes the tables, loads the files and prints a line {@code FILE ROWS MILLISECONDS} for each.
   *
   * @param arguments folder of the files, JDBC address
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(arguments[1])) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (RawTable table : RawTable.ALL) {
          table.create(statement);
        }
      }
      connection.commit();
      for (RawTable table : RawTable.ALL) {
        long begun = System.nanoTime();
        long rows = load(connection, table, Path.of(arguments[0], table.name() + ".csv"));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        System.out.println(table.name() + ' ' + rows + ' ' + millis);
      }
    }
  }

  private static long load(Connection connection, RawTable table, Path file)
      throws IOException, SQLException {
    long rows = 0;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file);
        PreparedStatement insert = table.insert(connection)) {
      Iterator<CsvRecord> records = reader.iterator();
      records.next();
      while (records.hasNext()) {
        CsvRecord record = records.next();
        for (int i = 0; i < table.columns().size(); i++) {
          table.columns().get(i).set(insert, i + 1, record.getField(i));
        }
        insert.addBatch();
        rows++;
        if (rows % BATCH == 0) {
          insert.executeBatch();
          connection.commit();
        }
      }
      if (rows % BATCH != 0) {
        insert.executeBatch();
      }
      connection.commit();
    }
    return rows;
  }
}
