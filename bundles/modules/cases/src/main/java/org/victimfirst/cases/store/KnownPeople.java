package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.victimfirst.cases.domain.ContactKey;
import org.victimfirst.cases.domain.KnownPerson;
import org.victimfirst.cases.domain.KnownPerson.CaseName;
import org.victimfirst.cases.domain.Likeness;
import org.victimfirst.cases.domain.Likeness.Traits;
import org.victimfirst.cases.domain.NameKey;
import org.victimfirst.cases.domain.PersonDetails;

/** Looks for people by the indexed match keys: telephone with postcode, and name. */
final class KnownPeople {
  private static final String SELECT =
      "SELECT id, first_name, last_name, date_of_birth, name_key, contact_key FROM cases.person"
          + " WHERE erased_at IS NULL AND ";
  private static final String PAGE = " ORDER BY id DESC FETCH NEXT 50 ROWS ONLY";
  private static final String BY_CONTACT = SELECT + "contact_key = ?" + PAGE;
  private static final String BY_NAME = SELECT + "name_key = ?" + PAGE;

  private KnownPeople() {}

  static List<KnownPerson> like(Connection connection, PersonDetails person) throws SQLException {
    Long contact = ContactKey.of(person.phone(), person.postcode());
    String name = NameKey.name(person.lastName(), person.firstName());
    Traits wanted = new Traits(name, person.dateOfBirth(), contact);
    Map<Long, KnownPerson> found = new LinkedHashMap<>();
    if (contact != null) {
      candidates(connection, BY_CONTACT, contact, wanted, found);
    }
    if (!name.isBlank()) {
      candidates(connection, BY_NAME, name, wanted, found);
    }
    List<KnownPerson> people = new ArrayList<>();
    for (KnownPerson known :
        found.values().stream()
            .sorted(Comparator.comparing((KnownPerson one) -> -one.grounds().size()))
            .limit(KnownPerson.LIMIT)
            .toList()) {
      people.add(
          new KnownPerson(
              known.personId(),
              known.name(),
              known.dateOfBirth(),
              known.grounds(),
              cases(connection, known.personId())));
    }
    return people;
  }

  private static void candidates(
      Connection connection, String sql, Object key, Traits wanted, Map<Long, KnownPerson> found)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, key);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long contact = row.getLong("contact_key");
          boolean reachable = !row.wasNull();
          Traits traits =
              new Traits(
                  row.getString("name_key"),
                  Rows.date(row, "date_of_birth"),
                  reachable ? Long.valueOf(contact) : null);
          List<String> grounds = Likeness.groundsToAsk(wanted, traits);
          if (!grounds.isEmpty()) {
            found.putIfAbsent(
                row.getLong("id"),
                new KnownPerson(
                    row.getLong("id"),
                    (row.getString("first_name") + " " + row.getString("last_name")).strip(),
                    traits.bornOn(),
                    grounds,
                    List.of()));
          }
        }
      }
    }
  }

  /** The cases of a person, the newest first. */
  static List<CaseName> cases(Connection connection, long personId) throws SQLException {
    List<CaseName> cases = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT c.id, c.reference, c.status FROM cases.referral r"
                + " JOIN cases.support_case c ON c.referral_id = r.id WHERE r.person_id = ?"
                + " ORDER BY c.opened_at DESC, c.id DESC")) {
      select.setLong(1, personId);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          cases.add(
              new CaseName(row.getLong("id"), row.getString("reference"), row.getString("status")));
        }
      }
    }
    return cases;
  }
}
