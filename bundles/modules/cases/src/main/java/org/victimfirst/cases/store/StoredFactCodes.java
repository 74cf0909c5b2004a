package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.cases.domain.FactCodes;

/**
 * The numbers of codes. A number is given in a short transaction of its own, so that it stands even
 * when the transaction that asked is rolled back; what is known stays in memory, since it never
 * changes. A list that is met for the first time gets numbers for all its codes, in its order.
 */
@Component
public final class StoredFactCodes implements FactCodes {
  private static final int TRIES = 5;

  private final Database database;
  private final AreaProfiles profiles;
  private final Map<String, Map<String, Integer>> lists = new ConcurrentHashMap<>();

  @Activate
  public StoredFactCodes(
      @Reference(target = "(victimfirst.module=cases)") Database database,
      @Reference AreaProfiles profiles) {
    this.database = database;
    this.profiles = profiles;
  }

  @Override
  public int id(String list, String code) {
    if (code.isEmpty()) {
      return 0;
    }
    Map<String, Integer> known = lists.get(list);
    Integer id = known == null ? null : known.get(code);
    return id == null ? number(list, code) : id;
  }

  @Override
  public long bits(String list, String codes) {
    long bits = 0;
    int from = 0;
    while (from <= codes.length()) {
      int semicolon = codes.indexOf(';', from);
      int to = semicolon < 0 ? codes.length() : semicolon;
      int id = id(list, codes.substring(from, to));
      if (id > Long.SIZE) {
        throw new IllegalStateException("List " + list + " has more codes than a fact has bits");
      }
      bits |= id == 0 ? 0 : 1L << (id - 1);
      from = to + 1;
    }
    return bits;
  }

  @Override
  public String code(String list, int id) {
    if (id == 0) {
      return "";
    }
    for (int look = 0; look < 2; look++) {
      for (Map.Entry<String, Integer> known : lists.getOrDefault(list, Map.of()).entrySet()) {
        if (known.getValue() == id) {
          return known.getKey();
        }
      }
      lists.put(list, reread(list));
    }
    throw new IllegalStateException("No code of list " + list + " has the number " + id);
  }

  private Map<String, Integer> reread(String list) {
    try (Connection connection = database.dataSource().getConnection()) {
      return read(connection, list);
    } catch (SQLException e) {
      throw new DatabaseException("Cannot read the numbers of " + list, e);
    }
  }

  private int number(String list, String code) {
    for (int attempt = 1; ; attempt++) {
      try {
        Map<String, Integer> known = store(list, code);
        lists.put(list, known);
        Integer id = known.get(code);
        if (id != null) {
          return id;
        }
      } catch (SQLException e) {
        // Another node gave the same number in the same moment: look again.
        DatabaseException refused = new DatabaseException("Cannot number a code of " + list, e);
        if (attempt == TRIES || !refused.constraintViolated()) {
          throw refused;
        }
      }
    }
  }

  /** Numbers what has none. Not {@code Database.write}: the thread may be inside one already. */
  private Map<String, Integer> store(String list, String code) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try {
        Map<String, Integer> known = read(connection, list);
        Set<String> wanted = new LinkedHashSet<>();
        if (known.isEmpty()) {
          profiles.current().list(list).codes().stream().map(Code::code).forEach(wanted::add);
        }
        wanted.add(code);
        wanted.removeAll(known.keySet());
        add(connection, list, known, wanted);
        connection.commit();
        return known;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static Map<String, Integer> read(Connection connection, String list) throws SQLException {
    Map<String, Integer> known = new ConcurrentHashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT code, id FROM cases.fact_code WHERE list_name = ?")) {
      select.setString(1, list);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.put(rows.getString(1), rows.getInt(2));
        }
      }
    }
    return known;
  }

  private static void add(
      Connection connection, String list, Map<String, Integer> known, Set<String> wanted)
      throws SQLException {
    int last = known.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO cases.fact_code (list_name, id, code) VALUES (?, ?, ?)")) {
      for (String code : wanted) {
        last++;
        insert.setString(1, list);
        insert.setInt(2, last);
        insert.setString(3, code);
        insert.executeUpdate();
        known.put(code, last);
      }
    }
  }
}
