package org.victimfirst.security.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.security.Call;
import org.victimfirst.security.internal.domain.AuditLog;
import org.victimfirst.security.internal.domain.AuditRow;
import org.victimfirst.security.internal.domain.AuditVerifier.Finding;
import org.victimfirst.security.internal.domain.AuditVerifier.Kind;
import org.victimfirst.security.internal.domain.AuditVerifier.Report;
import org.victimfirst.security.internal.jdbc.Sql;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestDatabase;

/** Times of the audit, in the hour that comes twice and in whatever zone the server runs. */
class AuditTimeDbTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final List<String> ZONES =
      List.of("Europe/London", "America/New_York", "Pacific/Kiritimati", "UTC");

  /** Half past one in summer time, and half past one again an hour later. */
  private static final Instant FIRST = Instant.parse("2026-10-25T00:30:00.250Z");

  private static final Instant SECOND = FIRST.plus(Duration.ofHours(1));

  /** Half past two in London, an hour that New York did not have that night. */
  private static final Instant NOT_IN_NEW_YORK = Instant.parse("2026-03-08T02:30:00Z");

  private static final String OF_OCTOBER =
      "7618815ae1bc59b1f440c71bbdd25a8b7f582f236a975cea81be4baf5f89fecc";
  private static final String OF_MARCH =
      "bcee166e172f73d6842323824b6e765392f2b0098f6a56992f3edcd3af8fc4c5";

  @OnEachDatabase
  void hourThatComesTwiceIsTwoHours(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "security")) {
      write(test, FIRST);
      write(test, SECOND);

      List<AuditRow> rows = rows(test);

      assertThat(rows).extracting(row -> row.time().instant()).containsExactly(FIRST, SECOND);
      assertThat(rows)
          .extracting(row -> row.time().local())
          .containsOnly(LocalDateTime.of(2026, 10, 25, 1, 30, 0, 250_000_000));
      assertThat(rows)
          .allMatch(row -> row.time().isOfHourThatComesTwice())
          .extracting(row -> row.time().zoneName())
          .containsExactly("BST", "GMT");
      // The clock on the wall says half past one; a row of an hour before is overdue all the same.
      assertThat(verify(test, SECOND).findings())
          .extracting(Finding::kind, Finding::id)
          .containsExactly(tuple(Kind.UNSEALED, rows.get(0).id()));
      Clock soon = Clock.fixed(SECOND.plusSeconds(30), LONDON);
      assertThat(new SealingCheck(test.database(), soon).execute().isOk()).isFalse();
    }
  }

  @OnEachDatabase
  void zoneOfTheServerChangesNothing(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "security")) {
      inEachZone(() -> write(test, NOT_IN_NEW_YORK));
      inEachZone(() -> assertThat(verify(test, NOT_IN_NEW_YORK).findings()).isEmpty());
      inEachZone(() -> write(test, FIRST));
      seal(test);
      inEachZone(() -> assertThat(verify(test, SECOND).findings()).isEmpty());

      AuditRow row = rows(test).get(0);
      change(test, "UPDATE security.audit_entry SET happened_ms = happened_ms + 1", row.id());
      assertChanged(test, row.id());
      change(
          test,
          "UPDATE security.audit_entry SET happened_ms = NULL,"
              + " happened_at = CAST('2026-03-08 02:30:00' AS TIMESTAMP)",
          row.id());
      assertChanged(test, row.id());
    }
  }

  @OnEachDatabase
  void rowWithoutATimeIsNamedAsChanged(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "security")) {
      write(test, FIRST);
      seal(test);
      write(test, SECOND);
      List<AuditRow> rows = rows(test);
      for (AuditRow row : rows) {
        change(
            test,
            "UPDATE security.audit_entry SET happened_ms = NULL, happened_at = NULL",
            row.id());
      }

      assertThat(verify(test, SECOND).findings())
          .extracting(Finding::kind, Finding::id)
          .contains(tuple(Kind.CHANGED, rows.get(0).id()), tuple(Kind.UNSEALED, rows.get(1).id()));
      assertThat(rows(test)).hasSize(2);
      Clock soon = Clock.fixed(SECOND, LONDON);
      assertThat(new SealingCheck(test.database(), soon).execute().isOk()).isFalse();
    }
  }

  @OnEachDatabase
  void rowsFromBeforeTheMigrationStayWhatTheyAre(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "security")) {
      old(test, 5, "2025-10-26 01:30:00.123", OF_OCTOBER);
      old(test, 6, "2026-03-08 02:30:00", OF_MARCH);
      write(test, FIRST);
      seal(test);

      inEachZone(() -> assertThat(verify(test, SECOND).findings()).isEmpty());
      inEachZone(
          () ->
              assertThat(rows(test))
                  .extracting(row -> row.time().local())
                  .startsWith(
                      LocalDateTime.of(2025, 10, 26, 1, 30, 0, 123_000_000),
                      LocalDateTime.of(2026, 3, 8, 2, 30)));
      change(
          test,
          "UPDATE security.audit_entry SET happened_at = CAST('2026-03-08 03:30:00' AS TIMESTAMP)",
          6);
      assertChanged(test, 6);
    }
  }

  @OnEachDatabase
  void oldRowCannotBePassedOffAsANewOne(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "security")) {
      old(test, 6, "2026-03-08 02:30:00", OF_MARCH);
      seal(test);
      change(
          test,
          "UPDATE security.audit_entry SET happened_ms = " + NOT_IN_NEW_YORK.toEpochMilli(),
          6);
      assertChanged(test, 6);
    }
  }

  @OnEachDatabase
  void daysBeginAtMidnightInLondon(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "security")) {
      old(test, 5, "2025-10-26 01:30:00.123", OF_OCTOBER);
      old(test, 6, "2026-03-08 02:30:00", OF_MARCH);
      write(test, Instant.parse("2026-10-24T22:59:59Z"));
      write(test, Instant.parse("2026-10-24T23:00:00Z"));
      write(test, Instant.parse("2026-10-25T23:59:59Z"));
      write(test, Instant.parse("2026-10-26T00:00:00Z"));

      inEachZone(
          () -> {
            assertThat(on(test, "2025-10-26")).isOne();
            assertThat(on(test, "2026-03-08")).isOne();
            assertThat(on(test, "2026-10-24")).isOne();
            assertThat(on(test, "2026-10-25")).isEqualTo(2);
            assertThat(on(test, "2026-10-26")).isOne();
          });
    }
  }

  private static void write(TestDatabase test, Instant at) {
    new AuditTrail(test.database(), test.ids(), Clock.fixed(at, LONDON))
        .record(Call.system("job"), "cases.case.read", "case", 12, Map.of());
  }

  /** A row as schema version 1 had it, with the hash that the software of that time gave it. */
  private static void old(TestDatabase test, long id, String local, String hash) {
    Sql.change(
        test.database(),
        c ->
            new Sql(c)
                .update(
                    """
                    INSERT INTO security.audit_entry (id, happened_at, actor_id, actor_login,
                      actor_kind, origin, request_id, action, subject_type, subject_id, details,
                      row_hash)
                    VALUES (?, CAST(? AS TIMESTAMP), 1, 'sam.doe', 'person', '192.0.2.1', 'r-1',
                      'cases.case.read', 'case', 12, '{}', ?)""",
                    id,
                    local,
                    hash));
  }

  private static void change(TestDatabase test, String update, long id) {
    Sql.change(test.database(), c -> new Sql(c).update(update + " WHERE id = ?", id));
  }

  private static void seal(TestDatabase test) {
    new Sealing(test.database(), Clock.fixed(SECOND, LONDON), Duration.ofMinutes(5))
        .sealNext(test.ids().next());
  }

  private static Report verify(TestDatabase test, Instant at) {
    return new StoredAuditVerifier(test.database(), Clock.fixed(at, LONDON)).verify();
  }

  private static void assertChanged(TestDatabase test, long id) {
    inEachZone(
        () ->
            assertThat(verify(test, SECOND).findings())
                .extracting(Finding::kind, Finding::id)
                .containsExactly(tuple(Kind.CHANGED, id)));
  }

  private static List<AuditRow> rows(TestDatabase test) {
    return test.database().read(c -> new AuditTable(c).rows(0, Long.MAX_VALUE, 100));
  }

  private static long on(TestDatabase test, String day) {
    Optional<LocalDate> date = Optional.of(LocalDate.parse(day));
    return new StoredAuditLog(test.database())
        .page(AuditLog.Filter.of(date, date, null, null, null), 1, 50)
        .total();
  }

  private static void inEachZone(Runnable work) {
    TimeZone before = TimeZone.getDefault();
    try {
      for (String zone : ZONES) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        work.run();
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
