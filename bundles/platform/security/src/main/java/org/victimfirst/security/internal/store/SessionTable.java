package org.victimfirst.security.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.victimfirst.security.internal.jdbc.Sql;

/** Web sessions, on one connection. Times are milliseconds since 1970. */
final class SessionTable {
  private final Sql sql;

  SessionTable(Connection connection) {
    this.sql = new Sql(connection);
  }

  /** A session with its user. */
  record Row(
      long userId,
      String login,
      String displayName,
      boolean active,
      boolean mustChangePassword,
      long began,
      long lastUsed,
      boolean hideDetails) {}

  Optional<Row> find(String cookieHash) throws SQLException {
    return sql.first(
        """
        SELECT s.user_id, u.login, u.display_name, u.active, u.must_change_password, s.began,
          s.last_used, s.hide_details
        FROM security.web_session s JOIN security.user_account u ON u.id = s.user_id
        WHERE s.cookie_hash = ?""",
        row ->
            new Row(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getLong(6),
                row.getLong(7),
                row.getBoolean(8)),
        cookieHash);
  }

  void insert(String cookieHash, long userId, long began, long now, boolean hideDetails)
      throws SQLException {
    sql.update(
        """
        INSERT INTO security.web_session (cookie_hash, user_id, began, last_used, hide_details)
        VALUES (?, ?, ?, ?, ?)""",
        cookieHash,
        userId,
        began,
        now,
        hideDetails);
  }

  void used(String cookieHash, long now) throws SQLException {
    sql.update(
        "UPDATE security.web_session SET last_used = ? WHERE cookie_hash = ?", now, cookieHash);
  }

  void hide(String cookieHash, boolean hide) throws SQLException {
    sql.update(
        "UPDATE security.web_session SET hide_details = ? WHERE cookie_hash = ?", hide, cookieHash);
  }

  int delete(String cookieHash) throws SQLException {
    return sql.update("DELETE FROM security.web_session WHERE cookie_hash = ?", cookieHash);
  }

  int deleteOf(long userId) throws SQLException {
    return sql.update("DELETE FROM security.web_session WHERE user_id = ?", userId);
  }

  void deleteUnusedSince(long lastUsed) throws SQLException {
    sql.update("DELETE FROM security.web_session WHERE last_used < ?", lastUsed);
  }
}
