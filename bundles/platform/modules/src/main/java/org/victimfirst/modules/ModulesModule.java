package org.victimfirst.modules;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.ModuleDescriptor;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Permission;
import org.victimfirst.api.security.Roles;

/** The module manager's permissions. */
@Component
@VictimFirstModule(module = "modules")
public final class ModulesModule implements ModuleDescriptor {
  /** To see modules, operations and health. */
  public static final String READ = "modules:read";

  /** To install, update and remove modules. */
  public static final String MANAGE = "modules:manage";

  /** To delete the data of a module that was removed. */
  public static final String PURGE = "modules:purge";

  /** To copy all data, people's names included: for the owner of the data folder only. */
  public static final String BACKUP = "modules:backup";

  @Override
  public String title() {
    return "Modules";
  }

  @Override
  public String purpose() {
    return "Installs, updates and removes modules while the platform runs.";
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        Permission.of(
            READ,
            "See modules and health",
            Roles.ADMINISTRATOR,
            Roles.SERVICE_MANAGER,
            Roles.AUDITOR,
            Roles.OWNER),
        Permission.of(
            MANAGE, "Install, update and remove modules", Roles.ADMINISTRATOR, Roles.OWNER),
        Permission.of(
            PURGE, "Delete the data of removed modules", Roles.ADMINISTRATOR, Roles.OWNER),
        Permission.of(BACKUP, "Back up all data", Roles.OWNER));
  }
}
