package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.victimfirst.cases.domain.Demographics;

/** Reads and saves answers for equality monitoring; the version of the person guards them. */
final class DemographicsSql {
  private DemographicsSql() {}

  static @Nullable Demographics find(Connection connection, long personId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM cases.demographics WHERE person_id = ?")) {
      select.setLong(1, personId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? CaseFileSql.demographics(row) : null;
      }
    }
  }

  static void save(Connection connection, long personId, Demographics answers, LocalDate today)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE cases.demographics SET version = version + 1, ethnicity = ?, disability = ?,"
                + " religion = ?, sexual_orientation = ?, communication_need = ?, recorded_on = ?"
                + " WHERE person_id = ?")) {
      bind(update, answers, today);
      update.setLong(7, personId);
      if (update.executeUpdate() > 0) {
        return;
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO cases.demographics (version, ethnicity, disability, religion,"
                + " sexual_orientation, communication_need, recorded_on, person_id)"
                + " VALUES (1, ?, ?, ?, ?, ?, ?, ?)")) {
      bind(insert, answers, today);
      insert.setLong(7, personId);
      insert.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, Demographics answers, LocalDate today)
      throws SQLException {
    statement.setString(1, answers.ethnicity());
    statement.setString(2, answers.disability());
    statement.setString(3, answers.religion());
    statement.setString(4, answers.sexualOrientation());
    statement.setString(5, answers.communicationNeed());
    LocalDate recorded = answers.recordedOn();
    Rows.set(statement, 6, recorded == null ? today : recorded);
  }
}
