package org.victimfirst.persistence;

import org.victimfirst.rules.BundleRules;

class PersistenceRulesTest extends BundleRules {
  PersistenceRulesTest() {
    super(Schemas.class);
  }
}
