package org.victimfirst.reporting.web;

import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.NavItem;
import org.victimfirst.reporting.domain.ReportPermissions;

/** "Reports" in the menu. */
@Component
@VictimFirstModule(module = "reporting")
public final class ReportsNav implements NavItem {
  @Override
  public String label() {
    return "Reports";
  }

  @Override
  public String path() {
    return ReportPages.ROOT;
  }

  @Override
  public String permission() {
    return ReportPermissions.READ;
  }

  @Override
  public int order() {
    return 400;
  }
}
