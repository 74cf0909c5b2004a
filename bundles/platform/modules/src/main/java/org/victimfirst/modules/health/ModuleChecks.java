package org.victimfirst.modules.health;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.karaf.features.FeatureEvent;
import org.apache.karaf.features.FeaturesListener;
import org.apache.karaf.features.RepositoryEvent;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.modules.karaf.FeatureCatalog;
import org.victimfirst.modules.manager.ModuleManager;

/** Keeps one health check per installed module. */
@Component(
    service = {FeaturesListener.class, ModuleChecks.class},
    immediate = true)
public final class ModuleChecks implements FeaturesListener {
  private final BundleContext context;
  private final FeatureCatalog catalog;
  private final ModuleManager manager;
  private final Map<String, ServiceRegistration<HealthCheck>> checks = new HashMap<>();
  private volatile boolean closed;

  /** Checks the modules of this instance. */
  @Activate
  public ModuleChecks(
      BundleContext context, @Reference FeatureCatalog catalog, @Reference ModuleManager manager) {
    this.context = context;
    this.catalog = catalog;
    this.manager = manager;
    follow();
  }

  @Override
  public void featureEvent(FeatureEvent event) {
    follow();
  }

  @Override
  public void repositoryEvent(RepositoryEvent event) {
    // A repository by itself changes no module.
  }

  private synchronized void follow() {
    if (closed) {
      return;
    }
    Set<String> installed = catalog.installed().keySet();
    Set<String> gone = new HashSet<>(checks.keySet());
    gone.removeAll(installed);
    gone.forEach(module -> end(checks.remove(module)));
    for (String module : installed) {
      checks.computeIfAbsent(module, this::begin);
    }
  }

  private ServiceRegistration<HealthCheck> begin(String module) {
    Hashtable<String, Object> properties = new Hashtable<>();
    properties.put(HealthCheck.NAME, module);
    properties.put(HealthCheck.TAGS, new String[] {"victimfirst", "module"});
    return context.registerService(HealthCheck.class, new ModuleCheck(module, manager), properties);
  }

  private static void end(@org.jspecify.annotations.Nullable ServiceRegistration<?> check) {
    if (check != null) {
      check.unregister();
    }
  }

  /** Whether there is a check for each installed module. */
  synchronized boolean complete() {
    return checks.keySet().containsAll(catalog.installed().keySet());
  }

  @Deactivate
  synchronized void close() {
    closed = true;
    checks.values().forEach(ModuleChecks::end);
    checks.clear();
  }
}
