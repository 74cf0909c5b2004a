package org.victimfirst.web;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.ModuleDescriptor;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Permission;

/** What the console's shell says about itself. */
@Component
@VictimFirstModule(module = "web")
public final class ConsoleModule implements ModuleDescriptor {
  @Override
  public String title() {
    return "Console";
  }

  @Override
  public String purpose() {
    return "Sign in, menu, case page and all that the pages of modules stand in.";
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        Permission.of(
            ConsolePermissions.PAGES,
            "See which addresses the console has, and what each needs",
            "administrator",
            "auditor"));
  }
}
