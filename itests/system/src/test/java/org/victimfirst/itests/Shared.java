package org.victimfirst.itests;

import java.util.EnumMap;
import java.util.Map;

/**
 * Instances with the sample quarter that several test classes share; each is stopped at the end.
 */
final class Shared {
  private static final Map<Store, Instance> INSTANCES = new EnumMap<>(Store.class);

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> INSTANCES.values().forEach(Instance::kill)));
  }

  private Shared() {}

  static synchronized Instance on(Store store) {
    return INSTANCES.computeIfAbsent(store, Instance::withSample);
  }
}
