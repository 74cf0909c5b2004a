package org.victimfirst.needs;

import org.victimfirst.needs.fixture.ModuleLayers;

class NeedsLayersTest extends ModuleLayers {
  NeedsLayersTest() {
    super("org.victimfirst.needs");
  }
}
