package org.victimfirst.security;

import org.victimfirst.rules.BundleRules;

class SecurityRulesTest extends BundleRules {
  SecurityRulesTest() {
    super(Sessions.class);
  }
}
