package org.victimfirst.modules.karaf;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.modules.domain.ChangeFailedException;
import org.victimfirst.modules.domain.Offer;
import org.victimfirst.modules.domain.Versions;

/**
 * The modules and areas among Karaf's features: those with a capability {@code victimfirst.module}
 * or {@code victimfirst.area} and a name that begins with {@code victimfirst-}.
 */
@Component(service = FeatureCatalog.class)
public final class FeatureCatalog {
  private static final String PREFIX = "victimfirst-";
  private static final Pattern ARTIFACT = Pattern.compile("mvn:(?:.*!)?[^/]+/([^/]+)/.*");

  private final FeaturesService features;

  /** Asks Karaf. */
  @Activate
  public FeatureCatalog(@Reference FeaturesService features) {
    this.features = features;
  }

  /** Everything that could be installed, by name, versions oldest first. */
  public Map<String, List<Offer>> offers() {
    Map<String, Map<String, Offer>> offers = new TreeMap<>();
    for (Feature feature : all()) {
      // The same version can be in the distribution and in a file: it is one offer.
      offer(feature)
          .ifPresent(
              offer ->
                  offers
                      .computeIfAbsent(offer.name(), name -> new TreeMap<>(Versions.ORDER))
                      .putIfAbsent(offer.version(), offer));
    }
    Map<String, List<Offer>> sorted = new TreeMap<>();
    offers.forEach((name, versions) -> sorted.put(name, List.copyOf(versions.values())));
    return sorted;
  }

  /** What is installed, by name. */
  public Map<String, Offer> installed() {
    Map<String, Offer> installed = new TreeMap<>();
    for (Feature feature : all()) {
      if (features.isInstalled(feature)) {
        offer(feature)
            .ifPresent(
                offer ->
                    installed.merge(
                        offer.name(),
                        offer,
                        (a, b) -> Versions.ORDER.compare(a.version(), b.version()) < 0 ? b : a));
      }
    }
    return installed;
  }

  /** An offer by name and version; the newest one for an empty version. */
  public Optional<Offer> find(String name, String version) {
    return offers().getOrDefault(name, List.of()).stream()
        .filter(offer -> version.isEmpty() || offer.version().equals(version))
        .reduce((older, newer) -> newer);
  }

  /** Names of installed modules that cannot do without one, in no order. */
  public Set<String> dependents(String name) {
    Set<String> dependents = new HashSet<>();
    installed()
        .values()
        .forEach(
            offer -> {
              if (offer.needs().contains(name)) {
                dependents.add(offer.name());
              }
            });
    return dependents;
  }

  /** The id by which Karaf knows an offer. */
  static String featureId(Offer offer) {
    return PREFIX + offer.name() + "/" + offer.version();
  }

  /** Addresses of the bundles of an offer's own feature. */
  public List<String> bundleAddresses(Offer offer) {
    return Arrays.stream(all())
        .filter(feature -> feature.getName().equals(PREFIX + offer.name()))
        .filter(feature -> feature.getVersion().equals(offer.version()))
        .flatMap(feature -> feature.getBundles().stream())
        .map(BundleInfo::getLocation)
        .distinct()
        .toList();
  }

  /** Symbolic names of the bundles of an offer: our bundles are named like their artifacts. */
  public Set<String> bundleNames(Offer offer) {
    return names(bundleAddresses(offer));
  }

  /** Symbolic names of the bundles that only modules and areas bring. */
  Set<String> moduleBundleNames() {
    Set<String> names = new HashSet<>();
    installed().values().forEach(offer -> names.addAll(bundleNames(offer)));
    for (Feature feature : all()) {
      if (features.isInstalled(feature) && offer(feature).isEmpty()) {
        names.removeAll(names(feature.getBundles().stream().map(BundleInfo::getLocation).toList()));
      }
    }
    return names;
  }

  private static Set<String> names(List<String> addresses) {
    Set<String> names = new HashSet<>();
    for (String address : addresses) {
      Matcher matcher = ARTIFACT.matcher(address);
      if (matcher.matches()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  private Optional<Offer> offer(Feature feature) {
    if (!feature.getName().startsWith(PREFIX) || feature.isBlacklisted()) {
      return Optional.empty();
    }
    String kind = kind(feature);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Set<String> needs = new HashSet<>();
    for (Dependency dependency : feature.getDependencies()) {
      String name = dependency.getName();
      if (name.startsWith(PREFIX) && !name.equals(PREFIX + "platform")) {
        needs.add(name.substring(PREFIX.length()));
      }
    }
    String description = feature.getDescription() == null ? "" : feature.getDescription();
    return Optional.of(
        new Offer(
            feature.getName().substring(PREFIX.length()),
            kind,
            feature.getVersion(),
            description,
            needs));
  }

  private static String kind(Feature feature) {
    for (var capability : feature.getCapabilities()) {
      String value = capability.getValue().strip();
      if (value.startsWith("victimfirst.module")) {
        return Offer.MODULE;
      }
      if (value.startsWith("victimfirst.area")) {
        return Offer.AREA;
      }
    }
    return "";
  }

  private Feature[] all() {
    try {
      return features.listFeatures();
    } catch (Exception e) {
      throw new ChangeFailedException("The feature repositories cannot be read", e);
    }
  }
}
