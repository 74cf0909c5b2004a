package org.victimfirst.modules.health;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.victimfirst.modules.domain.ModuleState;
import org.victimfirst.modules.domain.Phase;
import org.victimfirst.modules.manager.ModuleManager;

/** How one module is: bundles, components, tables, resources. */
final class ModuleCheck implements HealthCheck {
  private final String module;
  private final ModuleManager manager;

  ModuleCheck(String module, ModuleManager manager) {
    this.module = module;
    this.manager = manager;
  }

  @Override
  public Result execute() {
    ResultLog log = new ResultLog();
    ModuleState state = manager.module(module).orElse(null);
    if (state == null || !state.installed()) {
      log.add(new ResultLog.Entry(Result.Status.WARN, "It is not installed any more"));
      return new Result(log);
    }
    Result.Status status = status(state.phase());
    if (state.findings().isEmpty()) {
      log.add(new ResultLog.Entry(status, state.phase().words()));
    }
    state.findings().forEach(finding -> log.add(new ResultLog.Entry(status, finding)));
    return new Result(log);
  }

  static Result.Status status(Phase phase) {
    return switch (phase) {
      case RUNNING, AVAILABLE -> Result.Status.OK;
      case CHANGING -> Result.Status.WARN;
      case STARTING -> Result.Status.TEMPORARILY_UNAVAILABLE;
      case FAILED -> Result.Status.CRITICAL;
    };
  }
}
