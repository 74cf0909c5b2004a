package org.victimfirst.modules.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.module.RequestGate;

class ModuleGateTest {
  private final ModuleGate gate = new ModuleGate();

  @Test
  void letsNobodyInWhileAModuleIsLeaving() throws Exception {
    gate.close("needs");

    assertThat(gate.awaitEmpty("needs", Duration.ofMillis(1))).isTrue();
    assertThat(gate.enter("needs")).isEmpty();
    assertThat(gate.enter("cases")).isPresent();
  }

  @Test
  void letsRequestsInAgainWhenTheModuleReturns() {
    gate.close("needs");

    gate.open("needs");

    assertThat(gate.enter("needs")).isPresent();
  }

  @Test
  void waitsForTheRequestsInside() throws Exception {
    RequestGate.Pass pass = gate.enter("needs").orElseThrow();
    CountDownLatch closing = new CountDownLatch(1);
    CompletableFuture<Boolean> drained =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                gate.close("needs");
                closing.countDown();
                return gate.awaitEmpty("needs", Duration.ofSeconds(20));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(closing.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(drained).isNotDone();

    pass.close();

    assertThat(drained.get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void saysWhenRequestsDidNotEndInTime() throws Exception {
    RequestGate.Pass pass = gate.enter("needs").orElseThrow();

    gate.close("needs");
    assertThat(gate.awaitEmpty("needs", Duration.ofMillis(20))).isFalse();
    assertThat(gate.inside("needs")).isEqualTo(1);
    pass.close();
  }

  @Test
  void countsAPassOnceHoweverOftenItIsClosed() {
    RequestGate.Pass first = gate.enter("needs").orElseThrow();
    RequestGate.Pass second = gate.enter("needs").orElseThrow();

    first.close();
    first.close();

    assertThat(gate.inside("needs")).isEqualTo(1);
    second.close();
    assertThat(gate.inside("needs")).isZero();
  }
}
