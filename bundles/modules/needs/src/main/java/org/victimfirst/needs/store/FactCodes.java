package org.victimfirst.needs.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.victimfirst.needs.domain.NeedScale;

/**
 * Numbers for the codes in facts: the rows of {@code needs.fact_code}, a dozen or two, read anew in
 * each transaction. A number never changes.
 */
final class FactCodes {
  private final Map<String, Map<String, Integer>> ids = new HashMap<>();
  private final Map<String, Map<Integer, String>> codes = new HashMap<>();

  private FactCodes() {
    for (String list : List.of(NeedScale.AREAS, NeedScale.LEVELS)) {
      ids.put(list, new HashMap<>());
      codes.put(list, new HashMap<>());
    }
  }

  /** The numbers as they are. */
  static FactCodes read(Connection connection) throws SQLException {
    FactCodes read = new FactCodes();
    try (PreparedStatement select =
            connection.prepareStatement("select list_name, id, code from needs.fact_code");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        read.keep(rows.getString(1), rows.getInt(2), rows.getString(3));
      }
    }
    return read;
  }

  /** The numbers, after each of these codes has been given one. */
  static FactCodes withAll(Connection connection, Set<String> areas, Set<String> levels)
      throws SQLException {
    FactCodes known = read(connection);
    if (known.has(NeedScale.AREAS, areas) && known.has(NeedScale.LEVELS, levels)) {
      return known;
    }
    // Rare: a code that no fact had before. The lock keeps other nodes from giving the same number.
    try (Statement lock = connection.createStatement()) {
      lock.execute("lock table needs.fact_code in exclusive mode");
    }
    known = read(connection);
    known.give(connection, NeedScale.AREAS, areas);
    known.give(connection, NeedScale.LEVELS, levels);
    return known;
  }

  /** The number of a code, from 1. */
  int id(String list, String code) {
    return found(ids.getOrDefault(list, Map.of()).get(code), list);
  }

  /** The code of a number. */
  String code(String list, int id) {
    return found(codes.getOrDefault(list, Map.of()).get(id), list);
  }

  private static <T> T found(@Nullable T value, String list) {
    if (value == null) {
      throw new IllegalStateException("A fact has a number that the list " + list + " lacks");
    }
    return value;
  }

  private boolean has(String list, Set<String> wanted) {
    return ids.getOrDefault(list, Map.of()).keySet().containsAll(wanted);
  }

  private void keep(String list, int id, String code) {
    ids.computeIfAbsent(list, name -> new HashMap<>()).put(code, id);
    codes.computeIfAbsent(list, name -> new HashMap<>()).put(id, code);
  }

  private void give(Connection connection, String list, Set<String> wanted) throws SQLException {
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(ids.getOrDefault(list, Map.of()).keySet());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into needs.fact_code (list_name, id, code) values (?, ?, ?)")) {
      for (String code : missing) {
        int next = 1 + ids.getOrDefault(list, Map.of()).size();
        insert.setString(1, list);
        insert.setInt(2, next);
        insert.setString(3, code);
        insert.executeUpdate();
        keep(list, next, code);
      }
    }
  }
}
