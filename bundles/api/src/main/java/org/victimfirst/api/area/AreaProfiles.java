package org.victimfirst.api.area;

import org.osgi.annotation.versioning.ProviderType;

/** Gives the profile of the area that this instance serves. */
@ProviderType
public interface AreaProfiles {
  /**
   * The profile in force.
   *
   * @throws IllegalStateException while no area is installed
   */
  AreaProfile current();
}
