package org.victimfirst.cases.imports;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.persistence.Dialect;

/**
 * What the loading of a case has to know of its referral.
 *
 * @param id the referral's id
 * @param personId the person's id
 * @param receivedAt local time
 * @param hasCase whether a case was opened from it
 * @param numbers the fact's numbers, by the ordinal of their dimension
 * @param child whether the person counted as a child or young person
 * @param answers the person's answers for equality monitoring
 */
record LegacyReferral(
    long id,
    long personId,
    LocalDateTime receivedAt,
    boolean hasCase,
    int[] numbers,
    int child,
    Answers answers) {
  private static final FactDimension[] ON_REFERRAL =
      Arrays.stream(FactDimension.values())
          .filter(FactDimension::onReferral)
          .toArray(FactDimension[]::new);
  private static final String COLUMNS =
      "SELECT r.legacy_key, r.id, r.person_id, r.received_at, c.id AS case_id, f.child, "
          + Arrays.stream(ON_REFERRAL)
              .map(dimension -> "f." + dimension.column())
              .collect(Collectors.joining(", "))
          + ", d.ethnicity, d.religion, d.sexual_orientation, d.communication_need, d.disability";
  // Both databases are told to go by the indexes, key by key: Derby chooses a plan by what the
  // tables held when the statement was first compiled, and PostgreSQL knows nothing of tables that
  // have just been filled, and would read all of them for each batch.
  private static final String PROBE = " --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n";
  private static final String DERBY =
      COLUMNS
          + " FROM cases.referral r --DERBY-PROPERTIES constraint=REFERRAL_LEGACY\n"
          + " JOIN cases.referral_fact f"
          + PROBE
          + " ON f.referral_id = r.id LEFT JOIN cases.demographics d"
          + PROBE
          + " ON d.person_id = r.person_id LEFT JOIN cases.support_case c"
          + PROBE
          + " ON c.referral_id = r.id WHERE r.legacy_key IN (%s)";
  private static final String POSTGRESQL =
      COLUMNS
          + " FROM (VALUES %s) AS k (legacy_key)"
          + lateral("CROSS JOIN", "referral", "legacy_key = k.legacy_key", "r")
          + lateral("CROSS JOIN", "referral_fact", "referral_id = r.id", "f")
          + lateral("LEFT JOIN", "demographics", "person_id = r.person_id", "d")
          + " ON TRUE"
          + lateral("LEFT JOIN", "support_case", "referral_id = r.id", "c")
          + " ON TRUE";

  /** A join by which PostgreSQL looks each row up. */
  static String lateral(String join, String table, String condition, String alias) {
    return " "
        + join
        + " LATERAL (SELECT * FROM cases."
        + table
        + " x WHERE x."
        + condition
        + " OFFSET 0) "
        + alias;
  }

  /** Answers for equality monitoring: codes, empty where there are none. */
  record Answers(
      String ethnicity,
      String religion,
      String sexualOrientation,
      String communicationNeed,
      String disability) {}

  /** Referrals by their legacy keys. */
  static Map<String, LegacyReferral> find(
      Connection connection, Dialect dialect, Collection<String> keys) throws SQLException {
    Map<String, LegacyReferral> found = new HashMap<>(keys.size() * 2);
    boolean derby = dialect == Dialect.DERBY;
    InChunks.select(
        connection,
        derby ? DERBY : POSTGRESQL,
        derby ? "?" : "(CAST(? AS VARCHAR))",
        keys,
        row -> found.putIfAbsent(row.getString(1), read(row)));
    return found;
  }

  private static LegacyReferral read(ResultSet row) throws SQLException {
    int[] numbers = new int[FactDimension.values().length];
    row.getLong(5);
    boolean hasCase = !row.wasNull();
    for (int i = 0; i < ON_REFERRAL.length; i++) {
      numbers[ON_REFERRAL[i].ordinal()] = row.getInt(7 + i);
    }
    int next = 7 + ON_REFERRAL.length;
    return new LegacyReferral(
        row.getLong(2),
        row.getLong(3),
        row.getTimestamp(4).toLocalDateTime(),
        hasCase,
        numbers,
        row.getInt(6),
        new Answers(
            text(row, next),
            text(row, next + 1),
            text(row, next + 2),
            text(row, next + 3),
            text(row, next + 4)));
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}
