package org.victimfirst.modules.web;

import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.NavItem;
import org.victimfirst.modules.ModulesModule;

/** Modules in the main menu. */
@Component
@VictimFirstModule(module = "modules")
public final class ModulesNav implements NavItem {
  static final String PATH = "/admin/modules";

  @Override
  public String label() {
    return "Modules";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String permission() {
    return ModulesModule.READ;
  }

  @Override
  public int order() {
    return 900;
  }
}
