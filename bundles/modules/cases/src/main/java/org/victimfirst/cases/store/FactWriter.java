package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.cases.CodeBook;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.cases.domain.Demographics;
import org.victimfirst.cases.domain.FactCodes;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.ReferralDetails;

/** Keeps the facts in step with single cases, in the transaction of the act. */
@Component(service = FactWriter.class)
public final class FactWriter {
  private static final String REFERRAL =
      "INSERT INTO cases.referral_fact (referral_id, area, received_on, source, role,"
          + " occurrence_type, hate_flag, gender, age_band, beat, is_repeat_victim, child)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String CASE =
      "INSERT INTO cases.case_fact (case_id, area, received_on, opened_on, source, role,"
          + " occurrence_type, hate_flag, gender, age_band, beat, is_repeat_victim, child,"
          + " received_day, ethnicity, religion, sexual_orientation, communication_need,"
          + " disabilities, closure_outcome, support_level)"
          + " SELECT CAST(? AS BIGINT), area, received_on, CAST(? AS DATE), source, role,"
          + " occurrence_type, hate_flag, gender, age_band, beat, is_repeat_victim, child,"
          + " CAST(? AS INTEGER), CAST(? AS SMALLINT), CAST(? AS SMALLINT), CAST(? AS SMALLINT),"
          + " CAST(? AS SMALLINT), CAST(? AS BIGINT), 0, 0"
          + " FROM cases.referral_fact WHERE referral_id = ?";
  private static final String OPEN_CASES_OF_PERSON =
      " WHERE closed_on IS NULL AND case_id IN (SELECT c.id FROM cases.referral r"
          + " JOIN cases.support_case c ON c.referral_id = r.id WHERE r.person_id = ?)";

  private final FactCodes codes;
  private final AreaProfiles profiles;

  @Activate
  public FactWriter(@Reference FactCodes codes, @Reference AreaProfiles profiles) {
    this.codes = codes;
    this.profiles = profiles;
  }

  void referralReceived(
      Connection connection,
      long referralId,
      String area,
      ReferralDetails referral,
      PersonDetails person)
      throws SQLException {
    AreaProfile profile = profiles.current();
    LocalDate received = referral.receivedAt().toLocalDate();
    LocalDate born = person.dateOfBirth();
    try (PreparedStatement insert = connection.prepareStatement(REFERRAL)) {
      insert.setLong(1, referralId);
      insert.setString(2, area);
      Rows.set(insert, 3, received);
      insert.setInt(4, id(FactDimension.SOURCE, referral.source()));
      insert.setInt(5, id(FactDimension.ROLE, referral.role()));
      insert.setInt(6, id(FactDimension.OCCURRENCE_TYPE, referral.occurrenceType()));
      insert.setInt(7, id(FactDimension.HATE_FLAG, referral.hateFlag()));
      insert.setInt(8, id(FactDimension.GENDER, person.gender()));
      insert.setInt(9, id(FactDimension.AGE_BAND, profile.ageBand(born, received)));
      insert.setInt(10, id(FactDimension.BEAT, referral.beat()));
      insert.setInt(11, id(FactDimension.REPEAT_VICTIM, referral.repeatVictim()));
      insert.setInt(12, profile.child(born, received) ? 1 : 0);
      insert.executeUpdate();
    }
  }

  void caseOpened(
      Connection connection,
      CaseEntity opened,
      LocalDateTime receivedAt,
      @Nullable Demographics told)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(CASE)) {
      insert.setLong(1, opened.id);
      Rows.set(insert, 2, opened.openedAt.toLocalDate());
      insert.setInt(3, (int) receivedAt.toLocalDate().toEpochDay());
      answers(insert, 4, told);
      insert.setLong(9, opened.referralId);
      insert.executeUpdate();
    }
  }

  void spokenTo(Connection connection, long caseId, LocalDateTime at) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE cases.case_fact SET first_contact_on = ?, first_contact_day = ?"
                + " WHERE case_id = ?")) {
      Rows.set(update, 1, at.toLocalDate());
      update.setInt(2, (int) at.toLocalDate().toEpochDay());
      update.setLong(3, caseId);
      update.executeUpdate();
    }
  }

  /** Takes over closing and reopening. */
  void closingChanged(Connection connection, CaseEntity changed) throws SQLException {
    LocalDateTime closedAt = changed.closedAt;
    LocalDate on = closedAt == null ? null : closedAt.toLocalDate();
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE cases.case_fact SET closed_on = ?, closed_day = ?, closure_outcome = ?,"
                + " support_level = ? WHERE case_id = ?")) {
      Rows.set(update, 1, on);
      if (on == null) {
        update.setNull(2, Types.INTEGER);
      } else {
        update.setInt(2, (int) on.toEpochDay());
      }
      String outcome = changed.closureOutcome;
      String level = changed.supportLevel;
      update.setInt(3, outcome == null ? 0 : id(FactDimension.CLOSURE_OUTCOME, outcome));
      update.setInt(4, level == null ? 0 : id(FactDimension.SUPPORT_LEVEL, level));
      update.setLong(5, changed.id);
      update.executeUpdate();
    }
  }

  /**
   * Answers for equality monitoring changed: open cases follow, closed ones stay as counted until
   * they are opened again.
   */
  void demographicsChanged(Connection connection, long personId, Demographics answers)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE cases.case_fact SET ethnicity = ?, religion = ?, sexual_orientation = ?,"
                + " communication_need = ?, disabilities = ?"
                + OPEN_CASES_OF_PERSON)) {
      answers(update, 1, answers);
      update.setLong(6, personId);
      update.executeUpdate();
    }
  }

  /**
   * Gender or date of birth of a person changed: open cases follow, each with the age on the day of
   * its own receipt; closed ones stay as counted.
   */
  void detailsChanged(Connection connection, long personId, PersonDetails person)
      throws SQLException {
    AreaProfile profile = profiles.current();
    LocalDate born = person.dateOfBirth();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT case_id, received_on FROM cases.case_fact" + OPEN_CASES_OF_PERSON);
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE cases.case_fact SET gender = ?, age_band = ?, child = ?"
                    + " WHERE case_id = ?")) {
      select.setLong(1, personId);
      update.setInt(1, id(FactDimension.GENDER, person.gender()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          LocalDate received = Rows.dateThere(row, "received_on");
          update.setInt(2, id(FactDimension.AGE_BAND, profile.ageBand(born, received)));
          update.setInt(3, profile.child(born, received) ? 1 : 0);
          update.setLong(4, row.getLong("case_id"));
          update.addBatch();
        }
      }
      update.executeBatch();
    }
  }

  private void answers(PreparedStatement statement, int from, @Nullable Demographics told)
      throws SQLException {
    statement.setInt(from, told == null ? 0 : id(FactDimension.ETHNICITY, told.ethnicity()));
    statement.setInt(from + 1, told == null ? 0 : id(FactDimension.RELIGION, told.religion()));
    statement.setInt(
        from + 2,
        told == null ? 0 : id(FactDimension.SEXUAL_ORIENTATION, told.sexualOrientation()));
    statement.setInt(
        from + 3,
        told == null ? 0 : id(FactDimension.COMMUNICATION_NEED, told.communicationNeed()));
    statement.setLong(
        from + 4, told == null ? 0 : codes.bits(CodeBook.DISABILITY, told.disability()));
  }

  private int id(FactDimension dimension, String code) {
    return codes.id(dimension.list(), code);
  }
}
