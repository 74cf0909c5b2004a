package org.victimfirst.modules.karaf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.victimfirst.api.module.ModuleDescriptor;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.modules.domain.ChangeFailedException;
import org.victimfirst.modules.domain.ModuleState;
import org.victimfirst.modules.domain.Offer;
import org.victimfirst.modules.domain.Phase;
import org.victimfirst.persistence.SchemaState;
import org.victimfirst.persistence.Schemas;
import org.victimfirst.rest.RestPublication;
import org.victimfirst.rest.RestPublications;

/** Looks at modules as they are now: feature, bundles, components, schema, resources. */
@Component(service = Inspector.class)
public final class Inspector {
  /** A module that is still not whole after this long has failed. */
  static final Duration LONGEST_START = Duration.ofSeconds(60);

  private static final long LOOK_MILLIS = 100;

  private final FeatureCatalog catalog;
  private final ServiceComponentRuntime components;
  private final Schemas schemas;
  private final RestPublications publications;
  private final RunningBundles bundles;
  private final Map<String, ModuleDescriptor> descriptors = new ConcurrentHashMap<>();
  private final Map<String, Long> incompleteSince = new ConcurrentHashMap<>();

  /** Looks at this framework. */
  @Activate
  public Inspector(
      BundleContext context,
      @Reference FeatureCatalog catalog,
      @Reference ServiceComponentRuntime components,
      @Reference Schemas schemas,
      @Reference RestPublications publications) {
    this.catalog = catalog;
    this.components = components;
    this.schemas = schemas;
    this.publications = publications;
    this.bundles = new RunningBundles(context);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindDescriptor(ModuleDescriptor descriptor, Map<String, Object> properties) {
    if (properties.get(VictimFirstModule.PROPERTY) instanceof String module) {
      descriptors.putIfAbsent(module, descriptor);
    }
  }

  void unbindDescriptor(ModuleDescriptor descriptor, Map<String, Object> properties) {
    if (properties.get(VictimFirstModule.PROPERTY) instanceof String module) {
      descriptors.remove(module, descriptor);
    }
  }

  /** All modules and areas, by name. */
  public List<ModuleState> all() {
    Map<String, SchemaState> states = schemaStates();
    Map<String, Offer> installed = catalog.installed();
    Map<String, List<Offer>> offers = new TreeMap<>(catalog.offers());
    installed.forEach((name, offer) -> offers.putIfAbsent(name, List.of(offer)));
    return offers.entrySet().stream()
        .map(
            entry ->
                state(
                    entry.getKey(),
                    entry.getValue(),
                    installed.get(entry.getKey()),
                    states.get(entry.getKey())))
        .toList();
  }

  /** One module. */
  public Optional<ModuleState> find(String name) {
    List<Offer> offers = catalog.offers().getOrDefault(name, List.of());
    Offer installed = catalog.installed().get(name);
    if (offers.isEmpty() && installed == null) {
      return Optional.empty();
    }
    return Optional.of(state(name, offers, installed, schemaStates().get(name)));
  }

  /** A module begins anew: what was missing before counts no longer. */
  public void beginAnew(String name) {
    incompleteSince.remove(name);
  }

  /** Waits until a module runs, has failed, or is not installed. */
  public ModuleState awaitSettled(String name) throws InterruptedException {
    while (true) {
      ModuleState state =
          find(name).orElseThrow(() -> new ChangeFailedException(name + " is not there."));
      if (state.phase() != Phase.STARTING) {
        return state;
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private Map<String, SchemaState> schemaStates() {
    return schemas.list().stream()
        .collect(Collectors.toMap(SchemaState::module, state -> state, (a, b) -> a));
  }

  private ModuleState state(
      String name, List<Offer> offers, @Nullable Offer installed, @Nullable SchemaState schema) {
    List<String> versions = offers.stream().map(Offer::version).toList();
    String schemaVersion = schema == null ? "" : schema.version();
    if (installed == null) {
      Offer newest = offers.get(offers.size() - 1);
      List<String> kept = schema == null ? List.of() : List.of("Its data are kept");
      return new ModuleState(
          name,
          newest.kind(),
          title(newest),
          newest.purpose(),
          "",
          Phase.AVAILABLE,
          kept,
          schemaVersion,
          versions,
          "");
    }
    Set<String> findings = new LinkedHashSet<>();
    Phase phase = phase(name, installed, schema, findings);
    return new ModuleState(
        name,
        installed.kind(),
        title(installed),
        installed.purpose(),
        installed.version(),
        phase,
        List.copyOf(findings),
        schemaVersion,
        versions,
        "");
  }

  private Phase phase(
      String name, Offer installed, @Nullable SchemaState schema, Set<String> findings) {
    Set<String> expected = catalog.bundleNames(installed);
    ComponentFindings found = ComponentFindings.of(bundles.named(expected), expected, components);
    List<String> lasting = new ArrayList<>();
    if (schema != null) {
      switch (schema.state()) {
        case FAILED, NEWER -> lasting.add(schema.message());
        case MIGRATING -> {
          // However long that takes: to break it off would leave tables that the old one refuses.
          beginAnew(name);
          findings.add("Its tables are being brought up to date");
        }
        default -> {}
      }
    }
    lasting.addAll(found.lasting());
    publications.publication(name).map(RestPublication::refused).ifPresent(lasting::addAll);
    findings.addAll(lasting);
    findings.addAll(found.passing());
    if (findings.isEmpty()) {
      incompleteSince.remove(name);
      return Phase.RUNNING;
    }
    long since = incompleteSince.computeIfAbsent(name, key -> System.nanoTime());
    boolean late = System.nanoTime() - since > LONGEST_START.toNanos();
    return late || !lasting.isEmpty() ? Phase.FAILED : Phase.STARTING;
  }

  private String title(Offer offer) {
    ModuleDescriptor descriptor = descriptors.get(offer.name());
    if (descriptor != null) {
      return descriptor.title();
    }
    if (offer.kind().equals(Offer.AREA) && !offer.purpose().isEmpty()) {
      return offer.purpose();
    }
    String words = offer.name().replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
