package org.victimfirst.web;

import org.victimfirst.rules.BundleRules;

class ConsoleRulesTest extends BundleRules {
  ConsoleRulesTest() {
    super(Console.class);
  }
}
