package org.victimfirst.modules.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.modules.domain.Change;
import org.victimfirst.modules.domain.ChangeFailedException;
import org.victimfirst.modules.domain.Offer;
import org.victimfirst.modules.karaf.FeatureCatalog;
import org.victimfirst.modules.karaf.FeatureChanges;
import org.victimfirst.modules.store.WantedTable;

/** Makes the installed modules those that were decided upon, after Karaf forgot about them. */
final class Reconciliation {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

  private final FeatureCatalog catalog;
  private final FeatureChanges features;

  Reconciliation(FeatureCatalog catalog, FeatureChanges features) {
    this.catalog = catalog;
    this.features = features;
  }

  /** What could not be brought about, in sentences. */
  List<String> reconcile(Map<String, WantedTable.Wanted> wanted) {
    List<String> problems = new ArrayList<>();
    Map<String, Offer> installed = catalog.installed();
    wanted.forEach(
        (module, decision) -> {
          Offer now = installed.get(module);
          if (decision.installed() && !isAt(now, decision.version())) {
            install(module, decision.version(), problems);
          }
        });
    Set<String> remove = new TreeSet<>();
    wanted.forEach(
        (module, decision) -> {
          if (!decision.installed() && installed.containsKey(module)) {
            remove.add(module);
          }
        });
    remove(remove, problems);
    return problems;
  }

  private static boolean isAt(@org.jspecify.annotations.Nullable Offer now, String version) {
    return now != null && now.version().equals(version);
  }

  private void install(String module, String version, List<String> problems) {
    Optional<Offer> offer = catalog.find(module, version);
    if (offer.isEmpty()) {
      // A newer distribution: its own version of the module stays.
      LOG.info("{} {} is not offered any more; what is installed stays", module, version);
      return;
    }
    attempt(problems, () -> features.install(offer.get()), module);
  }

  private void remove(Set<String> modules, List<String> problems) {
    if (!modules.isEmpty()) {
      String first = modules.iterator().next();
      Change change = new Change(Change.Action.REMOVE, first, "", modules);
      attempt(problems, () -> features.remove(change), String.join(", ", modules));
    }
  }

  private static void attempt(List<String> problems, Runnable work, String what) {
    try {
      work.run();
    } catch (ChangeFailedException e) {
      LOG.error("{} cannot be brought to what was decided", what, e);
      problems.add(what + ": " + e.getMessage());
    }
  }
}
