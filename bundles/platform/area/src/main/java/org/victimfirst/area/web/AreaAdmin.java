package org.victimfirst.area.web;

import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.AdminPage;

/** "Area" among the administration pages. */
@Component
@VictimFirstModule(module = "area")
public final class AreaAdmin implements AdminPage {
  @Override
  public String label() {
    return "Area";
  }

  @Override
  public String purpose() {
    return "Lists with their dates, settings, and gaps that the profile still has.";
  }

  @Override
  public String path() {
    return AreaPages.ROOT;
  }

  @Override
  public String permission() {
    return AreaPages.READ;
  }
}
