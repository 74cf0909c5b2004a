package org.victimfirst.rest;

import org.victimfirst.rules.BundleRules;

class RestRulesTest extends BundleRules {
  RestRulesTest() {
    super(RestPublications.class);
  }
}
