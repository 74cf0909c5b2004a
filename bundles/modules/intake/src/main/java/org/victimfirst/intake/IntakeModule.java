package org.victimfirst.intake;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.ModuleDescriptor;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Permission;
import org.victimfirst.api.security.Roles;
import org.victimfirst.intake.domain.Permissions;

/** What the intake module says about itself. */
@Component(service = ModuleDescriptor.class)
@VictimFirstModule(module = "intake")
public final class IntakeModule implements ModuleDescriptor {
  private static final List<Permission> PERMISSIONS =
      List.of(
          Permission.of(
              Permissions.READ,
              "See imports and their problems",
              Roles.TRIAGE_WORKER,
              Roles.SENIOR_CASEWORKER,
              Roles.SERVICE_MANAGER,
              Roles.OWNER),
          Permission.of(
              Permissions.IMPORT,
              "Import files",
              Roles.TRIAGE_WORKER,
              Roles.SENIOR_CASEWORKER,
              Roles.SERVICE_MANAGER,
              Roles.OWNER));

  @Override
  public String title() {
    return "Intake";
  }

  @Override
  public String purpose() {
    return "Takes in the files of the old system, checks every row and names what is wrong.";
  }

  @Override
  public List<Permission> permissions() {
    return PERMISSIONS;
  }
}
