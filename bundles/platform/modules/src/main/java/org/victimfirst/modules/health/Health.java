package org.victimfirst.modules.health;

import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Asks all checks, and remembers whether the instance was ever ready. */
@Component(service = Health.class)
public final class Health {
  private final HealthCheckExecutor executor;
  private volatile boolean wasReady;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable ModuleChecks modules;

  /** Asks by this executor. */
  @Activate
  public Health(@Reference HealthCheckExecutor executor) {
    this.executor = executor;
  }

  /**
   * How the instance is. While it starts it is looked at anew each time, then every two seconds.
   */
  public HealthReport report() {
    ModuleChecks now = modules;
    boolean complete = now != null && now.complete();
    HealthCheckExecutionOptions options =
        new HealthCheckExecutionOptions().setForceInstantExecution(!wasReady);
    HealthReport report =
        HealthReport.of(
            executor.execute(HealthCheckSelector.tags("victimfirst"), options), complete, wasReady);
    if (report.ready()) {
      wasReady = true;
    }
    return report;
  }
}
