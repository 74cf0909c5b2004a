package org.victimfirst.security.internal.web;

import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.AdminPage;

/** A link for those who may follow it: audit. */
@Component
@VictimFirstModule(module = "security")
public class AuditAdminPage implements AdminPage {
  @Override
  public String label() {
    return "Audit";
  }

  @Override
  public String purpose() {
    return "What was read and changed, by whom, and whether the record is whole.";
  }

  @Override
  public String path() {
    return "/admin/audit";
  }

  @Override
  public String permission() {
    return "security:audit";
  }
}
