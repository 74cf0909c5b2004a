package org.victimfirst.area;

import org.victimfirst.rules.BundleRules;

class AreaRulesTest extends BundleRules {
  AreaRulesTest() {
    super(AreaModule.class);
  }
}
