package org.victimfirst.intake;

import org.victimfirst.rules.ModuleRules;

class IntakeRulesTest extends ModuleRules {
  IntakeRulesTest() {
    super(IntakeModule.class);
  }
}
