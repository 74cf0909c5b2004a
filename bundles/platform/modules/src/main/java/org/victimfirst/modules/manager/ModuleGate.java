package org.victimfirst.modules.manager;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.RequestGate;

/** Counts the requests inside each module, and lets none in while a module is leaving. */
@Component(service = {RequestGate.class, ModuleGate.class})
public final class ModuleGate implements RequestGate {
  private final Map<String, Integer> inside = new HashMap<>();
  private final Set<String> closed = new HashSet<>();

  @Override
  public synchronized Optional<Pass> enter(String module) {
    if (closed.contains(module)) {
      return Optional.empty();
    }
    inside.merge(module, 1, Integer::sum);
    AtomicBoolean left = new AtomicBoolean();
    return Optional.of(
        () -> {
          if (left.compareAndSet(false, true)) {
            leave(module);
          }
        });
  }

  private synchronized void leave(String module) {
    inside.computeIfPresent(module, (name, count) -> count == 1 ? null : count - 1);
    notifyAll();
  }

  /** Requests that are inside a module now. */
  public synchronized int inside(String module) {
    return inside.getOrDefault(module, 0);
  }

  /** Lets nobody in any more. */
  synchronized void close(String module) {
    closed.add(module);
  }

  /**
   * Waits for the requests inside.
   *
   * @return whether all have left in time
   */
  synchronized boolean awaitEmpty(String module, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    long left = patience.toNanos();
    while (inside.containsKey(module) && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    return !inside.containsKey(module);
  }

  /** Lets requests in again. */
  synchronized void open(String module) {
    closed.remove(module);
  }
}
