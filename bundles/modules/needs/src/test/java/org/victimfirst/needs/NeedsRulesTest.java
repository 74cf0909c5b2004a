package org.victimfirst.needs;

import org.victimfirst.rules.ModuleRules;

class NeedsRulesTest extends ModuleRules {
  NeedsRulesTest() {
    super(NeedsModule.class);
  }
}
