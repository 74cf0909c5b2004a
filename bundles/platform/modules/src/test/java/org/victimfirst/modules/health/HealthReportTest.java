package org.victimfirst.modules.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckMetadata;
import org.junit.jupiter.api.Test;

class HealthReportTest {
  private static final HealthCheckExecutionResult DATABASE = check("Database", true, Status.OK);

  @Test
  void isReadyWhenEverythingWorks() {
    HealthReport report = report(false, DATABASE, check("needs", false, Status.OK));

    assertThat(report.ready()).isTrue();
    assertThat(report.status()).isEqualTo("ok");
    assertThat(report.checks())
        .extracting(HealthReport.Check::name)
        .containsExactly("Database", "needs");
  }

  @Test
  void waitsForItsModulesAtTheStartOnly() {
    HealthCheckExecutionResult needs = check("needs", false, Status.TEMPORARILY_UNAVAILABLE);

    assertThat(report(false, DATABASE, needs).ready()).isFalse();
    assertThat(report(false, DATABASE, needs).status()).isEqualTo("starting");
    assertThat(report(true, DATABASE, needs).ready()).isTrue();
  }

  @Test
  void goesOnWithoutAModuleThatFailed() {
    HealthReport report = report(false, DATABASE, check("needs", false, Status.CRITICAL));

    assertThat(report.ready()).isTrue();
    assertThat(report.status()).isEqualTo("warn");
  }

  @Test
  void isNotReadyWithoutItsDatabase() {
    HealthReport report =
        report(true, check("Database", true, Status.CRITICAL), check("needs", false, Status.OK));

    assertThat(report.ready()).isFalse();
    assertThat(report.status()).isEqualTo("failed");
  }

  @Test
  void isNotReadyBeforeEachModuleHasItsCheck() {
    assertThat(HealthReport.of(List.of(DATABASE), false, false).ready()).isFalse();
  }

  private static HealthReport report(boolean wasReady, HealthCheckExecutionResult... results) {
    return HealthReport.of(Arrays.asList(results), true, wasReady);
  }

  private static HealthCheckExecutionResult check(String name, boolean platform, Status status) {
    HealthCheckMetadata metadata = new HealthCheckMetadata(new CheckReference(name, platform));
    return new HealthCheckExecutionResult() {
      @Override
      public Result getHealthCheckResult() {
        return new Result(status, "known");
      }

      @Override
      public long getElapsedTimeInMs() {
        return 1;
      }

      @Override
      public Date getFinishedAt() {
        return Date.from(Instant.EPOCH);
      }

      @Override
      public boolean hasTimedOut() {
        return false;
      }

      @Override
      public HealthCheckMetadata getHealthCheckMetadata() {
        return metadata;
      }
    };
  }
}
