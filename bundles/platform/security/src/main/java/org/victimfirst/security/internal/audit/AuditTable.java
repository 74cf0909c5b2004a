package org.victimfirst.security.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.victimfirst.security.internal.audit.Members.Member;
import org.victimfirst.security.internal.domain.AuditRow;
import org.victimfirst.security.internal.domain.AuditTime;
import org.victimfirst.security.internal.jdbc.Sql;

/** Rows of the audit, on one connection. They are added and read, never changed. */
final class AuditTable {
  static final String COLUMNS =
      """
      SELECT id, happened_ms, happened_at, actor_id, actor_login, actor_kind, origin, request_id,
        action, subject_type, subject_id, details, row_hash
      FROM security.audit_entry
      """;

  private static final String INSERT =
      """
      INSERT INTO security.audit_entry (id, happened_ms, actor_id, actor_login, actor_kind, origin,
        request_id, action, subject_type, subject_id, details, row_hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private final Connection connection;
  private final Sql sql;

  AuditTable(Connection connection) {
    this.connection = connection;
    this.sql = new Sql(connection);
  }

  /** Adds a row: this one statement, and nothing is read. */
  void insert(AuditRow row) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, row.id());
      insert.setLong(2, row.time().millis());
      insert.setLong(3, row.actorId());
      insert.setString(4, row.actorLogin());
      insert.setString(5, row.actorKind());
      insert.setString(6, row.origin());
      insert.setString(7, row.requestId());
      insert.setString(8, row.action());
      insert.setString(9, row.subjectType());
      insert.setLong(10, row.subjectId());
      insert.setString(11, row.details());
      insert.setString(12, row.rowHash());
      insert.executeUpdate();
    }
  }

  /** Ids and hashes of the rows after one id and up to another, in order. */
  List<Member> members(long afterId, long toId, int most) throws SQLException {
    return sql.list(
        """
        SELECT id, row_hash FROM security.audit_entry WHERE id > ? AND id <= ?
        ORDER BY id OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY""",
        row -> new Member(row.getLong(1), row.getString(2)),
        afterId,
        toId,
        most);
  }

  /** How many rows there are after one id and up to another. */
  long count(long afterId, long toId) throws SQLException {
    return sql.number(
        "SELECT COUNT(*) FROM security.audit_entry WHERE id > ? AND id <= ?", afterId, toId);
  }

  /** How many rows after an id were written before a moment, or do not say when. */
  long countOlder(long afterId, Instant moment) throws SQLException {
    return sql.number(
        """
        SELECT COUNT(*) FROM security.audit_entry
        WHERE id > ? AND (happened_ms < ? OR happened_at < ?
            OR happened_ms IS NULL AND happened_at IS NULL)""",
        afterId,
        moment.toEpochMilli(),
        AuditTime.asLocalClock(moment));
  }

  /** Whole rows after one id and up to another, in order. */
  List<AuditRow> rows(long afterId, long toId, int most) throws SQLException {
    return sql.list(
        COLUMNS + "WHERE id > ? AND id <= ? ORDER BY id OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY",
        AuditTable::row,
        afterId,
        toId,
        most);
  }

  static AuditRow row(ResultSet row) throws SQLException {
    return new AuditRow(
        row.getLong(1),
        time(row, 2),
        row.getLong(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getLong(11),
        row.getString(12),
        row.getString(13));
  }

  /**
   * The time in {@code happened_ms} and the column after it, of which one is filled. A row from
   * which somebody took both is read as one of 1970: its hash says that it was changed.
   */
  static AuditTime time(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    if (!row.wasNull()) {
      return new AuditTime(millis, false);
    }
    Instant digits = Sql.digits(row, column + 1);
    return new AuditTime(digits == null ? 0 : digits.toEpochMilli(), true);
  }
}
