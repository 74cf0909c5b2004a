package org.victimfirst.modules.karaf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.victimfirst.modules.domain.BundleName;
import org.victimfirst.modules.domain.Resolution;

/** The bundles of the running framework, and who is wired to whom. */
final class RunningBundles {
  private final BundleContext context;

  RunningBundles(BundleContext context) {
    this.context = context;
  }

  static BundleName nameOf(Bundle bundle) {
    return new BundleName(String.valueOf(bundle.getSymbolicName()), bundle.getVersion().toString());
  }

  /** The actual wiring. */
  Resolution wiring() {
    Map<BundleName, Set<BundleName>> wiring = new HashMap<>();
    for (Bundle bundle : context.getBundles()) {
      Set<BundleName> providers = new TreeSet<>();
      BundleWiring own = bundle.adapt(BundleWiring.class);
      List<BundleWire> wires = own == null ? List.of() : own.getRequiredWires(null);
      for (BundleWire wire : wires == null ? List.<BundleWire>of() : wires) {
        providers.add(nameOf(wire.getProvider().getBundle()));
      }
      wiring.put(nameOf(bundle), providers);
    }
    return new Resolution(wiring);
  }

  /** Bundles that are wired to these, directly or by others; without these themselves. */
  Set<BundleName> wiredTo(Collection<BundleName> names) {
    List<Bundle> bundles = new ArrayList<>();
    Arrays.stream(context.getBundles())
        .filter(bundle -> names.contains(nameOf(bundle)))
        .forEach(bundles::add);
    Bundle system = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
    FrameworkWiring framework = system == null ? null : system.adapt(FrameworkWiring.class);
    Set<BundleName> closure = new TreeSet<>();
    if (framework != null && !bundles.isEmpty()) {
      framework.getDependencyClosure(bundles).forEach(bundle -> closure.add(nameOf(bundle)));
    }
    closure.removeAll(names);
    return closure;
  }

  /** The bundles of these symbolic names. */
  List<Bundle> named(Set<String> names) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> names.contains(String.valueOf(bundle.getSymbolicName())))
        .toList();
  }
}
