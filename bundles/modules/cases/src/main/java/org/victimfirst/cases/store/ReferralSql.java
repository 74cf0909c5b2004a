package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.cases.domain.AllTold;
import org.victimfirst.cases.domain.ContactWays;
import org.victimfirst.cases.domain.NameKey;
import org.victimfirst.cases.domain.OtherDetails;
import org.victimfirst.cases.domain.PermissionEntry;
import org.victimfirst.cases.domain.Permissions;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.ReferralDetails;
import org.victimfirst.cases.domain.Telling;

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

  private static final String OF_PERSON =
      "SELECT id, received_at, source, safe_to_leave_message, safe_to_write, preferred_contact,"
          + " first_name, last_name, date_of_birth, gender, phone, email, address_line_1,"
          + " address_line_2, town, postcode, language FROM cases.referral WHERE person_id = ?"
          + " ORDER BY id";

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

  /** What the referrals of a person told about safe contact. */
  static List<Telling> tellings(Connection connection, long personId) throws SQLException {
    List<Telling> tellings = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(OF_PERSON)) {
      select.setLong(1, personId);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          tellings.add(
              new Telling(
                  Rows.timeThere(row, "received_at"),
                  row.getString("safe_to_leave_message"),
                  row.getString("safe_to_write"),
                  row.getString("preferred_contact"),
                  CaseFileSql.person(row)));
        }
      }
    }
    return tellings;
  }

  /** What the referrals of a person had told about safe contact before a time. */
  static List<PermissionEntry> toldBefore(
      Connection connection, AreaProfile profile, PersonEntity person, LocalDateTime time)
      throws SQLException {
    List<Telling> before =
        tellings(connection, person.id).stream().filter(one -> one.at().isBefore(time)).toList();
    return AllTold.of(before, person.details()).answers(Permissions.validDays(profile));
  }

  /** Referrals with other ways to reach a person that nobody has compared yet, newest first. */
  static List<OtherDetails> others(
      Connection connection, long personId, long comparedTo, PersonDetails stored)
      throws SQLException {
    List<OtherDetails> others = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(OF_PERSON + " DESC")) {
      select.setLong(1, personId);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          PersonDetails told = CaseFileSql.person(row);
          List<String> ways = ContactWays.others(told, stored);
          long id = row.getLong("id");
          if (id > comparedTo && !ways.isEmpty()) {
            others.add(
                new OtherDetails(
                    id, Rows.timeThere(row, "received_at"), row.getString("source"), told, ways));
          }
        }
      }
    }
    return others;
  }
}
