package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.privacy.SubjectData;

/**
 * What the module holds of a person. Erasing takes away all that is said of or by the person and
 * leaves the bare rows of referral and case, so that an import does not bring them back and numbers
 * still agree; the case facts stay. An erased person stays erased: a referral that comes later
 * begins a new person, so that the bare cases do not get their name back.
 */
@Component
@VictimFirstModule(module = "cases")
public final class CaseSubjectData implements SubjectData {
  private static final String OF_PERSON = " WHERE person_id = ?";
  private static final String OF_CASES =
      " WHERE case_id IN (SELECT c.id FROM cases.referral r JOIN cases.support_case c"
          + " ON c.referral_id = r.id WHERE r.person_id = ?)";

  private static final Map<String, String> EXPORT = new LinkedHashMap<>();

  private static final List<String> ERASE =
      List.of(
          "DELETE FROM cases.contact_incident" + OF_CASES,
          "DELETE FROM cases.contact_attempt" + OF_CASES,
          "DELETE FROM cases.case_note" + OF_CASES,
          "DELETE FROM cases.consent" + OF_CASES,
          "UPDATE cases.case_event SET reason = ''" + OF_CASES,
          "UPDATE cases.case_event SET value_before = '', value_after = ''"
              + OF_CASES
              + " AND kind IN ('next_action', 'contact_rule')",
          "DELETE FROM cases.contact_permission" + OF_PERSON,
          "DELETE FROM cases.possible_duplicate WHERE ? IN (person_id, other_person_id)",
          "UPDATE cases.incident SET crime_reference = '', officer_in_case = '',"
              + " offence_summary = NULL WHERE id IN"
              + " (SELECT incident_id FROM cases.referral WHERE person_id = ?)",
          "UPDATE cases.support_case SET next_action = '', next_action_on = NULL,"
              + " version = version + 1 WHERE referral_id IN"
              + " (SELECT id FROM cases.referral WHERE person_id = ?)",
          "UPDATE cases.referral SET first_name = '', last_name = '', date_of_birth = NULL,"
              + " phone = '', email = '', address_line_1 = '', address_line_2 = '', town = '',"
              + " postcode = '', crime_key = ''"
              + OF_PERSON,
          "UPDATE cases.demographics SET ethnicity = 'unknown', disability = 'unknown',"
              + " religion = 'unknown', sexual_orientation = 'unknown',"
              + " communication_need = 'unknown', version = version + 1"
              + OF_PERSON,
          "UPDATE cases.person SET first_name = '', last_name = '', date_of_birth = NULL,"
              + " phone = '', email = '', address_line_1 = '', address_line_2 = '', town = '',"
              + " postcode = '', contact_rule = '', name_key = '', contact_key = NULL,"
              + " erased_at = CURRENT_TIMESTAMP, version = version + 1 WHERE id = ?");

  static {
    EXPORT.put(
        "Person",
        "SELECT first_name, last_name, date_of_birth, gender, phone, email, address_line_1,"
            + " address_line_2, town, postcode, language, contact_rule FROM cases.person"
            + " WHERE id = ?");
    EXPORT.put(
        "Equality monitoring",
        "SELECT ethnicity, disability, religion, sexual_orientation, communication_need,"
            + " recorded_on FROM cases.demographics WHERE person_id = ?");
    EXPORT.put(
        "Referrals",
        "SELECT r.received_at, r.source, r.role, r.hate_flag, r.enhanced_rights, r.first_name,"
            + " r.last_name, r.date_of_birth, r.gender, r.phone, r.email, r.address_line_1,"
            + " r.address_line_2, r.town, r.postcode, r.beat, r.safe_to_leave_message,"
            + " r.safe_to_write, r.preferred_contact, r.language, r.consent_given,"
            + " r.is_repeat_victim, i.occurrence_type, i.offence_on, i.crime_reference,"
            + " i.police_force, i.domestic_flag, i.officer_in_case, i.offence_summary"
            + " FROM cases.referral r JOIN cases.incident i ON i.id = r.incident_id"
            + " WHERE r.person_id = ? ORDER BY r.received_at");
    EXPORT.put(
        "Cases",
        "SELECT c.reference, c.status, c.caseworker, c.opened_at, c.first_attempt_at,"
            + " c.first_contact_at, c.closed_at, c.closure_outcome, c.support_level,"
            + " c.next_action, c.next_action_on FROM cases.referral r JOIN cases.support_case c"
            + " ON c.referral_id = r.id WHERE r.person_id = ? ORDER BY c.opened_at");
    EXPORT.put(
        "Safe contact",
        "SELECT channel, answer, note, asked_on, ask_again_by, recorded_by, recorded_at"
            + " FROM cases.contact_permission WHERE person_id = ? ORDER BY recorded_at");
    EXPORT.put(
        "Contacts",
        "SELECT attempted_at, channel, result, made_by, note FROM cases.contact_attempt"
            + OF_CASES
            + " ORDER BY attempted_at");
    EXPORT.put(
        "Safe-contact incidents",
        "SELECT safe_channel, what_happened, recorded_by, recorded_at FROM cases.contact_incident"
            + OF_CASES
            + " ORDER BY recorded_at");
    EXPORT.put(
        "Notes",
        "SELECT body, written_by, written_at FROM cases.case_note"
            + OF_CASES
            + " ORDER BY written_at");
    EXPORT.put(
        "Consent",
        "SELECT kind, answer, asked_on, note, recorded_by FROM cases.consent"
            + OF_CASES
            + " ORDER BY recorded_at");
    EXPORT.put(
        "History of cases",
        "SELECT kind, value_before, value_after, reason, done_by, done_at FROM cases.case_event"
            + OF_CASES
            + " ORDER BY done_at");
  }

  @Override
  public String retentionClass() {
    return "case";
  }

  @Override
  public boolean holds(Connection connection, long personId, Set<Long> caseIds)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id FROM cases.person WHERE id = ? AND erased_at IS NULL")) {
      select.setLong(1, personId);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  @Override
  public Map<String, Iterable<Map<String, String>>> export(
      Connection connection, long personId, Set<Long> caseIds) throws SQLException {
    Map<String, Iterable<Map<String, String>>> parts = new LinkedHashMap<>();
    for (Map.Entry<String, String> part : EXPORT.entrySet()) {
      List<Map<String, String>> rows = rows(connection, part.getValue(), personId);
      if (!rows.isEmpty()) {
        parts.put(part.getKey(), rows);
      }
    }
    return parts;
  }

  private static List<Map<String, String>> rows(Connection connection, String sql, long personId)
      throws SQLException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, personId);
      try (ResultSet row = select.executeQuery()) {
        ResultSetMetaData columns = row.getMetaData();
        while (row.next()) {
          Map<String, String> cells = new LinkedHashMap<>();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            String value = row.getString(i);
            if (value != null && !value.isEmpty()) {
              cells.put(words(columns.getColumnLabel(i)), value);
            }
          }
          rows.add(cells);
        }
      }
    }
    return rows;
  }

  private static String words(String column) {
    String words = column.toLowerCase(Locale.UK).replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }

  @Override
  public int erase(Connection connection, long personId, Set<Long> caseIds) throws SQLException {
    int erased = 0;
    for (String sql : ERASE) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setLong(1, personId);
        erased += statement.executeUpdate();
      }
    }
    return erased;
  }
}
