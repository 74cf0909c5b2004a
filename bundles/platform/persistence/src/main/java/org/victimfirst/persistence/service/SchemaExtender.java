package org.victimfirst.persistence.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.persistence.SchemaState.State;
import org.victimfirst.persistence.installation.Installation;

/**
 * Gives every started bundle with the header {@code VictimFirst-Schema} its database. Migrations
 * run on threads of their own, so that the framework's are free; a persistence unit waits for the
 * data source, which comes afterwards.
 */
@Component(service = {})
public final class SchemaExtender implements BundleTrackerCustomizer<ModuleSchema> {
  static final String HEADER = "VictimFirst-Schema";
  private static final Logger LOG = LoggerFactory.getLogger(SchemaExtender.class);
  private static final int SECONDS_TO_END = 60;

  private final BundleContext context;
  private final Installation installation;
  private final SchemaRegistry registry;
  private final Map<String, Bundle> owners = new HashMap<>();
  private final List<ModuleSchema> early = new ArrayList<>();
  private volatile boolean begun;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "victimfirst-schema");
            thread.setDaemon(true);
            return thread;
          });
  private final BundleTracker<ModuleSchema> tracker;

  @Activate
  public SchemaExtender(
      BundleContext context,
      @Reference Installation installation,
      @Reference SchemaRegistry registry) {
    this.context = context;
    this.installation = installation;
    this.registry = registry;
    this.tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
    tracker.open();
    threads.execute(this::begin);
  }

  /**
   * Opens what was there before the database: start level by start level, so that people can sign
   * in while the modules' schemas are made. One that fails holds nobody up.
   */
  private void begin() {
    Map<Integer, List<ModuleSchema>> levels;
    synchronized (owners) {
      begun = true;
      levels =
          early.stream()
              .collect(
                  Collectors.groupingBy(
                      ModuleSchema::startLevel, TreeMap::new, Collectors.toList()));
      early.clear();
    }
    for (List<ModuleSchema> level : levels.values()) {
      level.forEach(schema -> threads.execute(schema::open));
      level.forEach(schema -> schema.migrated().join());
    }
  }

  @Deactivate
  void deactivate() throws InterruptedException {
    tracker.close();
    threads.shutdown();
    if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
      LOG.warn("A migration goes on although the database is being closed");
    }
  }

  @Override
  public @Nullable ModuleSchema addingBundle(Bundle bundle, @Nullable BundleEvent event) {
    String module = bundle.getHeaders("").get(HEADER);
    if (module == null || bundle.equals(context.getBundle())) {
      return null;
    }
    synchronized (owners) {
      Bundle owner = owners.putIfAbsent(module, bundle);
      if (owner != null) {
        LOG.error("{} wants schema {}, which belongs to {}; it gets none", bundle, module, owner);
        return null;
      }
    }
    registry.report(module, "", State.MIGRATING, "");
    ModuleSchema schema = new ModuleSchema(module, bundle, context, installation, registry);
    boolean now;
    synchronized (owners) {
      now = begun || !early.add(schema);
    }
    if (now) {
      threads.execute(schema::open);
    }
    return schema;
  }

  @Override
  public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, ModuleSchema schema) {
    // Only one state is tracked.
  }

  @Override
  public void removedBundle(Bundle bundle, @Nullable BundleEvent event, ModuleSchema schema) {
    schema.close();
    synchronized (owners) {
      owners.remove(schema.module(), bundle);
    }
    registry.forget(schema.module());
  }
}
