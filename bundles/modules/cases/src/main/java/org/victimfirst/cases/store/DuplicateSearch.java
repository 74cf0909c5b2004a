package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
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
  private static final String NEW_WITH_OLD =
      "a.id >= ? AND a.import_id = ? AND (b.import_id IS NULL OR b.import_id <> ?)";
  private static final String NEW_PEOPLE =
      "SELECT id, name_key, date_of_birth, contact_key, import_id FROM cases.person WHERE id >= ?";
  private static final String BEFORE_BY_CONTACT = PAIRS + FIXED + BY_CONTACT + NEW_WITH_OLD;
  private static final String BEFORE_BY_NAME_AND_BIRTH =
      PAIRS + FIXED + BY_NAME_AND_BIRTH + NEW_WITH_OLD;
  // The new people of a crowd would each meet all of an old one. More crowds than these take time,
  // and no more.
  private static final int LEFT_OUT = 4;
  private static final String NO_CONTACT = " AND a.contact_key <> ?";
  private static final String NO_CONTACTS = NO_CONTACT + NO_CONTACT + NO_CONTACT + NO_CONTACT;
  private static final String NO_BIRTH = " AND (a.date_of_birth <> ? OR a.name_key <> ?)";
  private static final String NO_BIRTHS = NO_BIRTH + NO_BIRTH + NO_BIRTH + NO_BIRTH;
  private static final String OF_PERSON = "a.id = ?";

  private static final int FETCH = 1000;

  private final Journal journal;

  @Activate
  public DuplicateSearch(@Reference Journal journal) {
    this.journal = journal;
  }

  @Override
  public Offered offer(Connection connection, long importId, long fromId) throws SQLException {
    Map<Pair, List<String>> pairs = new HashMap<>();
    Groups contacts = new Groups(DuplicateSearch::contact);
    Groups births = new Groups(DuplicateSearch::nameAndBirth);
    boolean others = findNew(connection, List.of(contacts, births), pairs, importId, fromId);
    if (others || anyBefore(connection, fromId)) {
      find(
          connection,
          contacts.crowds.isEmpty() ? BEFORE_BY_CONTACT : BEFORE_BY_CONTACT + NO_CONTACTS,
          contacts,
          pairs,
          before(contacts, importId, fromId));
      find(
          connection,
          births.crowds.isEmpty() ? BEFORE_BY_NAME_AND_BIRTH : BEFORE_BY_NAME_AND_BIRTH + NO_BIRTHS,
          births,
          pairs,
          before(births, importId, fromId));
    }
    List<Long> crowds = new ArrayList<>(contacts.crowds.values());
    crowds.addAll(births.crowds.values());
    return new Offered(store(connection, pairs, importId), crowds);
  }

  @Override
  public int offerPerson(Connection connection, long personId) throws SQLException {
    Map<Pair, List<String>> pairs = new HashMap<>();
    Groups contacts = new Groups(DuplicateSearch::contact);
    find(connection, PAIRS + FIXED + BY_CONTACT + OF_PERSON, contacts, pairs, personId);
    Groups births = new Groups(DuplicateSearch::nameAndBirth);
    find(connection, PAIRS + FIXED + BY_NAME_AND_BIRTH + OF_PERSON, births, pairs, personId);
    return store(connection, pairs, null);
  }

  private static boolean anyBefore(Connection connection, long fromId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id FROM cases.person WHERE id < ? OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY")) {
      select.setLong(1, fromId);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private static @Nullable Object contact(Traits traits) {
    return traits.contactKey();
  }

  private static @Nullable Object nameAndBirth(Traits traits) {
    return traits.bornOn() == null ? null : new NameAndBirth(traits.nameKey(), traits.bornOn());
  }

  /**
   * Compares the new people who share a key with one another. They are read as they lie: once to
   * see which keys come again, which few do, and once for each key for the people who have those,
   * so that the people of one key alone are in memory. Sorting all of them in the database, or
   * looking each up in an index, takes many times as long.
   *
   * @return whether there are other people among them
   */
  private static boolean findNew(
      Connection connection,
      List<Groups> keys,
      Map<Pair, List<String>> pairs,
      long importId,
      long fromId)
      throws SQLException {
    boolean others =
        readNew(
            connection, importId, fromId, person -> keys.forEach(groups -> groups.count(person)));
    keys.forEach(groups -> groups.shared.close());
    for (Groups groups : keys) {
      readNew(connection, importId, fromId, groups::gather);
      groups.gathered.values().forEach(group -> pairUp(group, pairs));
      groups.gathered.clear();
    }
    return others;
  }

  private static boolean readNew(
      Connection connection, long importId, long fromId, Consumer<Person> reader)
      throws SQLException {
    boolean others = false;
    try (PreparedStatement select = connection.prepareStatement(NEW_PEOPLE)) {
      select.setLong(1, fromId);
      select.setFetchSize(FETCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (row.getLong(5) == importId) {
            reader.accept(new Person(row.getLong(1), traits(row, 2)));
          } else {
            others = true;
          }
        }
      }
    }
    return others;
  }

  private static void pairUp(List<Person> group, Map<Pair, List<String>> pairs) {
    for (int i = 1; i < group.size(); i++) {
      Person person = group.get(i);
      for (Person other : group.subList(0, i)) {
        List<String> grounds = Likeness.grounds(person.traits(), other.traits());
        if (!grounds.isEmpty()) {
          pairs.putIfAbsent(Pair.of(person.id(), other.id()), grounds);
        }
      }
    }
  }

  /** The values of the comparison of new people with those who were there before. */
  private static Object[] before(Groups groups, long importId, long fromId) {
    List<Object> values = new ArrayList<>(List.of(fromId, importId, importId));
    List<Object> crowds = List.copyOf(groups.crowds.keySet());
    for (int i = 0; i < LEFT_OUT && !crowds.isEmpty(); i++) {
      values.addAll(columns(crowds.get(Math.min(i, crowds.size() - 1))));
    }
    return values.toArray();
  }

  private static List<Object> columns(Object key) {
    return key instanceof NameAndBirth of
        ? List.of(Date.valueOf(of.bornOn()), of.nameKey())
        : List.of(key);
  }

  private static void find(
      Connection connection,
      String sql,
      Groups groups,
      Map<Pair, List<String>> pairs,
      Object... values)
      throws SQLException {
    Map<Object, Found> found = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      select.setFetchSize(FETCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Traits traits = traits(row, 2);
          Object key = Objects.requireNonNull(groups.key.apply(traits));
          if (groups.crowds.containsKey(key)) {
            continue;
          }
          Found ofKey = found.computeIfAbsent(key, one -> new Found());
          ofKey.others.add(row.getLong(5));
          if (ofKey.others.size() > CROWD) {
            groups.crowds.put(key, row.getLong(1));
            found.remove(key);
            continue;
          }
          List<String> grounds = Likeness.grounds(traits, traits(row, 6));
          if (!grounds.isEmpty()) {
            ofKey.pairs.putIfAbsent(Pair.of(row.getLong(1), row.getLong(5)), grounds);
          }
        }
      }
    }
    found.values().forEach(ofKey -> ofKey.pairs.forEach(pairs::putIfAbsent));
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

  private record NameAndBirth(String nameKey, LocalDate bornOn) {}

  private record Pair(long newer, long older) {
    static Pair of(long a, long b) {
      return new Pair(Math.max(a, b), Math.min(a, b));
    }
  }

  /** People by one match key, with the keys that too many share. */
  private static final class Groups {
    final Function<Traits, @Nullable Object> key;
    final Repeated shared = new Repeated();
    final Map<Object, List<Person>> gathered = new HashMap<>();
    final Map<Object, Long> crowds = new LinkedHashMap<>();

    Groups(Function<Traits, @Nullable Object> key) {
      this.key = key;
    }

    void count(Person person) {
      Object of = key.apply(person.traits());
      if (of != null) {
        shared.add(of.hashCode());
      }
    }

    /** Takes a person whose key may be that of another; of a crowd one remains, to be named. */
    void gather(Person person) {
      Object of = key.apply(person.traits());
      if (of == null || !shared.has(of.hashCode()) || crowds.containsKey(of)) {
        return;
      }
      List<Person> group = gathered.computeIfAbsent(of, one -> new ArrayList<>());
      group.add(person);
      if (group.size() > CROWD) {
        crowds.put(of, group.get(0).id());
        gathered.remove(of);
      }
    }
  }

  /** What was found of one key among people who were there before. */
  private static final class Found {
    final Set<Long> others = new HashSet<>();
    final Map<Pair, List<String>> pairs = new HashMap<>();
  }
}
