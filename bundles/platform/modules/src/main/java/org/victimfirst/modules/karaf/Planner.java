package org.victimfirst.modules.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.modules.domain.BundleName;
import org.victimfirst.modules.domain.Change;
import org.victimfirst.modules.domain.ChangeFailedException;
import org.victimfirst.modules.domain.Offer;
import org.victimfirst.modules.domain.Plan;
import org.victimfirst.modules.domain.Resolution;

/**
 * Finds out what a change would do, and does nothing. Karaf's own resolver is asked twice, with the
 * change and without; both answers are compared with what runs. (Karaf's simulation by itself
 * prints words for people, and no refreshes at all while automatic ones are off, as they are here.)
 */
@Component(service = Planner.class)
public final class Planner {
  private static final Logger LOG = LoggerFactory.getLogger(Planner.class);

  private final FeaturesService features;
  private final FeatureCatalog catalog;
  private final RunningBundles bundles;

  /** Plans for this framework. */
  @Activate
  public Planner(
      BundleContext context,
      @Reference FeaturesService features,
      @Reference FeatureCatalog catalog) {
    this.features = features;
    this.catalog = catalog;
    this.bundles = new RunningBundles(context);
  }

  /** What the change would do, and why it will not be done if that is so. */
  public Plan plan(Change change) {
    List<String> refusals = new ArrayList<>();
    Offer offer = Targets.of(catalog, change, refusals);
    if (offer == null || !refusals.isEmpty()) {
      return empty(change, refusals);
    }
    Resolution wanted;
    try {
      wanted = resolve(() -> simulate(change, offer));
    } catch (ChangeFailedException e) {
      refusals.add(String.valueOf(e.getMessage()));
      return empty(change, refusals);
    }
    return plan(change, offer, difference(wanted), refusals);
  }

  /**
   * What the change would make different. The resolver is asked again, without the change, only
   * when its first answer touches the platform: bundles that it would wire otherwise in any case,
   * or does not know, are not the change's doing.
   */
  private Resolution.Difference difference(Resolution wanted) {
    Resolution current = bundles.wiring();
    Set<String> ofModules = catalog.moduleBundleNames();
    Resolution.Difference first = wanted.difference(current, current);
    if (first.within(ofModules)) {
      return first;
    }
    LOG.debug("The platform seems to be touched; asking without the change");
    return wanted.difference(current, resolve(() -> install(Set.of())));
  }

  private Plan plan(
      Change change, Offer offer, Resolution.Difference difference, List<String> refusals) {
    Set<BundleName> touched = new TreeSet<>(difference.update().keySet());
    touched.addAll(difference.remove());
    Set<BundleName> refresh = new TreeSet<>(bundles.wiredTo(touched));
    refresh.addAll(difference.rewire().keySet());
    refresh.addAll(bundles.wiredTo(difference.rewire().keySet()));
    refresh.removeAll(touched);
    Set<String> ofModules = catalog.moduleBundleNames();
    refuse(refusals, "stop", touched, ofModules);
    refuse(refusals, "refresh", refresh, ofModules);
    BundleContents contents = contents(change, offer);
    return new Plan(
        change,
        change.action() == Change.Action.REMOVE ? "" : offer.version(),
        List.copyOf(difference.install()),
        List.copyOf(difference.update().values()),
        stopped(touched, refresh),
        List.copyOf(difference.remove()),
        List.copyOf(refresh),
        contents == null ? List.of() : contents.adds(),
        contents == null ? "Its data stay." : contents.schemaWords(),
        refusals);
  }

  private static List<BundleName> stopped(Set<BundleName> touched, Set<BundleName> refresh) {
    Set<BundleName> stopped = new TreeSet<>(touched);
    stopped.addAll(refresh);
    return List.copyOf(stopped);
  }

  private static void refuse(
      List<String> refusals, String verb, Collection<BundleName> touched, Set<String> ofModules) {
    for (BundleName bundle : touched) {
      if (!ofModules.contains(bundle.name())) {
        refusals.add("It would " + verb + " a bundle of the platform: " + bundle + ".");
      }
    }
  }

  private @org.jspecify.annotations.Nullable BundleContents contents(Change change, Offer offer) {
    if (change.action() == Change.Action.REMOVE) {
      return null;
    }
    try {
      return BundleContents.of(catalog.bundleAddresses(offer));
    } catch (IOException e) {
      LOG.warn("The bundles of {} {} cannot be read", offer.name(), offer.version(), e);
      return null;
    }
  }

  private Void simulate(Change change, Offer offer) throws Exception {
    EnumSet<FeaturesService.Option> options =
        EnumSet.of(FeaturesService.Option.Simulate, FeaturesService.Option.NoAutoRefreshBundles);
    if (change.action() == Change.Action.REMOVE) {
      features.uninstallFeatures(Targets.removed(catalog, change), options);
    } else {
      options.add(FeaturesService.Option.Upgrade);
      features.installFeatures(Set.of(FeatureCatalog.featureId(offer)), options);
    }
    return null;
  }

  private Void install(Set<String> none) throws Exception {
    features.installFeatures(
        none,
        EnumSet.of(FeaturesService.Option.Simulate, FeaturesService.Option.NoAutoRefreshBundles));
    return null;
  }

  private Resolution resolve(Callable<Void> simulation) {
    Path file = null;
    try {
      file = Files.createTempFile("resolution", ".json");
      features.setResolutionOutputFile(file.toString());
      simulation.call();
      return ResolutionFile.read(file);
    } catch (Exception e) {
      throw new ChangeFailedException(Reasons.of(e), e);
    } finally {
      features.setResolutionOutputFile(null);
      delete(file);
    }
  }

  private static void delete(@org.jspecify.annotations.Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("A temporary file stays: {}", file, e);
    }
  }

  private static Plan empty(Change change, List<String> refusals) {
    return new Plan(
        change,
        change.version(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "",
        refusals);
  }
}
