package org.victimfirst.modules.karaf;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/**
 * Watches what becomes of the class loaders of our bundles that were removed or replaced. One that
 * somebody still holds keeps all of its module's classes in memory, so their number must not grow
 * with the number of changes. A loader that nobody holds goes with the next full collection.
 */
@Component(service = RemovedLoaders.class, immediate = true)
public final class RemovedLoaders
    implements BundleTrackerCustomizer<PhantomReference<ClassLoader>> {
  private static final int RESOLVED =
      Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

  private final ReferenceQueue<ClassLoader> queue = new ReferenceQueue<>();
  private final Set<Object> held = new HashSet<>();
  private final BundleTracker<PhantomReference<ClassLoader>> tracker;
  private final AtomicLong collected = new AtomicLong();

  /** Watches the bundles of this framework. */
  @Activate
  public RemovedLoaders(BundleContext context) {
    tracker = new BundleTracker<>(context, RESOLVED, this);
    tracker.open();
  }

  @Deactivate
  void close() {
    tracker.close();
  }

  @Override
  public @org.jspecify.annotations.Nullable PhantomReference<ClassLoader> addingBundle(
      Bundle bundle, @org.jspecify.annotations.Nullable BundleEvent event) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    ClassLoader loader =
        wiring == null || !String.valueOf(bundle.getSymbolicName()).startsWith("victimfirst-")
            ? null
            : wiring.getClassLoader();
    return loader == null ? null : new PhantomReference<>(loader, queue);
  }

  @Override
  public void modifiedBundle(
      Bundle bundle,
      @org.jspecify.annotations.Nullable BundleEvent event,
      PhantomReference<ClassLoader> loader) {
    // Started or stopped: its class loader is the same.
  }

  @Override
  public synchronized void removedBundle(
      Bundle bundle,
      @org.jspecify.annotations.Nullable BundleEvent event,
      PhantomReference<ClassLoader> loader) {
    held.add(loader);
  }

  /** Loaders of removed bundles that are still in memory. */
  public synchronized long held() {
    forgetCollected();
    return held.size();
  }

  /** Loaders of removed bundles that were collected since the start. */
  public synchronized long collected() {
    forgetCollected();
    return collected.get();
  }

  private void forgetCollected() {
    for (Object gone = queue.poll(); gone != null; gone = queue.poll()) {
      held.remove(gone);
      collected.incrementAndGet();
    }
  }
}
