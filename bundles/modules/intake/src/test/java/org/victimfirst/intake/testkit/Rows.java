package org.victimfirst.intake.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.intake.LoadResult;
import org.victimfirst.api.intake.Problems;
import org.victimfirst.api.persistence.Database;

/** A loader that keeps key and hash of each row, and can be made to break in a batch. */
public final class Rows implements ExtractLoader {
  private final String file;
  private final List<ExtractColumn> columns;
  private final Set<String> after;
  private final String parentFile;
  private final String parentColumn;
  private final List<Long> handedOver = new ArrayList<>();
  private final List<Long> passedOver = new ArrayList<>();
  private int batchesUntilBreak = Integer.MAX_VALUE;

  /** Keeps rows of a file. */
  public Rows(String file, Set<String> after, String parentFile, String parentColumn) {
    this.file = file;
    this.columns = java.util.Objects.requireNonNull(Columns.OF.get(file));
    this.after = after;
    this.parentFile = parentFile;
    this.parentColumn = parentColumn;
  }

  /** Makes the table that such loaders share. */
  public static void prepare(Database database) {
    database.write(
        connection -> {
          try (PreparedStatement create =
              connection.prepareStatement(
                  "create table intake.test_row (file_name varchar(80) not null,"
                      + " row_key varchar(40) not null, hash bigint not null,"
                      + " primary key (file_name, row_key))")) {
            create.executeUpdate();
            return 1;
          }
        });
  }

  /** Keys and hashes of what is stored, in order. */
  public static List<String> stored(Database database) {
    return database.read(
        connection -> {
          List<String> rows = new ArrayList<>();
          try (PreparedStatement query =
                  connection.prepareStatement(
                      "select file_name, row_key, hash from intake.test_row");
              ResultSet row = query.executeQuery()) {
            while (row.next()) {
              rows.add(row.getString(1) + " " + row.getString(2) + " " + row.getLong(3));
            }
          }
          rows.sort(Comparator.naturalOrder());
          return rows;
        });
  }

  /** Breaks in the middle of a batch, after its rows were written. */
  public void breakInBatch(int number) {
    batchesUntilBreak = number;
  }

  /** Records of the rows that were handed over, batch by batch, as far as it did not break. */
  public List<Long> handedOver() {
    return List.copyOf(handedOver);
  }

  /** Records of the rows that were passed over. */
  public List<Long> passedOver() {
    return List.copyOf(passedOver);
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public List<ExtractColumn> columns() {
    return columns;
  }

  @Override
  public Set<String> after() {
    return after;
  }

  @Override
  public Session open(Import run) {
    return new Storing();
  }

  private final class Storing implements Session {
    @Override
    public void passedOver(Connection connection, List<ExtractRow> rows) {
      rows.forEach(row -> passedOver.add(row.record()));
    }

    @Override
    public LoadResult load(Connection connection, List<ExtractRow> rows, Problems problems)
        throws SQLException {
      Map<String, Long> known = stored(connection);
      Set<String> parents =
          parentFile.isEmpty() ? Set.of() : new HashSet<>(keys(connection, parentFile));
      int added = 0;
      int unchanged = 0;
      try (PreparedStatement insert =
          connection.prepareStatement("insert into intake.test_row values (?, ?, ?)")) {
        for (ExtractRow row : rows) {
          Long hash = known.get(row.key());
          if (hash != null && hash == row.contentHash()) {
            unchanged++;
          } else if (hash != null) {
            problems.reject(row, columns.get(0).name(), "duplicate_key", "The key is taken.");
          } else if (!parentFile.isEmpty() && !parents.contains(row.get(parentColumn))) {
            boolean refused = problems.rejected(parentFile, row.get(parentColumn));
            problems.reject(
                row, parentColumn, refused ? "parent_rejected" : "orphan", "It has no parent.");
          } else {
            known.put(row.key(), row.contentHash());
            insert.setString(1, file);
            insert.setString(2, row.key());
            insert.setLong(3, row.contentHash());
            insert.addBatch();
            added++;
          }
        }
        insert.executeBatch();
      }
      if (--batchesUntilBreak == 0) {
        throw new IllegalStateException("killed");
      }
      rows.forEach(row -> handedOver.add(row.record()));
      return new LoadResult(added, unchanged);
    }

    private Map<String, Long> stored(Connection connection) throws SQLException {
      Map<String, Long> known = new HashMap<>();
      try (PreparedStatement query =
          connection.prepareStatement(
              "select row_key, hash from intake.test_row where file_name = ?")) {
        query.setString(1, file);
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            known.put(row.getString(1), row.getLong(2));
          }
        }
      }
      return known;
    }

    private List<String> keys(Connection connection, String name) throws SQLException {
      List<String> keys = new ArrayList<>();
      try (PreparedStatement query =
          connection.prepareStatement("select row_key from intake.test_row where file_name = ?")) {
        query.setString(1, name);
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            keys.add(row.getString(1));
          }
        }
      }
      return keys;
    }

    @Override
    public void finish(Connection connection, Problems problems) throws SQLException {
      // Nothing is left to be checked.
      if (connection.isClosed()) {
        throw new SQLException("The connection is closed");
      }
    }

    @Override
    public void close() {
      batchesUntilBreak = Integer.MAX_VALUE;
    }
  }
}
