package org.victimfirst.security.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.victimfirst.security.internal.domain.ApiToken;
import org.victimfirst.security.internal.jdbc.Sql;

/** API tokens, on one connection. */
final class TokenTable {
  private static final String COLUMNS =
      """
      SELECT t.id, t.name, t.owner_id, u.login, u.display_name, t.created_at, t.expires_at,
        t.last_used_at, t.revoked_at
      FROM security.api_token t JOIN security.user_account u ON u.id = t.owner_id
      """;

  private final Sql sql;

  TokenTable(Connection connection) {
    this.sql = new Sql(connection);
  }

  /** The token of a secret, if its owner's account is open. */
  Optional<ApiToken> bySecret(String secretHash) throws SQLException {
    return sql.first(
        COLUMNS + "WHERE t.secret_hash = ? AND u.active = TRUE", this::token, secretHash);
  }

  Optional<ApiToken> find(long id) throws SQLException {
    return sql.first(COLUMNS + "WHERE t.id = ?", this::token, id);
  }

  List<ApiToken> of(long ownerId) throws SQLException {
    return sql.list(COLUMNS + "WHERE t.owner_id = ? ORDER BY t.id DESC", this::token, ownerId);
  }

  List<ApiToken> all() throws SQLException {
    return sql.list(COLUMNS + "ORDER BY t.id DESC", this::token);
  }

  void insert(ApiToken token, String secretHash, long createdBy) throws SQLException {
    sql.update(
        """
        INSERT INTO security.api_token (id, secret_hash, name, owner_id, created_by, created_at,
          expires_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)""",
        token.id(),
        secretHash,
        token.name(),
        token.ownerId(),
        createdBy,
        token.createdAt(),
        token.expiresAt());
    for (String scope : token.scopes()) {
      sql.update(
          "INSERT INTO security.api_token_scope (token_id, permission_name) VALUES (?, ?)",
          token.id(),
          scope);
    }
  }

  void used(long id, LocalDateTime now) throws SQLException {
    sql.update("UPDATE security.api_token SET last_used_at = ? WHERE id = ?", now, id);
  }

  int revoke(long id, LocalDateTime now) throws SQLException {
    return sql.update(
        "UPDATE security.api_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
        now,
        id);
  }

  private ApiToken token(ResultSet row) throws SQLException {
    long id = row.getLong(1);
    Set<String> scopes =
        new HashSet<>(
            sql.list(
                "SELECT permission_name FROM security.api_token_scope WHERE token_id = ?",
                scope -> scope.getString(1),
                id));
    return new ApiToken(
        id,
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        scopes,
        Sql.timeThere(row, "created_at"),
        Sql.timeThere(row, "expires_at"),
        Sql.time(row, "last_used_at"),
        Sql.time(row, "revoked_at"));
  }
}
