package org.victimfirst.modules;

import org.victimfirst.rules.BundleRules;

class ModulesRulesTest extends BundleRules {
  ModulesRulesTest() {
    super(ModulesModule.class);
  }
}
