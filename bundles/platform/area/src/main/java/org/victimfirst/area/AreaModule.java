package org.victimfirst.area;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.ModuleDescriptor;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Permission;
import org.victimfirst.api.security.Roles;

/** What the area bundle contributes: one permission. */
@Component
@VictimFirstModule(module = "area")
public final class AreaModule implements ModuleDescriptor {
  @Override
  public String title() {
    return "Area";
  }

  @Override
  public String purpose() {
    return "Holds the area's lists, places, bands and calendar as data.";
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        Permission.of(
            "area:read",
            "See the area's lists and settings",
            Roles.TRIAGE_WORKER,
            Roles.CASEWORKER,
            Roles.SENIOR_CASEWORKER,
            Roles.RJ_CASEWORKER,
            Roles.ENGAGEMENT_OFFICER,
            Roles.SERVICE_MANAGER,
            Roles.ANALYST,
            Roles.ADMINISTRATOR,
            Roles.AUDITOR,
            Roles.PARTNER_SYSTEM));
  }
}
