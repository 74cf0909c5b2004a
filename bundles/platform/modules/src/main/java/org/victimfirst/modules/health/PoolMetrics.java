package org.victimfirst.modules.health;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The connection pool, as it shows itself to the virtual machine; nothing when it does not. */
final class PoolMetrics {
  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "ActiveConnections", "active",
          "IdleConnections", "idle",
          "ThreadsAwaitingConnection", "awaited",
          "TotalConnections", "total");

  private PoolMetrics() {}

  static Map<String, Number> connections() {
    Map<String, Number> figures = new TreeMap<>();
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      for (ObjectName pool :
          server.queryNames(new ObjectName("com.zaxxer.hikari:type=Pool (*)"), null)) {
        for (Map.Entry<String, String> attribute : ATTRIBUTES.entrySet()) {
          if (server.getAttribute(pool, attribute.getKey()) instanceof Number number) {
            figures.put(attribute.getValue(), number);
          }
        }
      }
    } catch (JMException e) {
      // A pool that ends while it is looked at shows nothing.
      figures.clear();
    }
    return figures;
  }
}
