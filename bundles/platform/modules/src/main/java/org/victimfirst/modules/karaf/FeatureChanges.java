package org.victimfirst.modules.karaf;

import java.net.URI;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.features.FeaturesService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.modules.domain.Change;
import org.victimfirst.modules.domain.ChangeFailedException;
import org.victimfirst.modules.domain.Offer;

/** Changes the set of features, never with a refresh of anything else, and puts it back. */
@Component(service = FeatureChanges.class)
public final class FeatureChanges {
  private final FeaturesService features;
  private final FeatureCatalog catalog;

  /** Changes the features of this Karaf. */
  @Activate
  public FeatureChanges(@Reference FeaturesService features, @Reference FeatureCatalog catalog) {
    this.features = features;
    this.catalog = catalog;
  }

  /** What is asked of Karaf now, to come back to. */
  public Map<String, Set<String>> snapshot() {
    return features.listRequirements();
  }

  /** Installs an offer, in place of another version if there is one. */
  public void install(Offer offer) {
    EnumSet<FeaturesService.Option> options = options();
    options.add(FeaturesService.Option.Upgrade);
    perform(() -> features.installFeatures(Set.of(FeatureCatalog.featureId(offer)), options));
  }

  /** Takes away the modules of a removal. */
  public void remove(Change change) {
    Set<String> ids = Targets.removed(catalog, change);
    perform(() -> features.uninstallFeatures(ids, options()));
  }

  /** Goes back to a snapshot. */
  public void restore(Map<String, Set<String>> snapshot) {
    Set<String> before = root(snapshot);
    Set<String> now = root(features.listRequirements());
    Set<String> added = new HashSet<>(now);
    added.removeAll(before);
    Set<String> removed = new HashSet<>(before);
    removed.removeAll(now);
    if (!added.isEmpty()) {
      perform(
          () -> features.removeRequirements(Map.of(FeaturesService.ROOT_REGION, added), options()));
    }
    if (!removed.isEmpty()) {
      perform(
          () -> features.addRequirements(Map.of(FeaturesService.ROOT_REGION, removed), options()));
    }
  }

  /** Makes a repository of features known. */
  public void addRepository(URI repository) {
    perform(() -> features.addRepository(repository));
  }

  /** Forgets a repository of features. */
  public void removeRepository(URI repository) {
    perform(() -> features.removeRepository(repository));
  }

  private static Set<String> root(Map<String, Set<String>> requirements) {
    return requirements.getOrDefault(FeaturesService.ROOT_REGION, Set.of());
  }

  private static EnumSet<FeaturesService.Option> options() {
    return EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void perform(Work work) {
    try {
      work.run();
    } catch (Exception e) {
      throw new ChangeFailedException(Reasons.of(e), e);
    }
  }
}
