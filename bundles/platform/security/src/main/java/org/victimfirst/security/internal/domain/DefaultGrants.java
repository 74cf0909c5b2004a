package org.victimfirst.security.internal.domain;

import java.util.Set;
import java.util.TreeSet;
import org.victimfirst.api.security.Permission;
import org.victimfirst.api.security.Roles;

/**
 * The roles that get a permission when it is first seen. What a module asks for is followed but for
 * three rules that no module may break: administrators get nothing by default but the platform's
 * own permissions, analysts none that shows cases or names, and the owner of the data folder is no
 * role.
 */
public final class DefaultGrants {
  private static final Set<String> PLATFORM =
      Set.of("area", "modules", "persistence", "platform", "rest", "security", "web");

  private DefaultGrants() {}

  /** Codes of the roles that get the permission. */
  public static Set<String> of(String module, Permission permission) {
    Set<String> roles = new TreeSet<>(permission.defaultRoles());
    roles.remove(Roles.OWNER);
    roles.removeAll(refused(module, permission));
    return roles;
  }

  /** Codes of the roles that the module asked for and that do not get it. */
  public static Set<String> refused(String module, Permission permission) {
    Set<String> refused = new TreeSet<>();
    if (!PLATFORM.contains(module)) {
      refused.add(Roles.ADMINISTRATOR);
    }
    if (module.equals("cases") || permission.name().endsWith("names")) {
      refused.add(Roles.ANALYST);
    }
    refused.retainAll(permission.defaultRoles());
    return refused;
  }
}
