package org.victimfirst.intake.web;

import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.NavItem;
import org.victimfirst.intake.domain.Permissions;

/** The menu item "Referrals". */
@Component(service = NavItem.class)
@VictimFirstModule(module = "intake")
public final class IntakeNav implements NavItem {
  @Override
  public String label() {
    return "Referrals";
  }

  @Override
  public String path() {
    return "/intake";
  }

  @Override
  public String permission() {
    return Permissions.READ;
  }

  @Override
  public int order() {
    return 200;
  }
}
