package org.victimfirst.needs.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.DatabaseException;

/**
 * Numbers for the codes in facts: the rows of {@code needs.fact_code}. A number never changes, so
 * what was read once may be kept. New ones are given in a transaction of their own, so that an
 * import which is rolled back, or another node, cannot get in the way.
 */
@Component(service = FactCodes.class)
public final class FactCodes {
  private final Database database;
  private final Map<String, Map<String, Integer>> ids = new ConcurrentHashMap<>();
  private final Map<String, Map<Integer, String>> codes = new ConcurrentHashMap<>();

  /** For the platform. */
  @Activate
  public FactCodes(@Reference(target = "(victimfirst.module=needs)") Database database) {
    this.database = database;
  }

  /** The number of a code, from 1; given when it has none yet. */
  int id(String list, String code) {
    Integer known = known(list, code);
    while (known == null) {
      load(list);
      known = known(list, code);
      if (known == null) {
        give(list, code);
      }
    }
    return known;
  }

  /** The code of a number. */
  String code(String list, int id) {
    String known = codes.getOrDefault(list, Map.of()).get(id);
    if (known == null) {
      load(list);
      known = codes.getOrDefault(list, Map.of()).get(id);
    }
    if (known == null) {
      throw new IllegalStateException("No code has number " + id + " in " + list);
    }
    return known;
  }

  private @Nullable Integer known(String list, String code) {
    return ids.getOrDefault(list, Map.of()).get(code);
  }

  private void load(String list) {
    Map<String, Integer> stored = database.read(connection -> select(connection, list));
    Map<Integer, String> turned = new HashMap<>();
    stored.forEach((code, id) -> turned.put(id, code));
    ids.put(list, stored);
    codes.put(list, turned);
  }

  private static Map<String, Integer> select(Connection connection, String list)
      throws SQLException {
    Map<String, Integer> stored = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement("select code, id from needs.fact_code where list_name = ?")) {
      select.setString(1, list);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          stored.put(rows.getString(1), rows.getInt(2));
        }
      }
    }
    return stored;
  }

  private void give(String list, String code) {
    try {
      database.write(connection -> insert(connection, list, code));
    } catch (DatabaseException e) {
      // Another node was quicker: its number is read next.
      if (!e.constraintViolated()) {
        throw e;
      }
    }
  }

  private static int insert(Connection connection, String list, String code) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into needs.fact_code (list_name, id, code)"
                + " select ?, coalesce(max(id), 0) + 1, ? from needs.fact_code"
                + " where list_name = ?")) {
      insert.setString(1, list);
      insert.setString(2, code);
      insert.setString(3, list);
      return insert.executeUpdate();
    }
  }
}
