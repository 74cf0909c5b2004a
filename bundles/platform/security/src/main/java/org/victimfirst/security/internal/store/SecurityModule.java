package org.victimfirst.security.internal.store;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.ModuleDescriptor;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Permission;
import org.victimfirst.api.security.Roles;

/** What the security bundle says about itself. */
@Component
@VictimFirstModule(module = "security")
public class SecurityModule implements ModuleDescriptor {
  private static final List<Permission> PERMISSIONS =
      List.of(
          Permission.of(
              "security:users",
              "Add people, give roles, say what a role may do",
              Roles.ADMINISTRATOR,
              Roles.OWNER),
          Permission.of("security:audit", "Read and check the audit", Roles.AUDITOR, Roles.OWNER),
          Permission.of(
              "security:tokens",
              "Make access tokens for one's own programs",
              Roles.SERVICE_MANAGER,
              Roles.ANALYST,
              Roles.ADMINISTRATOR,
              Roles.OWNER),
          Permission.of(
              "security:account",
              "See one's own account: name, roles and permissions",
              Roles.TRIAGE_WORKER,
              Roles.CASEWORKER,
              Roles.SENIOR_CASEWORKER,
              Roles.RJ_CASEWORKER,
              Roles.ENGAGEMENT_OFFICER,
              Roles.SERVICE_MANAGER,
              Roles.ANALYST,
              Roles.ADMINISTRATOR,
              Roles.AUDITOR,
              Roles.PARTNER_SYSTEM,
              Roles.OWNER));

  @Override
  public String title() {
    return "People and roles";
  }

  @Override
  public String purpose() {
    return "Says who may do what, and keeps the record of what was read and changed.";
  }

  @Override
  public List<Permission> permissions() {
    return PERMISSIONS;
  }
}
