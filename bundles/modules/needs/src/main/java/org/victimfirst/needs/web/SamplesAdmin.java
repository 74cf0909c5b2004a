package org.victimfirst.needs.web;

import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.AdminPage;
import org.victimfirst.needs.NeedsModule;

/** The link to samples. */
@Component
@VictimFirstModule(module = NeedsModule.NAME)
public final class SamplesAdmin implements AdminPage {
  @Override
  public String label() {
    return "Samples of needs";
  }

  @Override
  public String purpose() {
    return "See what changed in the needs of closed cases: of a random sample, or of all of a period.";
  }

  @Override
  public String path() {
    return Paths.SAMPLES;
  }

  @Override
  public String permission() {
    return NeedsModule.SAMPLE;
  }
}
