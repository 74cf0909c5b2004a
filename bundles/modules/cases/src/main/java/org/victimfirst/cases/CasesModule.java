package org.victimfirst.cases;

import static org.victimfirst.api.security.Permission.of;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.ModuleDescriptor;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Permission;
import org.victimfirst.api.security.Roles;
import org.victimfirst.cases.domain.CasePermissions;

/** What the cases module says about itself. */
@Component
@VictimFirstModule(module = "cases")
public final class CasesModule implements ModuleDescriptor {
  private static final List<Permission> PERMISSIONS =
      List.of(
          of(
              CasePermissions.READ,
              "Read cases",
              Roles.TRIAGE_WORKER,
              Roles.CASEWORKER,
              Roles.SENIOR_CASEWORKER,
              Roles.RJ_CASEWORKER,
              Roles.SERVICE_MANAGER),
          of(
              CasePermissions.SEARCH,
              "Search for people and cases",
              Roles.TRIAGE_WORKER,
              Roles.CASEWORKER,
              Roles.SENIOR_CASEWORKER,
              Roles.RJ_CASEWORKER,
              Roles.SERVICE_MANAGER),
          of(
              CasePermissions.WRITE,
              "Work on cases: open them, notes, consent, next action, details",
              Roles.TRIAGE_WORKER,
              Roles.CASEWORKER,
              Roles.SENIOR_CASEWORKER,
              Roles.SERVICE_MANAGER),
          of(
              CasePermissions.CONTACT,
              "Record contacts and change safe contact",
              Roles.TRIAGE_WORKER,
              Roles.CASEWORKER,
              Roles.SENIOR_CASEWORKER,
              Roles.RJ_CASEWORKER,
              Roles.SERVICE_MANAGER),
          of(
              CasePermissions.ASSIGN,
              "Assign cases",
              Roles.TRIAGE_WORKER,
              Roles.SENIOR_CASEWORKER,
              Roles.SERVICE_MANAGER),
          of(
              CasePermissions.CLOSE,
              "Close cases",
              Roles.CASEWORKER,
              Roles.SENIOR_CASEWORKER,
              Roles.SERVICE_MANAGER),
          of(
              CasePermissions.REOPEN,
              "Open closed cases again",
              Roles.SENIOR_CASEWORKER,
              Roles.SERVICE_MANAGER));

  @Override
  public String title() {
    return "Cases";
  }

  @Override
  public String purpose() {
    return "People, referrals and cases, with safe contact, from the first call to closing.";
  }

  @Override
  public List<Permission> permissions() {
    return PERMISSIONS;
  }
}
