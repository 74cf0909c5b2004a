package org.victimfirst.needs.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * IN lists of one fixed length, the last value repeated: so the statement's text is always the
 * same, and the database plans it once.
 */
final class InList {
  private static final int LENGTH = 200;

  private static final String TWENTY = "?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?";
  private static final String HUNDRED =
      TWENTY + "," + TWENTY + "," + TWENTY + "," + TWENTY + "," + TWENTY;

  /** {@code (?, ?, …)}: a constant, so that the statements with it are constants, too. */
  static final String MARKS = "(" + HUNDRED + "," + HUNDRED + ")";

  private InList() {}

  /** The values in parts, each exactly as long as {@link #MARKS}. */
  static <T> List<List<T>> parts(Collection<T> values) {
    List<T> all = new ArrayList<>(values);
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += LENGTH) {
      List<T> part = new ArrayList<>(all.subList(from, Math.min(from + LENGTH, all.size())));
      while (part.size() < LENGTH) {
        part.add(part.get(part.size() - 1));
      }
      parts.add(part);
    }
    return parts;
  }

  /** Sets a part of numbers, from parameter 1. */
  static void setLongs(PreparedStatement statement, List<Long> part) throws SQLException {
    for (int i = 0; i < part.size(); i++) {
      statement.setLong(i + 1, part.get(i));
    }
  }

  /** Those of some texts that a statement with one IN list finds. */
  static Set<String> present(Connection connection, String sql, Collection<String> values)
      throws SQLException {
    Set<String> present = new HashSet<>();
    for (List<String> part : parts(values)) {
      try (PreparedStatement select = connection.prepareStatement(sql)) {
        for (int i = 0; i < part.size(); i++) {
          select.setString(i + 1, part.get(i));
        }
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            present.add(rows.getString(1));
          }
        }
      }
    }
    return present;
  }
}
