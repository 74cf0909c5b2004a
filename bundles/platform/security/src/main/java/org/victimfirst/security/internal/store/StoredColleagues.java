package org.victimfirst.security.internal.store;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.security.Colleagues;
import org.victimfirst.api.security.Roles;
import org.victimfirst.security.internal.domain.Grants;
import org.victimfirst.security.internal.domain.User;
import org.victimfirst.security.internal.jdbc.Sql;

/** Colleagues, from the rows of users and roles. */
@Component
public class StoredColleagues implements Colleagues {
  private final Database database;

  /** Wired by Declarative Services. */
  @Activate
  public StoredColleagues(@Reference(target = "(victimfirst.module=security)") Database database) {
    this.database = database;
  }

  @Override
  public List<Colleague> with(String permission) {
    // Administrators have none but the platform's own, whatever their other roles say.
    String never = Grants.ofPlatform(permission) ? "" : Roles.ADMINISTRATOR;
    return database.read(
        connection ->
            new Sql(connection)
                .list(
                    """
                    SELECT u.login, u.display_name FROM security.user_account u
                    WHERE u.active = TRUE AND u.kind = ?
                      AND EXISTS (SELECT 1 FROM security.user_role ur
                        JOIN security.role_permission rp ON rp.role_code = ur.role_code
                        WHERE ur.user_id = u.id AND rp.permission_name = ?)
                      AND NOT EXISTS (SELECT 1 FROM security.user_role ur
                        WHERE ur.user_id = u.id AND ur.role_code = ?)
                    ORDER BY u.display_name, u.login""",
                    row -> new Colleague(row.getString(1), row.getString(2)),
                    User.PERSON,
                    permission,
                    never));
  }
}
