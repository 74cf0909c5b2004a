package org.victimfirst.cases.imports;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.cases.domain.AllTold;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.Telling;
import org.victimfirst.cases.domain.Told;

/**
 * What all referrals of a person told about safe contact.
 *
 * @param id the person's id
 * @param details the phone, email and address as stored; no more
 * @param stored what is stored of it
 * @param tellings what each told, by its id
 */
record ToldOfPerson(
    long id, PersonDetails details, AllTold stored, SortedMap<Long, Telling> tellings) {
  private static final String COLUMNS =
      "SELECT p.id, p.safe_to_leave_message, p.message_told_at, p.safe_to_write, p.write_told_at,"
          + " p.preferred_contact, p.preferred_told_at, "
          + ways("p")
          + ", r.id, r.received_at, r.safe_to_leave_message, r.safe_to_write, r.preferred_contact, "
          + ways("r");
  private static final int WAYS_NOW = 8;
  private static final int REFERRAL = WAYS_NOW + 6;
  private static final int WAYS_TOLD = REFERRAL + 5;
  // By the indexes, person by person: see LegacyReferral.
  private static final String DERBY =
      COLUMNS
          + " FROM cases.referral r --DERBY-PROPERTIES index=REFERRAL_PERSON\n"
          + " JOIN cases.person p --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n"
          + " ON p.id = r.person_id WHERE r.person_id IN (%s)";
  private static final String POSTGRESQL =
      COLUMNS
          + " FROM (VALUES %s) AS k (id)"
          + LegacyReferral.lateral("CROSS JOIN", "person", "id = k.id", "p")
          + LegacyReferral.lateral("CROSS JOIN", "referral", "person_id = p.id", "r");

  private static String ways(String table) {
    return "%1$s.phone, %1$s.email, %1$s.address_line_1, %1$s.address_line_2, %1$s.town, %1$s.postcode"
        .formatted(table);
  }

  /** What was told of people, each of whom has a referral. */
  static Collection<ToldOfPerson> find(
      Connection connection, Dialect dialect, Collection<Long> people) throws SQLException {
    Map<Long, ToldOfPerson> found = new TreeMap<>();
    boolean derby = dialect == Dialect.DERBY;
    InChunks.select(
        connection,
        derby ? DERBY : POSTGRESQL,
        derby ? "?" : "(CAST(? AS BIGINT))",
        people.stream().map(String::valueOf).toList(),
        row -> {
          long id = row.getLong(1);
          ToldOfPerson person = found.get(id);
          if (person == null) {
            person = new ToldOfPerson(id, ways(row, WAYS_NOW), stored(row), new TreeMap<>());
            found.put(id, person);
          }
          person.tellings.put(row.getLong(REFERRAL), telling(row));
        });
    return found.values();
  }

  private static AllTold stored(ResultSet row) throws SQLException {
    return new AllTold(told(row, 2), told(row, 4), told(row, 6));
  }

  private static Told told(ResultSet row, int column) throws SQLException {
    Timestamp at = row.getTimestamp(column + 1);
    return new Told(row.getString(column), at == null ? null : at.toLocalDateTime());
  }

  private static Telling telling(ResultSet row) throws SQLException {
    return new Telling(
        row.getTimestamp(REFERRAL + 1).toLocalDateTime(),
        row.getString(REFERRAL + 2),
        row.getString(REFERRAL + 3),
        row.getString(REFERRAL + 4),
        ways(row, WAYS_TOLD));
  }

  private static PersonDetails ways(ResultSet row, int first) throws SQLException {
    return new PersonDetails(
        "",
        "",
        null,
        "",
        row.getString(first),
        row.getString(first + 1),
        row.getString(first + 2),
        row.getString(first + 3),
        row.getString(first + 4),
        row.getString(first + 5),
        "");
  }

  /** What it comes to, by the ways to reach the person as they are now. */
  AllTold now() {
    return AllTold.of(List.copyOf(tellings.values()), details);
  }
}
