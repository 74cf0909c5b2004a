package org.victimfirst.modules.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;

/**
 * How the instance is.
 *
 * @param status {@code ok}, {@code warn} (a module failed; all others work), {@code starting} or
 *     {@code failed}
 * @param ready whether requests should be sent here
 * @param checks the checks, the platform's first
 */
public record HealthReport(String status, boolean ready, List<Check> checks) {
  /**
   * One check.
   *
   * @param name of what
   * @param platform whether it is about the platform, not one module
   * @param status {@code OK}, {@code WARN}, {@code TEMPORARILY_UNAVAILABLE}, {@code CRITICAL} or
   *     {@code HEALTH_CHECK_ERROR}
   * @param findings in sentences
   */
  public record Check(String name, boolean platform, Result.Status status, List<String> findings) {
    /** Copies the findings. */
    public Check {
      findings = List.copyOf(findings);
    }

    boolean well() {
      return status == Result.Status.OK || status == Result.Status.WARN;
    }
  }

  /** Copies the checks. */
  public HealthReport {
    checks = List.copyOf(checks);
  }

  /**
   * Judges results.
   *
   * @param complete whether every module has its check
   * @param wasReady whether the instance was ready before: then a module that is only starting is
   *     no reason to send requests elsewhere
   */
  static HealthReport of(
      List<HealthCheckExecutionResult> results, boolean complete, boolean wasReady) {
    List<Check> checks = new ArrayList<>();
    for (HealthCheckExecutionResult result : results) {
      checks.add(check(result));
    }
    checks.sort(Comparator.comparing(Check::platform).reversed().thenComparing(Check::name));
    boolean platformWell =
        complete && checks.stream().filter(Check::platform).allMatch(Check::well);
    boolean starting =
        checks.stream().anyMatch(check -> check.status() == Result.Status.TEMPORARILY_UNAVAILABLE);
    boolean well = checks.stream().allMatch(check -> check.status() == Result.Status.OK);
    boolean failed =
        checks.stream()
            .anyMatch(
                check ->
                    check.platform()
                        && !check.well()
                        && check.status() != Result.Status.TEMPORARILY_UNAVAILABLE);
    boolean ready = platformWell && (wasReady || !starting);
    String status = failed ? "failed" : !ready ? "starting" : well ? "ok" : "warn";
    return new HealthReport(status, ready, checks);
  }

  private static Check check(HealthCheckExecutionResult result) {
    List<String> findings = new ArrayList<>();
    for (ResultLog.Entry entry : result.getHealthCheckResult()) {
      findings.add(entry.getMessage());
    }
    return new Check(
        result.getHealthCheckMetadata().getName(),
        result.getHealthCheckMetadata().getTags().contains("platform"),
        result.getHealthCheckResult().getStatus(),
        findings);
  }
}
