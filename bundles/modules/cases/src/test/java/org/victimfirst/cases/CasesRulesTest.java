package org.victimfirst.cases;

import org.victimfirst.rules.ModuleRules;

class CasesRulesTest extends ModuleRules {
  CasesRulesTest() {
    super(CasesModule.class);
  }
}
