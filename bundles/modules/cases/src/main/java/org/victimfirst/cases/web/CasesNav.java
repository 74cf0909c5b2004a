package org.victimfirst.cases.web;

import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.NavItem;
import org.victimfirst.cases.domain.CasePermissions;

/** The menu item of cases. */
@Component
@VictimFirstModule(module = "cases")
public final class CasesNav implements NavItem {
  @Override
  public String label() {
    return "Cases";
  }

  @Override
  public String path() {
    return Paths.LIST;
  }

  @Override
  public String permission() {
    return CasePermissions.READ;
  }

  @Override
  public int order() {
    return 10;
  }
}
