package org.victimfirst.security.internal.web;

import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.AdminPage;

/** A link for those who may follow it: roles. */
@Component
@VictimFirstModule(module = "security")
public class RolesAdminPage implements AdminPage {
  @Override
  public String label() {
    return "Roles";
  }

  @Override
  public String purpose() {
    return "What each role may do.";
  }

  @Override
  public String path() {
    return "/admin/roles";
  }

  @Override
  public String permission() {
    return "security:users";
  }
}
