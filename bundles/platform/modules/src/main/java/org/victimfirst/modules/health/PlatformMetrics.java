package org.victimfirst.modules.health;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The registry that everybody measures into. Names are as Prometheus writes them, labels included:
 * {@code victimfirst_rest_seconds{module="needs",status="200"}}.
 */
@Component(service = MetricRegistry.class)
public final class PlatformMetrics extends MetricRegistry {
  /** A registry with the figures of the virtual machine. */
  @Activate
  public PlatformMetrics() {
    gauge("victimfirst_jvm_heap_used_bytes", () -> heap().getUsed());
    gauge("victimfirst_jvm_heap_max_bytes", () -> heap().getMax());
    gauge(
        "victimfirst_jvm_threads",
        () -> (long) ManagementFactory.getThreadMXBean().getThreadCount());
    gauge(
        "victimfirst_jvm_classes_loaded",
        () -> (long) ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    gauge(
        "victimfirst_jvm_classes_unloaded",
        () -> ManagementFactory.getClassLoadingMXBean().getUnloadedClassCount());
    gauge(
        "victimfirst_jvm_uptime_seconds",
        () -> ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
  }

  private static MemoryUsage heap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
  }

  private void gauge(String name, Supplier<Long> value) {
    register(name, (Gauge<Long>) value::get);
  }
}
