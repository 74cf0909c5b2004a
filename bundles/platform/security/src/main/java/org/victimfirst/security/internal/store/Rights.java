package org.victimfirst.security.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Roles;
import org.victimfirst.security.internal.domain.Grants;
import org.victimfirst.security.internal.jdbc.Sql;

/**
 * What a user may do now.
 *
 * @param roles role codes
 * @param permissions names of permissions of all roles, of installed modules only
 */
record Rights(Set<String> roles, Set<String> permissions) {
  /** Reads them, in one statement. */
  static Rights of(Connection connection, long userId, Set<String> installed) throws SQLException {
    Set<String> roles = new HashSet<>();
    Set<String> permissions = new HashSet<>();
    new Sql(connection)
        .list(
            """
            SELECT ur.role_code, rp.permission_name
            FROM security.user_role ur
            LEFT JOIN security.role_permission rp ON rp.role_code = ur.role_code
            WHERE ur.user_id = ?""",
            row -> {
              roles.add(row.getString(1));
              String permission = row.getString(2);
              return permission != null
                  && installed.contains(permission)
                  && permissions.add(permission);
            },
            userId);
    if (roles.contains(Roles.ADMINISTRATOR)) {
      // Whatever else they are: whoever gives rights sees no case.
      permissions.removeIf(permission -> !Grants.ofPlatform(permission));
    }
    return new Rights(roles, permissions);
  }

  /** The actor that a signed-in person is. */
  Actor person(long id, String login, String displayName) {
    return new Actor(id, login, displayName, Actor.Kind.PERSON, roles, permissions);
  }
}
