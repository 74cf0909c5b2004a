package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import org.victimfirst.cases.domain.PermissionEntry;

/** Writes answers about safe contact; the one before stays in the history. */
final class PermissionSql {
  private PermissionSql() {}

  static void replace(Connection connection, Journal journal, long personId, PermissionEntry answer)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE cases.contact_permission SET replaced_at = ? WHERE person_id = ?"
                + " AND channel = ? AND replaced_at IS NULL")) {
      Rows.set(update, 1, answer.recordedAt());
      update.setLong(2, personId);
      update.setString(3, answer.channel());
      update.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO cases.contact_permission (id, person_id, channel, answer, note, asked_on,"
                + " ask_again_by, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, journal.id());
      insert.setLong(2, personId);
      insert.setString(3, answer.channel());
      insert.setString(4, answer.state().name().toLowerCase(Locale.ROOT));
      insert.setString(5, answer.note());
      Rows.set(insert, 6, answer.askedOn());
      Rows.set(insert, 7, answer.askAgainBy());
      insert.setString(8, answer.recordedBy());
      Rows.set(insert, 9, answer.recordedAt());
      insert.executeUpdate();
    }
  }
}
