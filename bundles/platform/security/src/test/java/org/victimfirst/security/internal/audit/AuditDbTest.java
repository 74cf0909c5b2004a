package org.victimfirst.security.internal.audit;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.security.Call;
import org.victimfirst.security.internal.domain.AuditLog;
import org.victimfirst.security.internal.domain.AuditRow;
import org.victimfirst.security.internal.domain.AuditTime;
import org.victimfirst.security.internal.domain.AuditVerifier.Finding;
import org.victimfirst.security.internal.domain.AuditVerifier.Kind;
import org.victimfirst.security.internal.domain.AuditVerifier.Report;
import org.victimfirst.security.internal.jdbc.Sql;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestDatabase;

class AuditDbTest {
  private static final Call CALL = Call.system("job");
  private static final Clock LONDON = Clock.system(ZoneId.of("Europe/London"));

  private static final class World implements AutoCloseable {
    final TestDatabase test;
    final AuditTrail trail;
    final Sealing sealing;

    World(Dialect dialect) {
      test = TestDatabase.open(dialect, "security");
      trail = new AuditTrail(test.database(), test.ids(), LONDON);
      sealing = new Sealing(test.database(), LONDON, Duration.ofMinutes(5));
    }

    void write(int rows) {
      for (int i = 0; i < rows; i++) {
        trail.record(
            CALL, "needs.assessment.saved", "case", i, Map.of("stage", "start", "n", "" + i));
      }
    }

    int seal() {
      return sealing.sealNext(test.ids().next());
    }

    /** Seals and closes, as if the time for late rows had passed. */
    void sealAndClose() {
      seal();
      Clock later = Clock.offset(LONDON, Duration.ofMinutes(6));
      new Sealing(test.database(), later, Duration.ofMinutes(5)).sealLateAndClose();
    }

    Report verify() {
      return verify(Duration.ZERO);
    }

    Report verify(Duration later) {
      return new StoredAuditVerifier(test.database(), Clock.offset(LONDON, later)).verify();
    }

    List<Long> ids() {
      return test.database()
          .read(
              c ->
                  new Sql(c)
                      .list("SELECT id FROM security.audit_entry ORDER BY id", r -> r.getLong(1)));
    }

    void sql(String sql, Object... parameters) {
      Sql.change(test.database(), c -> new Sql(c).update(sql, parameters));
    }

    /** A row as the platform would have made it, put in by somebody else. */
    void forge(long id) {
      AuditRow row =
          new AuditRow(
              id,
              new AuditTime(Instant.parse("2020-06-01T08:00:00Z").toEpochMilli(), false),
              1,
              "sam.doe",
              "person",
              "-",
              "-",
              "needs.assessment.saved",
              "case",
              1,
              "{}",
              "");
      AuditRow hashed =
          new AuditRow(
              id,
              row.time(),
              1,
              "sam.doe",
              "person",
              "-",
              "-",
              "needs.assessment.saved",
              "case",
              1,
              "{}",
              RowHash.of(row));
      Sql.change(test.database(), c -> new AuditTable(c).insert(hashed));
    }

    @Override
    public void close() {
      test.close();
    }
  }

  @OnEachDatabase
  void untouchedAuditIsClean(Dialect dialect) {
    try (World world = new World(dialect)) {
      assertThat(world.verify().clean()).isTrue();
      world.write(5);
      assertThat(world.verify().rowsWaiting()).isEqualTo(5);
      assertThat(world.seal()).isEqualTo(5);
      world.write(3);
      assertThat(world.seal()).isEqualTo(3);
      assertThat(world.seal()).isZero();
      Report report = world.verify();
      assertThat(report.findings()).isEmpty();
      assertThat(report.sealsChecked()).isEqualTo(2);
      assertThat(report.rowsChecked()).isEqualTo(8);
      assertThat(report.rowsWaiting()).isZero();
      assertThat(report.headNumber()).isEqualTo(2);
    }
  }

  @OnEachDatabase
  void changedRowIsFound(Dialect dialect) {
    try (World world = new World(dialect)) {
      world.write(10);
      world.seal();
      long id = world.ids().get(4);
      world.sql("UPDATE security.audit_entry SET actor_login = 'other' WHERE id = ?", id);
      assertThat(world.verify().findings())
          .extracting(Finding::kind, Finding::id)
          .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.CHANGED, id));
    }
  }

  @OnEachDatabase
  void rowThatWasChangedTogetherWithItsHashIsFound(Dialect dialect) {
    try (World world = new World(dialect)) {
      world.write(10);
      world.seal();
      long id = world.ids().get(4);
      world.sql("DELETE FROM security.audit_entry WHERE id = ?", id);
      world.forge(id);
      assertThat(world.verify().findings())
          .extracting(Finding::kind, Finding::id)
          .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.CHANGED, id));
    }
  }

  @OnEachDatabase
  void missingRowIsFound(Dialect dialect) {
    try (World world = new World(dialect)) {
      world.write(10);
      world.seal();
      List<Long> ids = world.ids();
      world.sql("DELETE FROM security.audit_entry WHERE id IN (?, ?)", ids.get(0), ids.get(9));
      assertThat(world.verify().findings())
          .containsExactly(
              new Finding(Kind.MISSING, ids.get(0), "Was sealed and is gone"),
              new Finding(Kind.MISSING, ids.get(9), "Was sealed and is gone"));
    }
  }

  @OnEachDatabase
  void insertedRowIsFound(Dialect dialect) {
    try (World world = new World(dialect)) {
      world.write(5);
      long between = world.test.ids().next();
      world.write(5);
      world.sealAndClose();
      world.forge(between);
      world.forge(1);
      world.sealing.sealLateAndClose();
      assertThat(world.verify().findings())
          .extracting(Finding::kind, Finding::id)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(Kind.INSERTED, 1L),
              org.assertj.core.groups.Tuple.tuple(Kind.INSERTED, between));
    }
  }

  @OnEachDatabase
  void rowThatIsNotSealedIsFoundAfterAWhile(Dialect dialect) {
    try (World world = new World(dialect)) {
      world.write(2);
      assertThat(world.verify().clean()).isTrue();
      assertThat(world.verify(Duration.ofMinutes(2)).findings())
          .extracting(Finding::kind)
          .containsExactly(Kind.UNSEALED, Kind.UNSEALED);
      assertThat(new SealingCheck(world.test.database(), LONDON).execute().isOk()).isTrue();
      Clock later = Clock.offset(LONDON, Duration.ofMinutes(2));
      assertThat(new SealingCheck(world.test.database(), later).execute().isOk()).isFalse();
      world.seal();
      assertThat(new SealingCheck(world.test.database(), later).execute().isOk()).isTrue();
    }
  }

  @OnEachDatabase
  void everyChangeOfTheChainIsFound(Dialect dialect) throws Exception {
    List<String> tamperings =
        List.of(
            "DELETE FROM security.audit_seal WHERE seal_number = 2",
            "DELETE FROM security.audit_seal WHERE seal_number = 3",
            "UPDATE security.audit_seal SET sealed_at = sealed_at + 1 WHERE seal_number = 1",
            "UPDATE security.audit_seal SET previous_hash = seal_hash WHERE seal_number = 2",
            "UPDATE security.audit_seal SET seal_hash = previous_hash WHERE seal_number = 3",
            "UPDATE security.audit_seal SET merkle_root = seal_hash WHERE seal_number = 2",
            "UPDATE security.audit_seal SET row_count = 3 WHERE seal_number = 2",
            "UPDATE security.audit_head SET seal_number = 4 WHERE id = 1");
    try (World world = new World(dialect);
        Connection connection = world.test.database().dataSource().getConnection()) {
      for (int i = 0; i < 3; i++) {
        world.write(4);
        world.seal();
      }
      assertThat(world.verify().clean()).isTrue();
      connection.setAutoCommit(false);
      for (String tampering : tamperings) {
        new Sql(connection).update(tampering);
        assertThat(new Verification(connection, LONDON).run().findings())
            .as(tampering)
            .extracting(Finding::kind)
            .contains(Kind.BROKEN_CHAIN)
            .doesNotContain(Kind.CHANGED);
        connection.rollback();
      }
    }
  }

  @OnEachDatabase
  void listOfRowsThatWasChangedWithTheRowsIsFound(Dialect dialect) {
    try (World world = new World(dialect)) {
      world.write(4);
      world.seal();
      List<Long> ids = world.ids();
      world.sql("DELETE FROM security.audit_entry WHERE id = ?", ids.get(3));
      world.sql(
          "UPDATE security.audit_seal SET members = ?, row_count = 3 WHERE seal_number = 1",
          (Object)
              world
                  .test
                  .database()
                  .read(c -> Members.encode(new AuditTable(c).members(0, Long.MAX_VALUE, 10))));
      assertThat(world.verify().findings()).extracting(Finding::kind).contains(Kind.BROKEN_CHAIN);
    }
  }

  /** A transaction takes an id, another one with a later id commits and is sealed first. */
  @OnEachDatabase
  void rowThatIsCommittedLateIsSealedLate(Dialect dialect) throws Exception {
    try (World world = new World(dialect)) {
      long early;
      try (Connection slow = world.test.database().dataSource().getConnection()) {
        slow.setAutoCommit(false);
        world.write(2);
        if (dialect == Dialect.POSTGRESQL) {
          world.trail.record(slow, CALL, "needs.assessment.saved", "case", 1, Map.of());
          early = 0;
          world.write(2);
          world.seal();
        } else {
          // Derby makes the sealer wait for a row that is being written, so take the id only.
          early = world.test.ids().next();
          world.write(2);
          world.seal();
          world.forge(early);
        }
        slow.commit();
      }
      assertThat(world.verify().clean()).isTrue();
      assertThat(world.verify().rowsWaiting()).isOne();
      assertThat(world.sealing.sealLate(Duration.ofSeconds(30))).isOne();
      assertThat(world.sealing.sealLate(Duration.ofSeconds(30))).isZero();
      assertThat(world.sealing.sealLateAndClose()).isZero();
      Report report = world.verify();
      assertThat(report.findings()).isEmpty();
      assertThat(report.rowsChecked()).isEqualTo(5);
      assertThat(report.rowsWaiting()).isZero();

      Set<Long> lateRows =
          world
              .test
              .database()
              .read(
                  c ->
                      new SealTable(c)
                          .late().get(0).members().stream().map(m -> m.id()).collect(toSet()));
      world.sql("DELETE FROM security.audit_entry WHERE id = ?", lateRows.iterator().next());
      assertThat(world.verify().findings()).extracting(Finding::kind).containsExactly(Kind.MISSING);
    }
  }

  @OnEachDatabase
  void sealerFollowsManyWriters(Dialect dialect) throws Exception {
    try (World world = new World(dialect)) {
      AuditSealer sealer = new AuditSealer(world.sealing, world.test.ids(), world.trail);
      AuditSealer secondNode =
          new AuditSealer(
              new Sealing(world.test.database(), LONDON, Duration.ofMinutes(5)),
              world.test.ids(),
              new AuditTrail(world.test.database(), world.test.ids(), LONDON));
      ExecutorService writers = Executors.newFixedThreadPool(4);
      try {
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          done.add(writers.submit(() -> world.write(200)));
        }
        for (Future<?> each : done) {
          each.get();
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> world.verify().rowsWaiting() == 0);
      } finally {
        writers.shutdown();
        sealer.stop();
        secondNode.stop();
      }
      Report report = world.verify();
      assertThat(report.findings()).isEmpty();
      assertThat(report.rowsChecked()).isEqualTo(800);
      assertThat(Thread.getAllStackTraces().keySet())
          .noneMatch(thread -> thread.getName().equals("victimfirst-audit-sealer"));
    }
  }

  @OnEachDatabase
  void whatIsRolledBackWasNotRecorded(Dialect dialect) throws Exception {
    try (World world = new World(dialect);
        Connection connection = world.test.database().dataSource().getConnection()) {
      connection.setAutoCommit(false);
      world.trail.record(connection, CALL, "needs.assessment.saved", "case", 1, Map.of());
      connection.rollback();
      assertThat(world.ids()).isEmpty();
    }
  }

  @OnEachDatabase
  void logIsFiltered(Dialect dialect) {
    try (World world = new World(dialect)) {
      world.write(3);
      world.trail.record(CALL, "cases.case.read", "case", 7, Map.of("b", "\"2\"", "a", "1"));
      StoredAuditLog log = new StoredAuditLog(world.test.database());
      assertThat(log.page(AuditLog.Filter.NONE, 1, 2).total()).isEqualTo(4);
      assertThat(log.page(days(-3, -1), 1, 2).total()).isZero();
      assertThat(log.page(days(1, 3), 1, 2).total()).isZero();
      assertThat(log.page(days(0, 0), 1, 2).total()).isEqualTo(4);
      LocalDate today = LocalDate.now(LONDON);
      AuditLog.Filter filter =
          new AuditLog.Filter(
              Optional.of(today.minusDays(1)),
              Optional.of(today),
              Optional.of("system"),
              Optional.of(0L),
              Optional.of("cases."),
              Optional.of("case"),
              Optional.of(7L));
      AuditRow row = log.page(filter, 1, 50).items().get(0);
      assertThat(row.details()).isEqualTo("{\"a\":\"1\",\"b\":\"\\\"2\\\"\"}");
      assertThat(row.actorKind()).isEqualTo("system");
    }
  }

  private static AuditLog.Filter days(int from, int to) {
    LocalDate today = LocalDate.now(LONDON);
    return AuditLog.Filter.of(
        Optional.of(today.plusDays(from)), Optional.of(today.plusDays(to)), null, "", " ");
  }
}
