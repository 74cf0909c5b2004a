package org.victimfirst.modules.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Call;
import org.victimfirst.modules.domain.Change;
import org.victimfirst.modules.domain.ChangeFailedException;
import org.victimfirst.modules.domain.Operation;
import org.victimfirst.modules.manager.OperationLog;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestDatabase;

class OperationTableDbTest {
  private static final Call CALL =
      new Call(
          new Actor(1, "sam", "Sam", Actor.Kind.PERSON, Set.of(), Set.of()), "127.0.0.1", "r1");
  private static final AtomicInteger NODES = new AtomicInteger();
  private static final Change REMOVE = Change.of(Change.Action.REMOVE, "needs", "");

  @OnEachDatabase
  void takesOneOrderAtATime(Dialect dialect) {
    try (TestDatabase database = TestDatabase.open(dialect, "modules")) {
      OperationLog log = log(database);
      Operation first = log.order(CALL, REMOVE, "1.0.0", "");

      assertThatThrownBy(
              () -> log.order(CALL, Change.of(Change.Action.INSTALL, "road", ""), "", "1.0"))
          .isInstanceOf(ChangeFailedException.class)
          .hasMessageContaining("Remove needs");
      log.failed(CALL, first, REMOVE, "No.");
      assertThat(log.order(CALL, REMOVE, "1.0.0", "").status()).isEqualTo(Operation.WAITING);
    }
  }

  @OnEachDatabase
  void remembersHowAnOrderEndedAndWhatWasDecided(Dialect dialect) {
    try (TestDatabase database = TestDatabase.open(dialect, "modules")) {
      OperationLog log = log(database);
      Operation order = log.order(CALL, REMOVE, "1.0.0", "");

      log.progress(order.id(), "Removing bundles");
      assertThat(log.open()).get().extracting(Operation::message).isEqualTo("Removing bundles");
      log.done(CALL, order, REMOVE, Map.of("needs", new WantedTable.Wanted("", false)), "Removed.");

      Operation ended = log.find(order.id()).orElseThrow();
      assertThat(ended.status()).isEqualTo(Operation.DONE);
      assertThat(ended.endedAt()).isNotNull();
      assertThat(ended.requestedBy()).isEqualTo("sam");
      assertThat(log.open()).isEmpty();
      assertThat(database.database().<Map<String, WantedTable.Wanted>>read(new WantedTable()::all))
          .isEqualTo(Map.of("needs", new WantedTable.Wanted("", false)));
      assertThat(database.audit().actions())
          .containsExactly("modules.remove.ordered", "modules.remove.done");
      assertThat(database.audit().entries()).allMatch(entry -> entry.inTransaction());
    }
  }

  @OnEachDatabase
  void replacesAnOlderDecision(Dialect dialect) {
    try (TestDatabase database = TestDatabase.open(dialect, "modules")) {
      OperationLog log = log(database);
      for (boolean installed : new boolean[] {false, true}) {
        Operation order = log.order(CALL, REMOVE, "", "");
        String version = installed ? "1.1.0" : "";
        log.done(
            CALL,
            order,
            REMOVE,
            Map.of("needs", new WantedTable.Wanted(version, installed)),
            "Done.");
      }

      assertThat(database.database().<Map<String, WantedTable.Wanted>>read(new WantedTable()::all))
          .isEqualTo(Map.of("needs", new WantedTable.Wanted("1.1.0", true)));
      assertThat(log.newest(1)).hasSize(1);
    }
  }

  @OnEachDatabase
  void endsWhatAStoppedPlatformLeftOpen(Dialect dialect) {
    try (TestDatabase database = TestDatabase.open(dialect, "modules")) {
      Operation order = log(database).order(CALL, REMOVE, "1.0.0", "");
      expire(database, order);

      OperationLog next = log(database);
      next.endAbandoned();

      assertThat(next.find(order.id()).orElseThrow().status()).isEqualTo(Operation.FAILED);
    }
  }

  @OnEachDatabase
  void anAbandonedOrderDoesNotStopTheNext(Dialect dialect) {
    try (TestDatabase database = TestDatabase.open(dialect, "modules")) {
      Operation order = log(database).order(CALL, REMOVE, "1.0.0", "");
      expire(database, order);

      OperationLog other = log(database);

      assertThat(other.order(CALL, REMOVE, "1.0.0", "").status()).isEqualTo(Operation.WAITING);
      assertThat(other.find(order.id()).orElseThrow().status()).isEqualTo(Operation.FAILED);
    }
  }

  @OnEachDatabase
  void aNodeThatStartsAgainEndsWhatItLeft(Dialect dialect) {
    try (TestDatabase database = TestDatabase.open(dialect, "modules")) {
      Operation order = log(database, "one", "1").order(CALL, REMOVE, "1.0.0", "");

      OperationLog again = log(database, "one", "2");
      again.begin();

      assertThat(again.find(order.id()).orElseThrow().status()).isEqualTo(Operation.FAILED);
      assertThat(again.order(CALL, REMOVE, "1.0.0", "").status()).isEqualTo(Operation.WAITING);
    }
  }

  /** In one process the manager may be made anew while its order is still at work. */
  @OnEachDatabase
  void whatThisProcessOrAnotherNodeWorksOnGoesOn(Dialect dialect) {
    try (TestDatabase database = TestDatabase.open(dialect, "modules")) {
      Operation order = log(database, "one", "1").order(CALL, REMOVE, "1.0.0", "");

      log(database, "one", "1").begin();
      assertThat(log(database).find(order.id()).orElseThrow().ended()).isFalse();

      log(database, "on", "2").begin();
      assertThat(log(database).find(order.id()).orElseThrow().ended())
          .isEqualTo(dialect == Dialect.DERBY);
    }
  }

  @Test
  void aDataFolderIsANodeAndACopyIsAnother(@TempDir Path folder) throws IOException {
    Path first = Files.createDirectory(folder.resolve("first"));
    Holder once = Holder.of(first);
    Path copy = folder.resolve("copy");
    Files.createDirectories(copy.resolve("run"));
    Files.copy(first.resolve("run/node.id"), copy.resolve("run/node.id"));

    assertThat(Holder.of(first)).isEqualTo(once);
    assertThat(Holder.of(copy).node()).isNotEqualTo(once.node());
    assertThat(once.name()).hasSizeLessThanOrEqualTo(40);
    Files.delete(first.resolve("run/node.id"));
    assertThat(Holder.of(first).node()).isNotEqualTo(once.node());
  }

  /** An embedded database has no second node: what it finds open at the start is abandoned. */
  @OnEachDatabase
  void theStartOfAnotherNodeEndsNothing(Dialect dialect) {
    try (TestDatabase database = TestDatabase.open(dialect, "modules")) {
      Operation order = log(database).order(CALL, REMOVE, "1.0.0", "");

      log(database).begin();

      assertThat(log(database).find(order.id()).orElseThrow().ended())
          .isEqualTo(dialect == Dialect.DERBY);
    }
  }

  @OnEachDatabase
  void renewedWorkIsNotAbandoned(Dialect dialect) {
    try (TestDatabase database = TestDatabase.open(dialect, "modules")) {
      OperationLog log = log(database);
      Operation order = log.order(CALL, REMOVE, "1.0.0", "");
      expire(database, order);

      log.stillAtWork(order.id());

      assertThatThrownBy(() -> log(database).order(CALL, REMOVE, "1.0.0", ""))
          .isInstanceOf(ChangeFailedException.class);
    }
  }

  @OnEachDatabase
  void ofManyNodesOneGetsTheOrder(Dialect dialect) throws Exception {
    int nodes = 6;
    ExecutorService threads = Executors.newFixedThreadPool(nodes);
    try (TestDatabase database = TestDatabase.open(dialect, "modules")) {
      CyclicBarrier together = new CyclicBarrier(nodes);
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < nodes; i++) {
        OperationLog node = log(database);
        answers.add(
            threads.submit(
                () -> {
                  together.await();
                  return taken(node);
                }));
      }
      int taken = 0;
      for (Future<Boolean> answer : answers) {
        taken += answer.get() ? 1 : 0;
      }
      assertThat(taken).isOne();
      assertThat(log(database).newest(nodes)).hasSize(1);
    } finally {
      threads.shutdown();
    }
  }

  private static boolean taken(OperationLog node) {
    try {
      node.order(CALL, REMOVE, "1.0.0", "");
      return true;
    } catch (ChangeFailedException e) {
      return false;
    }
  }

  private static void expire(TestDatabase database, Operation order) {
    int expired =
        database
            .database()
            .write(
                connection -> {
                  try (Statement update = connection.createStatement()) {
                    return update.executeUpdate(
                        "UPDATE modules.operation SET lease_until = 1 WHERE id = " + order.id());
                  }
                });
    assertThat(expired).isOne();
  }

  private static OperationLog log(TestDatabase database) {
    return log(database, "node" + NODES.incrementAndGet(), "1");
  }

  private static OperationLog log(TestDatabase database, String node, String process) {
    return new OperationLog(
        database.database(), database.ids(), database.audit(), new Holder(node, process));
  }
}
