package org.victimfirst.modules.karaf;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.victimfirst.modules.domain.Change;
import org.victimfirst.modules.domain.Offer;

/** Finds what a change is about, and what forbids it before any resolver is asked. */
final class Targets {
  private Targets() {}

  /** The offer that the change is about; null with a refusal when there is none. */
  static @Nullable Offer of(FeatureCatalog catalog, Change change, List<String> refusals) {
    Map<String, Offer> installed = catalog.installed();
    Offer now = installed.get(change.module());
    return switch (change.action()) {
      case INSTALL -> {
        if (now != null) {
          refusals.add(change.module() + " is installed already, version " + now.version() + ".");
        }
        yield wanted(catalog, change, refusals);
      }
      case UPDATE -> {
        Offer next = wanted(catalog, change, refusals);
        if (now == null) {
          refusals.add(change.module() + " is not installed.");
        } else if (next != null && next.version().equals(now.version())) {
          refusals.add(change.module() + " is at version " + now.version() + " already.");
        }
        yield next;
      }
      case REMOVE -> {
        if (now == null) {
          refusals.add(change.module() + " is not installed.");
        }
        checkDependents(catalog, change, refusals);
        checkAreas(installed, change, refusals);
        yield now;
      }
      case PURGE -> {
        refusals.add("Deleting data changes no bundle.");
        yield null;
      }
    };
  }

  private static @Nullable Offer wanted(
      FeatureCatalog catalog, Change change, List<String> refusals) {
    Optional<Offer> offer = catalog.find(change.module(), change.version());
    if (offer.isEmpty()) {
      String which = change.version().isEmpty() ? "" : " " + change.version();
      refusals.add("There is no module " + change.module() + which + " here.");
    }
    return offer.orElse(null);
  }

  private static void checkDependents(
      FeatureCatalog catalog, Change change, List<String> refusals) {
    Set<String> gone = new HashSet<>(change.with());
    gone.add(change.module());
    Set<String> left = new TreeSet<>();
    gone.forEach(name -> left.addAll(catalog.dependents(name)));
    left.removeAll(gone);
    for (String name : left) {
      refusals.add(name + " needs " + change.module() + ": remove both, or " + name + " first.");
    }
  }

  private static void checkAreas(
      Map<String, Offer> installed, Change change, List<String> refusals) {
    boolean areaGoes = false;
    boolean areaStays = false;
    for (Offer offer : installed.values()) {
      if (offer.kind().equals(Offer.AREA)) {
        boolean goes = offer.name().equals(change.module()) || change.with().contains(offer.name());
        areaGoes |= goes;
        areaStays |= !goes;
      }
    }
    if (areaGoes && !areaStays) {
      refusals.add("It is the only area, and nothing works without one. Install another first.");
    }
  }

  /** Ids of the features that a removal takes away. */
  static Set<String> removed(FeatureCatalog catalog, Change change) {
    Set<String> ids = new TreeSet<>();
    catalog
        .installed()
        .forEach(
            (name, offer) -> {
              if (name.equals(change.module()) || change.with().contains(name)) {
                ids.add(FeatureCatalog.featureId(offer));
              }
            });
    return ids;
  }
}
