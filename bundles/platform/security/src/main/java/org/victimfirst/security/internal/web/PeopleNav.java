package org.victimfirst.security.internal.web;

import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.NavItem;

/** Leads to people and roles. */
@Component
@VictimFirstModule(module = "security")
public class PeopleNav implements NavItem {
  @Override
  public String label() {
    return "People and roles";
  }

  @Override
  public String path() {
    return "/admin/people";
  }

  @Override
  public String permission() {
    return "security:users";
  }

  @Override
  public int order() {
    return 910;
  }
}
