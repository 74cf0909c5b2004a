package org.victimfirst.modules.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How bundles would be wired: for each bundle, the bundles that it would get packages from.
 *
 * @param wiring providers by requirer
 */
public record Resolution(Map<BundleName, Set<BundleName>> wiring) {
  /** The difference that a change would make to a running framework. */
  public record Difference(
      Set<BundleName> install,
      Map<BundleName, BundleName> update,
      Set<BundleName> remove,
      Map<BundleName, BundleName> rewire) {
    /** Whether nothing but these bundles, by symbolic name, would be stopped or wired anew. */
    public boolean within(Set<String> names) {
      return Stream.of(update.keySet(), remove, rewire.keySet())
          .flatMap(Set::stream)
          .allMatch(bundle -> names.contains(bundle.name()));
    }
  }

  /**
   * Compares this resolution with what runs, and with the resolution that nothing was asked of: a
   * bundle that the resolver would wire otherwise in any case is not the change's doing.
   *
   * @param current actual wiring
   * @param baseline resolution without the change
   */
  public Difference difference(Resolution current, Resolution baseline) {
    Set<BundleName> install = new TreeSet<>(wiring.keySet());
    install.removeAll(current.wiring.keySet());
    Set<BundleName> remove = new TreeSet<>(current.wiring.keySet());
    remove.removeAll(wiring.keySet());
    remove.retainAll(baseline.wiring.keySet());
    Map<BundleName, BundleName> update = updates(install, remove);
    install.removeAll(update.values());
    remove.removeAll(update.keySet());
    Map<BundleName, BundleName> rewire = new TreeMap<>();
    current.wiring.forEach(
        (bundle, providers) -> {
          Set<BundleName> added = rewired(bundle, providers);
          added.removeAll(baseline.rewired(bundle, providers));
          added.stream().findFirst().ifPresent(provider -> rewire.put(bundle, provider));
        });
    return new Difference(install, update, remove, rewire);
  }

  /** Providers that a bundle would get here and does not have now. */
  private Set<BundleName> rewired(BundleName bundle, Set<BundleName> now) {
    Set<BundleName> added = new TreeSet<>(wiring.getOrDefault(bundle, Set.of()));
    added.removeAll(now);
    added.remove(bundle);
    return added;
  }

  /** Old to new, where one version of a bundle replaces another. */
  private static Map<BundleName, BundleName> updates(
      Set<BundleName> install, Set<BundleName> remove) {
    Map<String, BundleName> byName = new HashMap<>();
    install.forEach(bundle -> byName.put(bundle.name(), bundle));
    Map<BundleName, BundleName> updates = new TreeMap<>();
    for (BundleName old : remove) {
      BundleName next = byName.get(old.name());
      if (next != null) {
        updates.put(old, next);
      }
    }
    return updates;
  }
}
