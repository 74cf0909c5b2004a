package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.cases.domain.NameKey;
import org.victimfirst.cases.domain.PermissionEntry;
import org.victimfirst.cases.domain.Permissions;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.ReferralDetails;
import org.victimfirst.cases.domain.ReferrerAnswers;
import org.victimfirst.cases.domain.Told;

/** A single referral and its incident, and what referrals told about safe contact. */
final class ReferralSql {
  static final String INCIDENT =
      "INSERT INTO cases.incident (id, occurrence_type, offence_on, crime_reference, police_force,"
          + " domestic_flag, officer_in_case, offence_summary) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  static final String REFERRAL =
      "INSERT INTO cases.referral (id, version, area, person_id, incident_id, received_at, source,"
          + " role, hate_flag, enhanced_rights, first_name, last_name, date_of_birth, gender, phone,"
          + " email, address_line_1, address_line_2, town, postcode, beat, safe_to_leave_message,"
          + " safe_to_write, preferred_contact, language, consent_given, is_repeat_victim,"
          + " crime_key) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?)";

  private ReferralSql() {}

  static void incident(PreparedStatement insert, long id, ReferralDetails referral)
      throws SQLException {
    insert.setLong(1, id);
    insert.setString(2, referral.occurrenceType());
    Rows.set(insert, 3, referral.offenceOn());
    insert.setString(4, referral.crimeReference());
    insert.setString(5, referral.policeForce());
    insert.setString(6, referral.domesticFlag());
    insert.setString(7, referral.officerInCase());
    insert.setString(8, referral.offenceSummary());
  }

  static void referral(
      PreparedStatement insert,
      long id,
      String area,
      long personId,
      long incidentId,
      ReferralDetails referral,
      PersonDetails person)
      throws SQLException {
    insert.setLong(1, id);
    insert.setString(2, area);
    insert.setLong(3, personId);
    insert.setLong(4, incidentId);
    Rows.set(insert, 5, referral.receivedAt());
    insert.setString(6, referral.source());
    insert.setString(7, referral.role());
    insert.setString(8, referral.hateFlag());
    insert.setString(9, referral.enhancedRights());
    insert.setString(10, person.firstName());
    insert.setString(11, person.lastName());
    Rows.set(insert, 12, person.dateOfBirth());
    insert.setString(13, person.gender());
    insert.setString(14, person.phone());
    insert.setString(15, person.email());
    insert.setString(16, person.addressLine1());
    insert.setString(17, person.addressLine2());
    insert.setString(18, person.town());
    insert.setString(19, person.postcode());
    insert.setString(20, referral.beat());
    insert.setString(21, referral.safeToLeaveMessage());
    insert.setString(22, referral.safeToWrite());
    insert.setString(23, referral.preferredContact());
    insert.setString(24, person.language());
    insert.setString(25, referral.consentGiven());
    insert.setString(26, referral.repeatVictim());
    insert.setString(27, NameKey.crime(referral.crimeReference()));
  }

  /** What the referrals of a person had told about safe contact before a time. */
  static List<PermissionEntry> toldBefore(
      Connection connection, AreaProfile profile, long personId, LocalDateTime time)
      throws SQLException {
    Told message = Told.NOTHING;
    Told write = Told.NOTHING;
    Told preferred = Told.NOTHING;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT received_at, safe_to_leave_message, safe_to_write, preferred_contact"
                + " FROM cases.referral WHERE person_id = ? AND received_at < ?"
                + " ORDER BY received_at, id")) {
      select.setLong(1, personId);
      Rows.set(select, 2, time);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          LocalDateTime received = Rows.timeThere(row, "received_at");
          message = message.and(row.getString(2), received);
          write = write.and(row.getString(3), received);
          preferred = preferred.and(row.getString(4), received);
        }
      }
    }
    return ReferrerAnswers.read(message, write, preferred, Permissions.validDays(profile));
  }
}
