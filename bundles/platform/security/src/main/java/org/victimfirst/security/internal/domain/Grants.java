package org.victimfirst.security.internal.domain;

import java.util.Set;
import java.util.TreeSet;
import org.victimfirst.api.security.Permission;
import org.victimfirst.api.security.Roles;

/**
 * What a role may have. Two roles are bounded, whoever gives them what: administrators have the
 * platform's own permissions, never one that shows a case; analysts have those besides that a
 * module made for them, never one that shows a name. The owner of the data folder is no role.
 */
public final class Grants {
  private static final Set<String> PLATFORM =
      Set.of("area", "modules", "persistence", "platform", "rest", "security", "web");

  private Grants() {}

  /** Codes of the roles that get the permission when it is first seen. */
  public static Set<String> byDefault(String module, Permission permission) {
    Set<String> roles = new TreeSet<>(permission.defaultRoles());
    roles.remove(Roles.OWNER);
    roles.removeIf(role -> !possible(role, module, permission));
    return roles;
  }

  /** Codes of the roles that the module asked for and that do not get it. */
  public static Set<String> refused(String module, Permission permission) {
    Set<String> refused = new TreeSet<>(permission.defaultRoles());
    refused.removeIf(role -> possible(role, module, permission));
    return refused;
  }

  /** Whether a permission is one of the platform's own, behind which there is no case. */
  public static boolean ofPlatform(String permission) {
    return PLATFORM.contains(permission.substring(0, permission.indexOf(':')));
  }

  /** Whether a role may have the permission at all. */
  public static boolean possible(String role, String module, Permission permission) {
    if (PLATFORM.contains(module)) {
      return true;
    }
    return switch (role) {
      case Roles.ADMINISTRATOR -> false;
      case Roles.ANALYST ->
          permission.defaultRoles().contains(Roles.ANALYST)
              && !module.equals("cases")
              && !permission.name().endsWith("names");
      default -> true;
    };
  }
}
