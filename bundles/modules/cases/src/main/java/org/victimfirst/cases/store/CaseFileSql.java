package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.Demographics;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.NextAction;
import org.victimfirst.cases.domain.PermissionEntry;
import org.victimfirst.cases.domain.Permissions;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.ReferralDetails;

/**
 * Reads one case whole, in three statements: case with person and referral, answers, attempts; and
 * a fourth where a later referral waits to be compared with the person's details.
 */
final class CaseFileSql {
  private static final String SELECT =
      "SELECT c.id, c.person_id, c.reference, c.occurrence_type, c.status, c.support_level,"
          + " c.caseworker, c.opened_at, c.closed_at, c.closure_outcome, c.source, c.next_action,"
          + " c.next_action_on, c.version, c.referral_id, c.first_attempt_at, c.first_contact_at,"
          + " c.length_of_support_days, c.duplicate_of_referral_id, p.version AS person_version,"
          + " p.compared_to, (SELECT MAX(n.id) FROM cases.referral n WHERE n.person_id = c.person_id)"
          + " AS newest_referral,"
          + " p.first_name, p.last_name, p.date_of_birth, p.gender, p.phone, p.email,"
          + " p.address_line_1, p.address_line_2, p.town, p.postcode, p.language, p.contact_rule,"
          + " p.safe_to_leave_message, p.safe_to_write, p.preferred_contact,"
          + " p.message_told_at, p.write_told_at, p.preferred_told_at,"
          + " r.received_at, r.role, r.hate_flag, r.enhanced_rights, r.beat,"
          + " r.safe_to_leave_message AS r_message, r.safe_to_write AS r_write,"
          + " r.preferred_contact AS r_preferred, r.consent_given, r.is_repeat_victim,"
          + " i.offence_on, i.crime_reference, i.police_force, i.domestic_flag, i.officer_in_case,"
          + " i.offence_summary, d.ethnicity, d.disability, d.religion, d.sexual_orientation,"
          + " d.communication_need, d.recorded_on"
          + " FROM cases.support_case c JOIN cases.person p ON p.id = c.person_id"
          + " JOIN cases.referral r ON r.id = c.referral_id"
          + " JOIN cases.incident i ON i.id = r.incident_id"
          + " LEFT JOIN cases.demographics d ON d.person_id = c.person_id WHERE c.id = ?";

  private CaseFileSql() {}

  static @Nullable CaseFile find(
      Connection connection, AreaProfile profile, LocalClock clock, long caseId)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setLong(1, caseId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? file(connection, profile, clock, row) : null;
      }
    }
  }

  private static CaseFile file(
      Connection connection, AreaProfile profile, LocalClock clock, ResultSet row)
      throws SQLException {
    CaseSummary summary = CaseSql.summary(row);
    // Large texts are read before the next statement, and each column once.
    ReferralDetails referral = referral(row, row.getString("source"), summary.occurrenceType());
    PersonDetails person = person(row);
    String rule = row.getString("contact_rule");
    long comparedTo = row.getLong("compared_to");
    boolean compared = row.wasNull() || row.getLong("newest_referral") <= comparedTo;
    List<PermissionEntry> told = CaseSql.told(row, profile);
    Permissions permissions =
        new Permissions(
            CaseSql.permissions(connection, List.of(summary.personId()), true)
                .getOrDefault(summary.personId(), List.of()),
            told,
            rule);
    return new CaseFile(
        summary,
        row.getInt("version"),
        row.getInt("person_version"),
        row.getLong("referral_id"),
        person,
        compared
            ? List.of()
            : ReferralSql.others(connection, summary.personId(), comparedTo, person),
        rule,
        referral,
        demographics(row),
        Rows.time(row, "first_attempt_at"),
        Rows.time(row, "first_contact_at"),
        row.getObject("length_of_support_days") == null
            ? null
            : Integer.valueOf(row.getInt("length_of_support_days")),
        row.getObject("duplicate_of_referral_id") == null
            ? null
            : Long.valueOf(row.getLong("duplicate_of_referral_id")),
        new NextAction(Rows.text(row, "next_action"), Rows.date(row, "next_action_on")),
        summary.open() ? permissions.shownOn(clock.today()) : permissions.asGiven(),
        permissions.endedBy(clock.today()),
        CaseSql.attempts(connection, summary.id()));
  }

  static PersonDetails person(ResultSet row) throws SQLException {
    return new PersonDetails(
        row.getString("first_name"),
        row.getString("last_name"),
        Rows.date(row, "date_of_birth"),
        row.getString("gender"),
        row.getString("phone"),
        row.getString("email"),
        row.getString("address_line_1"),
        row.getString("address_line_2"),
        row.getString("town"),
        row.getString("postcode"),
        row.getString("language"));
  }

  static ReferralDetails referral(ResultSet row, String source, String occurrenceType)
      throws SQLException {
    return new ReferralDetails(
        Rows.timeThere(row, "received_at"),
        source,
        row.getString("role"),
        occurrenceType,
        Rows.date(row, "offence_on"),
        row.getString("crime_reference"),
        row.getString("police_force"),
        row.getString("hate_flag"),
        row.getString("enhanced_rights"),
        row.getString("domestic_flag"),
        row.getString("officer_in_case"),
        Rows.text(row, "offence_summary"),
        row.getString("beat"),
        row.getString("r_message"),
        row.getString("r_write"),
        row.getString("r_preferred"),
        row.getString("consent_given"),
        row.getString("is_repeat_victim"));
  }

  static @Nullable Demographics demographics(ResultSet row) throws SQLException {
    String ethnicity = row.getString("ethnicity");
    return ethnicity == null
        ? null
        : new Demographics(
            ethnicity,
            row.getString("disability"),
            row.getString("religion"),
            row.getString("sexual_orientation"),
            row.getString("communication_need"),
            Rows.date(row, "recorded_on"));
  }
}
