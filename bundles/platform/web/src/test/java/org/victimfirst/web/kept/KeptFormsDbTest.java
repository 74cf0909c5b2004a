package org.victimfirst.web.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestDatabase;

class KeptFormsDbTest {
  private static final Instant NOW = Instant.parse("2020-07-09T08:40:00Z");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final KeptForm FORM =
      new KeptForm(
          "/cases/4417/contact",
          Map.of(
              "note", List.of("She feels safer \u2013 \u00a310"), "_csrf", List.of("secret-token")),
          false);

  private static StoredKeptForms store(TestDatabase test, Duration later) {
    return new StoredKeptForms(test.database(), Clock.fixed(NOW.plus(later), LONDON));
  }

  @OnEachDatabase
  void isGivenBackToTheSamePersonWithinTheHour(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "web")) {
      String token = store(test, Duration.ZERO).keep("priya", FORM).orElseThrow();

      Optional<KeptForm> kept = store(test, Duration.ofMinutes(59)).find(token, "priya");

      assertThat(kept).contains(FORM);
      assertThat(kept.orElseThrow().fields()).doesNotContainKey("_csrf");
    }
  }

  @OnEachDatabase
  void isGivenToNobodyElse(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "web")) {
      StoredKeptForms store = store(test, Duration.ZERO);
      String token = store.keep("priya", FORM).orElseThrow();

      assertThat(store.find(token, "marek")).isEmpty();
      assertThat(store.find(token + "x", "priya")).isEmpty();
    }
  }

  @OnEachDatabase
  void endsAfterAnHourAndIsDeleted(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "web")) {
      String token = store(test, Duration.ZERO).keep("priya", FORM).orElseThrow();
      StoredKeptForms later = store(test, Duration.ofMinutes(61));

      assertThat(later.find(token, "priya")).isEmpty();
      later.keep("marek", FORM);
      assertThat(rows(test)).isEqualTo(1);
    }
  }

  @OnEachDatabase
  void isForgottenOnRequest(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "web")) {
      StoredKeptForms store = store(test, Duration.ZERO);
      String token = store.keep("priya", FORM).orElseThrow();

      store.forget(token);

      assertThat(store.find(token, "priya")).isEmpty();
      assertThat(rows(test)).isZero();
    }
  }

  @OnEachDatabase
  void saysNothingToWhoeverReadsTheTable(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "web")) {
      String token = store(test, Duration.ZERO).keep("priya", FORM).orElseThrow();

      String row =
          test.database()
              .read(
                  connection -> {
                    try (Statement statement = connection.createStatement();
                        ResultSet rows =
                            statement.executeQuery(
                                "SELECT id, nonce, content FROM web.kept_form")) {
                      rows.next();
                      return rows.getString(1) + rows.getString(2) + rows.getString(3);
                    }
                  });

      assertThat(row).doesNotContain("priya", "safer", "cases/4417", token);
    }
  }

  @OnEachDatabase
  void isNotKeptWithAPasswordOrWhenItIsHuge(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "web")) {
      StoredKeptForms store = store(test, Duration.ZERO);

      assertThat(
              store.keep("priya", new KeptForm("/a", Map.of("new_Password", List.of("x")), false)))
          .isEmpty();
      assertThat(
              store.keep(
                  "priya", new KeptForm("/a", Map.of("note", List.of("x".repeat(2 << 20))), false)))
          .isEmpty();
      assertThat(rows(test)).isZero();
    }
  }

  private static int rows(TestDatabase test) {
    return test.database()
        .read(
            connection -> {
              try (Statement statement = connection.createStatement();
                  ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM web.kept_form")) {
                rows.next();
                return rows.getInt(1);
              }
            });
  }
}
