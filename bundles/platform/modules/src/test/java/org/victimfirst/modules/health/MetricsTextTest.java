package org.victimfirst.modules.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MetricsTextTest {
  private final MetricRegistry registry = new MetricRegistry();

  @Test
  void writesTimersWithTheirLabels() {
    registry
        .timer("victimfirst_rest_seconds{module=\"needs\",status=\"200\"}")
        .update(250, TimeUnit.MILLISECONDS);
    registry
        .timer("victimfirst_rest_seconds{module=\"needs\",status=\"404\"}")
        .update(1, TimeUnit.MILLISECONDS);

    String text = new MetricsText().add(registry).toString();

    assertThat(text)
        .containsOnlyOnce("# TYPE victimfirst_rest_seconds summary\n")
        .contains(
            "victimfirst_rest_seconds{module=\"needs\",status=\"200\",quantile=\"0.5\"} 0.250000\n")
        .contains("victimfirst_rest_seconds_count{module=\"needs\",status=\"404\"} 1\n");
  }

  @Test
  void writesGaugesAndCounters() {
    registry.register("victimfirst_jvm_threads", (Gauge<Long>) () -> 12L);
    registry.counter("victimfirst_pages").inc(3);

    assertThat(new MetricsText().add(registry).value("gauge", "jobs{status=\"done\"}", 4))
        .hasToString(
            "# TYPE victimfirst_jvm_threads gauge\nvictimfirst_jvm_threads 12\n"
                + "# TYPE victimfirst_pages counter\nvictimfirst_pages 3\n"
                + "# TYPE jobs gauge\njobs{status=\"done\"} 4\n");
  }
}
