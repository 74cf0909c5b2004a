package org.victimfirst.reporting;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.ModuleDescriptor;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Permission;
import org.victimfirst.api.security.Roles;
import org.victimfirst.reporting.domain.ReportPermissions;

/** What the reporting module contributes: its permissions. */
@Component
@VictimFirstModule(module = "reporting")
public final class ReportingModule implements ModuleDescriptor {
  @Override
  public String title() {
    return "Reports";
  }

  @Override
  public String purpose() {
    return "Works out the quarter's figures from the sections of all installed modules.";
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        Permission.of(
            ReportPermissions.READ,
            "Read reports",
            Roles.SERVICE_MANAGER,
            Roles.SENIOR_CASEWORKER,
            Roles.ANALYST,
            Roles.OWNER),
        Permission.of(
            ReportPermissions.SMALL_COUNTS,
            "See counts under 5 in reports",
            Roles.SERVICE_MANAGER,
            Roles.SENIOR_CASEWORKER,
            Roles.OWNER),
        Permission.of(
            ReportPermissions.CASES,
            "See the cases behind a figure",
            Roles.SERVICE_MANAGER,
            Roles.SENIOR_CASEWORKER));
  }
}
