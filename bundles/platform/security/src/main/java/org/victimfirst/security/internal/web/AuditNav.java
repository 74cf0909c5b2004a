package org.victimfirst.security.internal.web;

import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.NavItem;

/** Leads to the audit. */
@Component
@VictimFirstModule(module = "security")
public class AuditNav implements NavItem {
  @Override
  public String label() {
    return "Audit";
  }

  @Override
  public String path() {
    return "/admin/audit";
  }

  @Override
  public String permission() {
    return "security:audit";
  }

  @Override
  public int order() {
    return 930;
  }
}
