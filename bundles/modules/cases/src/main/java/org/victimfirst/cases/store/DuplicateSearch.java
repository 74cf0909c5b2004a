package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.cases.domain.Likeness;
import org.victimfirst.cases.domain.Likeness.Traits;
import org.victimfirst.cases.domain.PossibleDuplicates;

/** Finds candidates by the indexed match keys and stores the pairs that may be one person. */
@Component
public final class DuplicateSearch implements PossibleDuplicates {
  private static final String PAIRS =
      "SELECT a.id, a.name_key, a.date_of_birth, a.contact_key, b.id, b.name_key, b.date_of_birth,"
          + " b.contact_key FROM ";
  // Derby chooses by what the tables held when the statement was first compiled, so it is told.
  private static final String BY_CONTACT =
      " cases.person b --DERBY-PROPERTIES index=PERSON_CONTACT, joinStrategy=NESTEDLOOP\n"
          + " WHERE b.contact_key = a.contact_key AND b.id <> a.id AND ";
  private static final String BY_NAME_AND_BIRTH =
      " cases.person b --DERBY-PROPERTIES index=PERSON_BORN, joinStrategy=NESTEDLOOP\n"
          + " WHERE b.date_of_birth = a.date_of_birth AND b.name_key = a.name_key AND b.id <> a.id"
          + " AND ";
  private static final String FIXED = "--DERBY-PROPERTIES joinOrder=FIXED\n cases.person a,";
  private static final String NEW_WITH_OLD = "a.id > ? AND b.id < ?";
  private static final String NEW_PEOPLE =
      "SELECT id, name_key, date_of_birth, contact_key FROM cases.person WHERE id > ? AND ";
  private static final String NEW_BY_CONTACT =
      NEW_PEOPLE + "contact_key IS NOT NULL ORDER BY contact_key";
  private static final String NEW_BY_NAME_AND_BIRTH =
      NEW_PEOPLE + "date_of_birth IS NOT NULL ORDER BY date_of_birth, name_key";
  private static final String OF_PERSON = "a.id = ?";

  private static final int FETCH = 1000;

  private final Journal journal;

  @Activate
  public DuplicateSearch(@Reference Journal journal) {
    this.journal = journal;
  }

  @Override
  public int offer(Connection connection, long importId) throws SQLException {
    Map<Pair, List<String>> pairs = new HashMap<>();
    // Ids are ordered by time, so what an import brought has greater ids than the import itself.
    // Those are read in order, once: an index lookup for each costs more when most are new.
    findNew(connection, NEW_BY_CONTACT, DuplicateSearch::sameContact, pairs, importId);
    findNew(connection, NEW_BY_NAME_AND_BIRTH, DuplicateSearch::sameNameAndBirth, pairs, importId);
    if (anyBefore(connection, importId)) {
      find(connection, PAIRS + FIXED + BY_CONTACT + NEW_WITH_OLD, pairs, importId, importId);
      find(connection, PAIRS + FIXED + BY_NAME_AND_BIRTH + NEW_WITH_OLD, pairs, importId, importId);
    }
    return store(connection, pairs, importId);
  }

  @Override
  public int offerPerson(Connection connection, long personId) throws SQLException {
    Map<Pair, List<String>> pairs = new HashMap<>();
    find(connection, PAIRS + FIXED + BY_CONTACT + OF_PERSON, pairs, personId);
    find(connection, PAIRS + FIXED + BY_NAME_AND_BIRTH + OF_PERSON, pairs, personId);
    return store(connection, pairs, null);
  }

  private static boolean anyBefore(Connection connection, long importId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id FROM cases.person WHERE id < ? OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY")) {
      select.setLong(1, importId);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private static boolean sameContact(Traits a, Traits b) {
    return Objects.equals(a.contactKey(), b.contactKey());
  }

  private static boolean sameNameAndBirth(Traits a, Traits b) {
    return Objects.equals(a.bornOn(), b.bornOn()) && a.nameKey().equals(b.nameKey());
  }

  /** Compares each new person with those that came before it in the order and share its key. */
  private static void findNew(
      Connection connection,
      String sql,
      BiPredicate<Traits, Traits> sharesKey,
      Map<Pair, List<String>> pairs,
      long importId)
      throws SQLException {
    List<Person> group = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, importId);
      select.setFetchSize(FETCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Person person = new Person(row.getLong(1), traits(row, 2));
          if (!group.isEmpty() && !sharesKey.test(group.get(0).traits(), person.traits())) {
            group.clear();
          }
          for (Person other : group) {
            List<String> grounds = Likeness.grounds(person.traits(), other.traits());
            if (!grounds.isEmpty()) {
              pairs.putIfAbsent(Pair.of(person.id(), other.id()), grounds);
            }
          }
          group.add(person);
        }
      }
    }
  }

  private static void find(
      Connection connection, String sql, Map<Pair, List<String>> pairs, long... values)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setLong(i + 1, values[i]);
      }
      select.setFetchSize(FETCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          List<String> grounds = Likeness.grounds(traits(row, 2), traits(row, 6));
          if (!grounds.isEmpty()) {
            pairs.putIfAbsent(Pair.of(row.getLong(1), row.getLong(5)), grounds);
          }
        }
      }
    }
  }

  private static Traits traits(ResultSet row, int column) throws SQLException {
    Date born = row.getDate(column + 1);
    long contact = row.getLong(column + 2);
    boolean reachable = !row.wasNull();
    return new Traits(
        row.getString(column),
        born == null ? null : born.toLocalDate(),
        reachable ? Long.valueOf(contact) : null);
  }

  private int store(Connection connection, Map<Pair, List<String>> pairs, @Nullable Long importId)
      throws SQLException {
    Set<Pair> known = known(connection, pairs.keySet());
    int added = 0;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO cases.possible_duplicate (id, person_id, other_person_id, grounds, status,"
                + " found_at, import_id) VALUES (?, ?, ?, ?, 'open', ?, ?)")) {
      for (Map.Entry<Pair, List<String>> pair : pairs.entrySet()) {
        if (known.contains(pair.getKey())) {
          continue;
        }
        insert.setLong(1, journal.id());
        insert.setLong(2, pair.getKey().newer());
        insert.setLong(3, pair.getKey().older());
        insert.setString(4, String.join(" ", pair.getValue()));
        Rows.set(insert, 5, journal.clock().now());
        if (importId == null) {
          insert.setNull(6, Types.BIGINT);
        } else {
          insert.setLong(6, importId);
        }
        insert.addBatch();
        added++;
      }
      if (added > 0) {
        insert.executeBatch();
      }
    }
    return added;
  }

  private static Set<Pair> known(Connection connection, Set<Pair> pairs) throws SQLException {
    Set<Pair> known = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id FROM cases.possible_duplicate WHERE person_id = ? AND other_person_id = ?")) {
      for (Pair pair : pairs) {
        select.setLong(1, pair.newer());
        select.setLong(2, pair.older());
        try (ResultSet row = select.executeQuery()) {
          if (row.next()) {
            known.add(pair);
          }
        }
      }
    }
    return known;
  }

  private record Person(long id, Traits traits) {}

  private record Pair(long newer, long older) {
    static Pair of(long a, long b) {
      return new Pair(Math.max(a, b), Math.min(a, b));
    }
  }
}
