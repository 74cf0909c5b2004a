package org.victimfirst.modules.domain;

import java.util.Set;

/**
 * A module, or an area, that can be installed: one version of one feature.
 *
 * @param name such as {@code needs}, or {@code area-leicestershire}
 * @param kind {@code module} or {@code area}
 * @param version of the feature
 * @param purpose what it is for, one sentence
 * @param needs names of the modules that it cannot do without
 */
public record Offer(String name, String kind, String version, String purpose, Set<String> needs) {
  /** Kind of what does something. */
  public static final String MODULE = "module";

  /** Kind of what is data about a place. */
  public static final String AREA = "area";

  /** Copies the names. */
  public Offer {
    needs = Set.copyOf(needs);
  }
}
