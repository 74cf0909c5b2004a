package org.victimfirst.cases.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Selects by many keys, some hundred at a time. There are two sizes of statement only, the last
 * keys repeated to fill the places, so that the database plans each once.
 */
final class InChunks {
  private static final int LARGE = 500;
  private static final int SMALL = 20;

  private InChunks() {}

  /** Takes one row. */
  @FunctionalInterface
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /**
   * Runs the select.
   *
   * @param sql with {@code %s} where the places for the keys go
   * @param place what stands for one key, such as {@code ?}
   */
  static void select(
      Connection connection, String sql, String place, Collection<String> keys, RowReader reader)
      throws SQLException {
    List<String> all = new ArrayList<>(keys);
    int from = 0;
    while (from < all.size()) {
      int size = all.size() - from > SMALL ? LARGE : SMALL;
      int to = Math.min(all.size(), from + size);
      String places = place + (", " + place).repeat(size - 1);
      select(connection, sql.replace("%s", places), size, all.subList(from, to), reader);
      from = to;
    }
  }

  private static void select(
      Connection connection, String sql, int size, List<String> keys, RowReader reader)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < size; i++) {
        select.setString(i + 1, keys.get(Math.min(i, keys.size() - 1)));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          reader.read(row);
        }
      }
    }
  }
}
