package org.victimfirst.needs.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * IN lists of one fixed length, the last value repeated: so the statement's text is always the same,
 * and the database plans it once.
 */
final class InList {
  private static final int LENGTH = 200;

  /** {@code (?, ?, …)}. */
  static final String MARKS = "(" + "?, ".repeat(LENGTH - 1) + "?)";

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

  /** Sets a part of texts, from parameter 1. */
  static void setStrings(PreparedStatement statement, List<String> part) throws SQLException {
    for (int i = 0; i < part.size(); i++) {
      statement.setString(i + 1, part.get(i));
    }
  }
}
