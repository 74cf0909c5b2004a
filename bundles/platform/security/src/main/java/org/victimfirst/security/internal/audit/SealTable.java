package org.victimfirst.security.internal.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.victimfirst.security.internal.audit.Members.Member;
import org.victimfirst.security.internal.audit.Seal.Head;
import org.victimfirst.security.internal.jdbc.Sql;

/** The chain of seals, on one connection. */
final class SealTable {
  private static final String COLUMNS =
      """
      SELECT seal_number, kind, from_id, to_id, row_count, merkle_root, previous_hash, seal_hash,
        sealed_at, members
      FROM security.audit_seal
      """;

  private final Sql sql;

  SealTable(Connection connection) {
    this.sql = new Sql(connection);
  }

  /** A seal and the rows that it holds. */
  record Full(Seal seal, List<Member> members) {}

  /** Lets one sealer at a time pass, over all nodes, until its transaction ends. */
  void lock() throws SQLException {
    sql.update("UPDATE security.audit_head SET turn = turn + 1 WHERE id = 1");
  }

  Head head() throws SQLException {
    return sql.first(
            """
            SELECT seal_number, seal_hash, to_id, closed_number FROM security.audit_head
            WHERE id = 1""",
            row -> new Head(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)))
        .orElse(new Head(0, Seal.NO_HASH, 0, 0));
  }

  void append(Seal seal, List<Member> members) throws SQLException {
    sql.update(
        """
        INSERT INTO security.audit_seal (seal_number, kind, from_id, to_id, row_count, merkle_root,
          previous_hash, seal_hash, sealed_at, members)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        seal.number(),
        seal.kind(),
        seal.fromId(),
        seal.toId(),
        seal.rowCount(),
        seal.root(),
        seal.previousHash(),
        seal.hash(),
        seal.sealedAt(),
        Members.encode(members));
    sql.update(
        """
        UPDATE security.audit_head SET seal_number = ?, seal_hash = ?,
          to_id = CASE WHEN to_id < ? THEN ? ELSE to_id END
        WHERE id = 1""",
        seal.number(),
        seal.hash(),
        seal.toId(),
        seal.toId());
  }

  void close(long number) throws SQLException {
    sql.update(
        "UPDATE security.audit_head SET closed_number = ? WHERE id = 1 AND closed_number < ?",
        number,
        number);
  }

  /** Seals after a number, in order. */
  List<Full> after(long number, int most) throws SQLException {
    return sql.list(
        COLUMNS + "WHERE seal_number > ? ORDER BY seal_number OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY",
        SealTable::full,
        number,
        most);
  }

  /** Seals after a number without their rows. */
  List<Seal> plainAfter(long number) throws SQLException {
    return sql.list(
        """
        SELECT seal_number, kind, from_id, to_id, row_count, merkle_root, previous_hash, seal_hash,
          sealed_at
        FROM security.audit_seal WHERE seal_number > ? ORDER BY seal_number""",
        SealTable::seal,
        number);
  }

  /** The rows that one seal holds. */
  List<Member> members(long number) throws SQLException {
    return sql.first(
            "SELECT members FROM security.audit_seal WHERE seal_number = ?",
            row -> Members.decode(row.getBytes(1)),
            number)
        .orElse(List.of());
  }

  /** All late seals. They are few. */
  List<Full> late() throws SQLException {
    return sql.list(COLUMNS + "WHERE kind = 'late' ORDER BY seal_number", SealTable::full);
  }

  private static Full full(ResultSet row) throws SQLException {
    return new Full(seal(row), Members.decode(row.getBytes(10)));
  }

  private static Seal seal(ResultSet row) throws SQLException {
    return new Seal(
        row.getLong(1),
        row.getString(2),
        row.getLong(3),
        row.getLong(4),
        row.getInt(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getLong(9));
  }
}
