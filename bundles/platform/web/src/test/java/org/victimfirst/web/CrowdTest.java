package org.victimfirst.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.web.Html;
import org.victimfirst.web.shell.Area;

/** Many people open pages of one module at once. */
class CrowdTest {
  private static final int AT_ONCE = 8;

  private final FakeSessions sessions = new FakeSessions("cases:read");

  @Test
  void whoeverFindsNoThreadWaitsForOne() throws Exception {
    CyclicBarrier together = new CyclicBarrier(AT_ONCE);
    ExecutorService people = Executors.newFixedThreadPool(3 * AT_ONCE);
    try (ConsoleHarness console =
        new ConsoleHarness(sessions, new Area(), 0, Duration.ofMinutes(1))) {
      console.directory(Samples.directory());
      console.contributions.addCaseTab(
          new Samples.Tab(
              "",
              "Overview",
              0,
              "cases:read",
              (r, h) -> {
                // Ends when all threads of the module are at work: so the others have to wait.
                together.await(30, TimeUnit.SECONDS);
                return Html.text("overview here");
              }),
          console.properties("cases"));
      Browser browser = new Browser(console.address());
      browser.signIn();

      List<Integer> statuses =
          Stream.generate(
                  () ->
                      CompletableFuture.supplyAsync(
                          () -> browser.get("/cases/4417").statusCode(), people))
              .limit(3 * AT_ONCE)
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();

      assertThat(statuses).hasSize(3 * AT_ONCE).containsOnly(200);
    } finally {
      people.shutdownNow();
    }
  }
}
