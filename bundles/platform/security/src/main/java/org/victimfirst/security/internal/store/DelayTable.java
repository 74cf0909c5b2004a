package org.victimfirst.security.internal.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.security.internal.domain.Delay;
import org.victimfirst.security.internal.domain.Secret;
import org.victimfirst.security.internal.jdbc.Sql;

/**
 * Wrong tries per login and per address, in the database, so that every node knows them. What was
 * typed as a login is kept as a hash only: it may have been a password.
 */
final class DelayTable {
  private static final int TRIES_TO_STORE = 3;

  private final Database database;
  private final Clock clock;

  DelayTable(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  static String ofLogin(String login) {
    return Secret.hash("login " + login);
  }

  static String ofOrigin(String origin) {
    return Secret.hash("origin " + origin);
  }

  /** Seconds that are left to wait, over all the keys; 0 when a try may be made. */
  long secondsToWait(String... keys) {
    return database.read(
        connection -> {
          long now = clock.millis();
          long openAgain = 0;
          for (String key : keys) {
            openAgain =
                Math.max(
                    openAgain,
                    new Sql(connection)
                        .number(
                            "SELECT open_again FROM security.sign_in_delay WHERE key_hash = ?",
                            key));
          }
          return openAgain <= now ? 0 : Math.max(1, (openAgain - now + 999) / 1000);
        });
  }

  /**
   * Counts a try as wrong until {@link #forget} says that it was right. Counted beforehand, so that
   * many tries at the same moment do not all pass.
   */
  void count(String key) {
    for (int trial = 1; ; trial++) {
      try {
        Sql.change(database, connection -> count(new Sql(connection), key));
        return;
      } catch (DatabaseException e) {
        if (!e.constraintViolated() || trial == TRIES_TO_STORE) {
          throw e;
        }
      }
    }
  }

  private void count(Sql sql, String key) throws SQLException {
    long now = clock.millis();
    int counted =
        sql.update(
            """
            UPDATE security.sign_in_delay
            SET failures = CASE WHEN last_failure < ? THEN 1 ELSE failures + 1 END,
              last_failure = ?
            WHERE key_hash = ?""",
            now - Delay.FORGOTTEN_AFTER.toMillis(),
            now,
            key);
    if (counted == 0) {
      sql.update(
          """
          INSERT INTO security.sign_in_delay (key_hash, failures, open_again, last_failure)
          VALUES (?, 1, 0, ?)""",
          key,
          now);
      return;
    }
    int failures =
        (int) sql.number("SELECT failures FROM security.sign_in_delay WHERE key_hash = ?", key);
    Duration delay = Delay.after(failures);
    sql.update(
        "UPDATE security.sign_in_delay SET open_again = ? WHERE key_hash = ?",
        now + delay.toMillis(),
        key);
  }

  /** Begins anew after a right password. */
  void forget(List<String> keys) {
    Sql.change(
        database,
        connection -> {
          Sql sql = new Sql(connection);
          for (String key : keys) {
            sql.update("DELETE FROM security.sign_in_delay WHERE key_hash = ?", key);
          }
          sql.update(
              "DELETE FROM security.sign_in_delay WHERE last_failure < ?",
              clock.millis() - Delay.FORGOTTEN_AFTER.toMillis());
        });
  }
}
