package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.cases.domain.ContactWays;
import org.victimfirst.cases.domain.PermissionEntry;
import org.victimfirst.cases.domain.Permissions;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.ReceivedReferral;
import org.victimfirst.cases.domain.ReferralDetails;

/** Reads one referral as it was received, with what is known of safe contact since. */
final class ReceivedReferralSql {
  private static final String SELECT =
      "SELECT r.person_id, r.source, r.received_at, r.role, r.hate_flag, r.enhanced_rights,"
          + " r.first_name, r.last_name, r.date_of_birth, r.gender, r.phone, r.email,"
          + " r.address_line_1, r.address_line_2, r.town, r.postcode, r.language, r.beat,"
          + " r.safe_to_leave_message AS r_message, r.safe_to_write AS r_write,"
          + " r.preferred_contact AS r_preferred, r.consent_given, r.is_repeat_victim,"
          + " i.occurrence_type, i.offence_on, i.crime_reference, i.police_force, i.domestic_flag,"
          + " i.officer_in_case, i.offence_summary, p.safe_to_leave_message, p.safe_to_write,"
          + " p.preferred_contact, p.message_told_at, p.write_told_at, p.preferred_told_at,"
          + " p.contact_rule, c.id AS case_id"
          + " FROM cases.referral r JOIN cases.incident i ON i.id = r.incident_id"
          + " JOIN cases.person p ON p.id = r.person_id"
          + " LEFT JOIN cases.support_case c ON c.referral_id = r.id WHERE r.id = ?";

  private ReceivedReferralSql() {}

  static @Nullable ReceivedReferral find(
      Connection connection, AreaProfile profile, LocalDate today, long referralId)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setLong(1, referralId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? received(connection, profile, today, referralId, row) : null;
      }
    }
  }

  private static ReceivedReferral received(
      Connection connection, AreaProfile profile, LocalDate today, long id, ResultSet row)
      throws SQLException {
    long personId = row.getLong("person_id");
    // Large texts are read before the next statement, and each column once.
    ReferralDetails referral =
        CaseFileSql.referral(row, row.getString("source"), row.getString("occurrence_type"));
    PersonDetails person = CaseFileSql.person(row);
    List<PermissionEntry> told = CaseSql.told(row, profile);
    String rule = row.getString("contact_rule");
    long caseId = row.getLong("case_id");
    boolean opened = !row.wasNull();
    Permissions permissions =
        new Permissions(
            CaseSql.permissions(connection, List.of(personId), true)
                .getOrDefault(personId, List.of()),
            told,
            rule);
    Map.Entry<PersonDetails, Long> now = stored(connection, personId);
    List<String> others = ContactWays.others(person, now.getKey());
    return new ReceivedReferral(
        id,
        personId,
        person,
        others,
        !others.isEmpty() && id > now.getValue(),
        referral,
        permissions.shownOn(today),
        opened ? Long.valueOf(caseId) : null,
        KnownPeople.cases(connection, personId));
  }

  /** The person's details as they are now, and up to which referral they were compared. */
  private static Map.Entry<PersonDetails, Long> stored(Connection connection, long personId)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM cases.person WHERE id = ?")) {
      select.setLong(1, personId);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        long comparedTo = row.getLong("compared_to");
        return Map.entry(
            CaseFileSql.person(row), row.wasNull() ? Long.valueOf(Long.MAX_VALUE) : comparedTo);
      }
    }
  }
}
