package org.victimfirst.security.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.security.internal.domain.User;
import org.victimfirst.security.internal.jdbc.Sql;

/** Users and their roles, on one connection. */
final class UserTable {
  private static final String COLUMNS =
      """
      SELECT id, login, display_name, kind, must_change_password, active, created_at,
        last_sign_in_at, version
      FROM security.user_account
      """;
  private static final String MATCHING =
      "WHERE login " + Sql.LIKE + " OR LOWER(display_name) " + Sql.LIKE;

  private final Sql sql;

  UserTable(Connection connection) {
    this.sql = new Sql(connection);
  }

  /**
   * What is needed to try a password.
   *
   * @param passwordHash null for a system
   */
  record Credentials(
      long id,
      String login,
      String displayName,
      boolean active,
      boolean mustChangePassword,
      @Nullable String passwordHash) {}

  Optional<Credentials> credentials(String login) throws SQLException {
    return sql.first(
        """
        SELECT id, login, display_name, active, must_change_password, password_hash
        FROM security.user_account WHERE login = ?""",
        row ->
            new Credentials(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getString(6)),
        login);
  }

  Optional<User> find(long id) throws SQLException {
    return sql.first(COLUMNS + "WHERE id = ?", this::user, id);
  }

  Optional<User> findByLogin(String login) throws SQLException {
    return sql.first(COLUMNS + "WHERE login = ?", this::user, login);
  }

  Paged<User> list(String search, int page, int size) throws SQLException {
    String pattern = "%" + Sql.literal(search.strip().toLowerCase(Locale.ROOT)) + "%";
    long total =
        sql.number("SELECT COUNT(*) FROM security.user_account " + MATCHING, pattern, pattern);
    List<User> users =
        sql.list(
            COLUMNS
                + MATCHING
                + " ORDER BY LOWER(display_name), id OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
            this::user,
            pattern,
            pattern,
            Paged.offset(page, size),
            size);
    return new Paged<>(users, page, size, total);
  }

  long count() throws SQLException {
    return sql.number("SELECT COUNT(*) FROM security.user_account");
  }

  /** Active people who have a permission by one of their roles. */
  long activePeopleWith(String permission) throws SQLException {
    return sql.number(
        """
        SELECT COUNT(DISTINCT u.id) FROM security.user_account u
        JOIN security.user_role ur ON ur.user_id = u.id
        JOIN security.role_permission rp ON rp.role_code = ur.role_code
        WHERE u.kind = 'person' AND u.active = TRUE AND rp.permission_name = ?""",
        permission);
  }

  void insert(
      long id,
      String login,
      String displayName,
      String kind,
      @Nullable String passwordHash,
      boolean active,
      LocalDateTime now)
      throws SQLException {
    sql.update(
        """
        INSERT INTO security.user_account (id, login, display_name, kind, password_hash,
          must_change_password, active, created_at, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)""",
        id,
        login,
        displayName,
        kind,
        passwordHash,
        kind.equals(User.PERSON),
        active,
        now);
  }

  void update(long id, int version, String displayName, boolean active) throws SQLException {
    int changed =
        sql.update(
            """
            UPDATE security.user_account SET display_name = ?, active = ?, version = version + 1
            WHERE id = ? AND version = ?""",
            displayName,
            active,
            id,
            version);
    if (changed == 0) {
      throw new StaleVersionException("User", id);
    }
  }

  void setRoles(long id, Collection<String> roles) throws SQLException {
    sql.update("DELETE FROM security.user_role WHERE user_id = ?", id);
    for (String role : roles) {
      sql.update("INSERT INTO security.user_role (user_id, role_code) VALUES (?, ?)", id, role);
    }
  }

  void setPassword(long id, String passwordHash, boolean mustChange, LocalDateTime now)
      throws SQLException {
    sql.update(
        """
        UPDATE security.user_account
        SET password_hash = ?, must_change_password = ?, password_changed_at = ?,
          version = version + 1
        WHERE id = ?""",
        passwordHash,
        mustChange,
        now,
        id);
  }

  /** The same password, stored with today's parameters. */
  void strengthen(long id, String passwordHash) throws SQLException {
    sql.update("UPDATE security.user_account SET password_hash = ? WHERE id = ?", passwordHash, id);
  }

  void signedIn(long id, LocalDateTime now) throws SQLException {
    sql.update("UPDATE security.user_account SET last_sign_in_at = ? WHERE id = ?", now, id);
  }

  private User user(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    return new User(
        id,
        row.getString("login"),
        row.getString("display_name"),
        row.getString("kind"),
        row.getBoolean("must_change_password"),
        row.getBoolean("active"),
        roles(id),
        Sql.timeThere(row, "created_at"),
        Sql.time(row, "last_sign_in_at"),
        row.getInt("version"));
  }

  private List<String> roles(long id) throws SQLException {
    return sql.list(
        """
        SELECT r.code FROM security.user_role ur
        JOIN security.security_role r ON r.code = ur.role_code
        WHERE ur.user_id = ? ORDER BY r.place, r.code""",
        row -> row.getString(1),
        id);
  }
}
