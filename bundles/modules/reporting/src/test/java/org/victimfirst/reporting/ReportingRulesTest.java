package org.victimfirst.reporting;

import org.victimfirst.rules.ModuleRules;

class ReportingRulesTest extends ModuleRules {
  ReportingRulesTest() {
    super(ReportingModule.class);
  }
}
