package org.victimfirst.persistence.event;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.victimfirst.api.event.Event;
import org.victimfirst.api.event.EventHandler;
import org.victimfirst.api.event.Outbox;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.persistence.TestInstallation;
import org.victimfirst.persistence.pool.ModuleDatabase;

class DeliveriesDbTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  record BellRang(long subjectId) implements Event {}

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void eventsComeInOrderAndOnce(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect);
        Deliveries deliveries = new Deliveries(test.pool())) {
      Listener listener = new Listener();
      deliveries.add("bells", listener);
      publish(test, 1, 250);
      publish(test, 251, 300);
      await().atMost(SOON).until(() -> listener.heard.size() >= 300);
      assertThat(listener.heard)
          .isEqualTo(LongStream.rangeClosed(1, 300).boxed().collect(toList()));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatIsRolledBackWasNeverSaid(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect);
        Deliveries deliveries = new Deliveries(test.pool())) {
      Listener listener = new Listener();
      deliveries.add("bells", listener);
      ModuleDatabase bells = new ModuleDatabase("bells", test.pool());
      assertThatThrownBy(
              () ->
                  bells.write(
                      connection -> {
                        test.installation().outbox().publish(connection, new BellRang(1));
                        throw new IllegalStateException("no");
                      }))
          .hasMessage("no");
      publish(test, 2, 2);
      await().atMost(SOON).until(() -> !listener.heard.isEmpty());
      assertThat(listener.heard).containsExactly(2L);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anEventThatIsCommittedLateIsNotMissed(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect);
        Connection late = test.pool().work().getConnection()) {
      Outbox outbox = test.installation().outbox();
      late.setAutoCommit(false);
      outbox.publish(late, new BellRang(1));
      if (dialect == Dialect.POSTGRESQL) {
        publish(test, 2, 2);
        new EventTable(test.pool()).number();
      }
      late.commit();
      publish(test, 3, 3);
      Listener listener = new Listener();
      try (Deliveries deliveries = new Deliveries(test.pool())) {
        deliveries.add("bells", listener);
        await().atMost(SOON).until(() -> listener.heard.contains(3L));
      }
      assertThat(listener.heard).contains(1L);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aHandlerThatComesLateOrComesBackCatchesUp(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect);
        Deliveries deliveries = new Deliveries(test.pool())) {
      publish(test, 1, 3);
      Listener first = new Listener();
      deliveries.add("bells", first);
      await().atMost(SOON).until(() -> first.heard.size() == 3);
      deliveries.remove(first);
      publish(test, 4, 5);
      Listener again = new Listener();
      deliveries.add("bells", again);
      await().atMost(SOON).until(() -> again.heard.size() == 2);
      assertThat(again.heard).containsExactly(4L, 5L);
      assertThat(first.heard).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whoThrowsIsAskedAgainAndHarmsNoOther(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect);
        Deliveries deliveries = new Deliveries(test.pool())) {
      Listener sound = new Listener();
      Listener moody =
          new Listener() {
            private int tries;

            @Override
            public void handle(BellRang event) {
              if (event.subjectId() == 2 && ++tries < 3) {
                throw new IllegalStateException("not now");
              }
              super.handle(event);
            }
          };
      deliveries.add("bells", sound);
      deliveries.add("moods", moody);
      publish(test, 1, 3);
      await().atMost(SOON).until(() -> sound.heard.size() == 3);
      await().atMost(SOON).until(() -> moody.heard.size() == 3);
      assertThat(moody.heard).containsExactly(1L, 2L, 3L);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void oneNodeDeliversToAHandlerAtATime(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect);
        Deliveries here = new Deliveries(test.pool());
        Deliveries there = new Deliveries(test.pool())) {
      Listener one = new Listener();
      Listener other = new Listener();
      here.add("bells", one);
      there.add("bells", other);
      publish(test, 1, 150);
      await().atMost(SOON).until(() -> one.heard.size() + other.heard.size() >= 150);
      assertThat(one.heard.isEmpty() || other.heard.isEmpty()).isTrue();
      // The node that delivered leaves: the other one goes on.
      Listener left = one.heard.isEmpty() ? one : other;
      (left == one ? there : here).close();
      publish(test, 151, 160);
      await().atMost(SOON).until(() -> left.heard.contains(160L));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void removingAHandlerWaitsUntilItIsOutside(Dialect dialect) throws Exception {
    try (TestInstallation test = TestInstallation.open(dialect);
        Deliveries deliveries = new Deliveries(test.pool())) {
      CountDownLatch inside = new CountDownLatch(1);
      CountDownLatch go = new CountDownLatch(1);
      Listener slow =
          new Listener() {
            @Override
            public void handle(BellRang event) {
              inside.countDown();
              try {
                go.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              super.handle(event);
            }
          };
      deliveries.add("bells", slow);
      publish(test, 1, 50);
      assertThat(inside.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
      Thread removal = new Thread(() -> deliveries.remove(slow));
      removal.start();
      go.countDown();
      removal.join();
      List<Long> heard = List.copyOf(slow.heard);
      assertThat(heard).isNotEmpty();
      publish(test, 51, 51);
      Listener next = new Listener();
      deliveries.add("others", next);
      await().atMost(SOON).until(() -> next.heard.contains(51L));
      assertThat(slow.heard).isEqualTo(heard);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void onlyWhatAllHaveHadIsPruned(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      publish(test, 1, 4);
      EventTable events = new EventTable(test.pool());
      assertThat(events.number()).isEqualTo(4);
      PositionTable behind = position(test, "behind");
      PositionTable ahead = position(test, "ahead");
      behind.save(2, false);
      ahead.save(4, false);
      long tomorrow = System.currentTimeMillis() + 86_400_000;

      assertThat(events.prune(tomorrow - 2 * 86_400_000L)).isZero();
      assertThat(events.prune(tomorrow)).isEqualTo(2);
      assertThat(test.value("SELECT MIN(event_number) FROM platform.event")).isEqualTo("3");
    }
  }

  private static PositionTable position(TestInstallation test, String module) throws SQLException {
    PositionTable position =
        new PositionTable(test.pool(), "node", module, "Handler", Topic.of(BellRang.class));
    position.ensure();
    assertThat(position.lease()).hasValue(0);
    return position;
  }

  private static void publish(TestInstallation test, long from, long to) throws SQLException {
    test.pool()
        .own(
            connection -> {
              test.installation()
                  .outbox()
                  .publish(
                      connection,
                      LongStream.rangeClosed(from, to).mapToObj(BellRang::new).toList());
              return to;
            });
  }

  private static class Listener implements EventHandler<BellRang> {
    final List<Long> heard = new CopyOnWriteArrayList<>();

    @Override
    public Class<BellRang> type() {
      return BellRang.class;
    }

    @Override
    public void handle(BellRang event) {
      heard.add(event.subjectId());
    }
  }
}
