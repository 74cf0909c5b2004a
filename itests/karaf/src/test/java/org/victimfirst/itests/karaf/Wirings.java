package org.victimfirst.itests.karaf;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Who is wired now, by name and id. A refresh gives a bundle another wiring, so equal means that no
 * bundle was refreshed, added or removed.
 */
record Wirings(Map<String, BundleWiring> byBundle) {
  /** The wirings of all bundles but some. */
  static Wirings without(BundleContext context, String... names) {
    return without(context, Set.of(names));
  }

  /** The wirings of all bundles but some. */
  static Wirings without(BundleContext context, Set<String> names) {
    Map<String, BundleWiring> wirings = new TreeMap<>();
    for (Bundle bundle : context.getBundles()) {
      String name = String.valueOf(bundle.getSymbolicName());
      BundleWiring wiring = bundle.adapt(BundleWiring.class);
      if (!names.contains(name) && wiring != null) {
        wirings.put(name + " " + bundle.getBundleId(), wiring);
      }
    }
    return new Wirings(wirings);
  }
}
