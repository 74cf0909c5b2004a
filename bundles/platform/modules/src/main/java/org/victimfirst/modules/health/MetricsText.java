package org.victimfirst.modules.health;

import com.codahale.metrics.Counting;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.Snapshot;
import com.codahale.metrics.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Writes metrics in the text format of Prometheus. */
final class MetricsText {
  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  private final StringBuilder out = new StringBuilder();
  private String family = "";

  MetricsText add(MetricRegistry registry) {
    registry.getMetrics().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              String name = entry.getKey();
              if (entry.getValue() instanceof Timer timer) {
                timer(name, timer);
              } else if (entry.getValue() instanceof Gauge<?> gauge
                  && gauge.getValue() instanceof Number number) {
                value("gauge", name, number);
              } else if (entry.getValue() instanceof Counting counting) {
                value("counter", name, counting.getCount());
              }
            });
    return this;
  }

  /** One figure. */
  MetricsText value(String type, String name, Number value) {
    family(name, type);
    out.append(name).append(' ').append(value).append('\n');
    return this;
  }

  private void timer(String name, Timer timer) {
    family(name, "summary");
    Snapshot snapshot = timer.getSnapshot();
    quantile(name, "0.5", snapshot.getMedian());
    quantile(name, "0.95", snapshot.get95thPercentile());
    quantile(name, "0.99", snapshot.get99thPercentile());
    int labels = name.indexOf('{');
    String count =
        labels < 0
            ? name + "_count"
            : name.substring(0, labels) + "_count" + name.substring(labels);
    out.append(count).append(' ').append(timer.getCount()).append('\n');
  }

  private void quantile(String name, String quantile, double nanos) {
    String label = "quantile=\"" + quantile + "\"";
    String labelled =
        name.endsWith("}")
            ? name.substring(0, name.length() - 1) + "," + label + "}"
            : name + "{" + label + "}";
    out.append(labelled)
        .append(' ')
        .append(String.format(Locale.ROOT, "%.6f", nanos / NANOS))
        .append('\n');
  }

  private void family(String name, String type) {
    int labels = name.indexOf('{');
    String base = labels < 0 ? name : name.substring(0, labels);
    if (!base.equals(family)) {
      family = base;
      out.append("# TYPE ").append(base).append(' ').append(type).append('\n');
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
