package org.victimfirst.security.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.security.internal.domain.Role;
import org.victimfirst.security.internal.jdbc.Sql;

/** Roles and their permissions, on one connection. */
final class RoleTable {
  private final Sql sql;

  RoleTable(Connection connection) {
    this.sql = new Sql(connection);
  }

  List<String> codes() throws SQLException {
    return sql.list("SELECT code FROM security.security_role", row -> row.getString(1));
  }

  List<Role> all() throws SQLException {
    return sql.list(
        "SELECT code, title, version FROM security.security_role ORDER BY place, code", this::role);
  }

  Optional<Role> find(String code) throws SQLException {
    return sql.first(
        "SELECT code, title, version FROM security.security_role WHERE code = ?", this::role, code);
  }

  void setPermissions(Role before, int version, Set<String> permissions) throws SQLException {
    String code = before.code();
    int changed =
        sql.update(
            """
            UPDATE security.security_role SET version = version + 1
            WHERE code = ? AND version = ?""",
            code,
            version);
    if (changed == 0) {
      throw new StaleVersionException("Role", 0);
    }
    for (String gone : before.permissions()) {
      if (!permissions.contains(gone)) {
        sql.update(
            "DELETE FROM security.role_permission WHERE role_code = ? AND permission_name = ?",
            code,
            gone);
      }
    }
    for (String given : permissions) {
      if (!before.permissions().contains(given)) {
        sql.update(
            "INSERT INTO security.role_permission (role_code, permission_name) VALUES (?, ?)",
            code,
            given);
      }
    }
  }

  private Role role(ResultSet row) throws SQLException {
    String code = row.getString(1);
    Set<String> permissions =
        new HashSet<>(
            sql.list(
                "SELECT permission_name FROM security.role_permission WHERE role_code = ?",
                permission -> permission.getString(1),
                code));
    return new Role(code, row.getString(2), permissions, row.getInt(3));
  }
}
