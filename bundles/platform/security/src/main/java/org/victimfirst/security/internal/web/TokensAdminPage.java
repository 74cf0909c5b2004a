package org.victimfirst.security.internal.web;

import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.AdminPage;

/** A link for those who may follow it: your access tokens. */
@Component
@VictimFirstModule(module = "security")
public class TokensAdminPage implements AdminPage {
  @Override
  public String label() {
    return "Your access tokens";
  }

  @Override
  public String purpose() {
    return "For programs that ask on your behalf.";
  }

  @Override
  public String path() {
    return "/account/tokens";
  }

  @Override
  public String permission() {
    return "security:tokens";
  }
}
