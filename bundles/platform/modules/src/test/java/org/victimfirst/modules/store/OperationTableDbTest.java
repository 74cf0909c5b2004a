package org.victimfirst.modules.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
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
      OperationLog log = log(database);
      Operation order = log.order(CALL, REMOVE, "1.0.0", "");

      log.endAbandoned();

      assertThat(log.find(order.id()).orElseThrow().status()).isEqualTo(Operation.FAILED);
    }
  }

  private static OperationLog log(TestDatabase database) {
    return new OperationLog(database.database(), database.ids(), database.audit());
  }
}
