package org.victimfirst.cases.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Ids of people by their legacy keys, and when their newest referral was received. */
final class PeopleIndex {
  /** No referral yet: there is no row for the person. */
  static final long NEVER = Long.MIN_VALUE;

  /** Instead of a time: the person was erased. */
  static final long ERASED = Long.MIN_VALUE + 1;

  private static final int FETCH = 5000;

  private final KeyIndex people = new KeyIndex();
  private long firstId;

  PeopleIndex(Connection connection, long importId) throws SQLException {
    // Ids are ordered by time.
    firstId = importId;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT d.legacy_key, d.person_id, p.told_at, p.erased_at, p.import_id"
                + " FROM cases.demographics d"
                + " LEFT JOIN cases.person p ON p.id = d.person_id"
                + " WHERE d.legacy_key IS NOT NULL")) {
      select.setFetchSize(FETCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (row.getLong(5) == importId) {
            firstId = Math.min(firstId, row.getLong(2));
          }
          Timestamp told = row.getTimestamp(3);
          people.add(
              row.getString(1),
              row.getLong(2),
              row.getTimestamp(4) != null
                  ? ERASED
                  : told == null ? NEVER : second(told.toLocalDateTime()));
        }
      }
    }
  }

  int find(String key) {
    return people.find(key);
  }

  long id(int place) {
    return people.first(place);
  }

  long told(int place) {
    return people.second(place);
  }

  void told(int place, LocalDateTime at) {
    if (told(place) == NEVER) {
      firstId = Math.min(firstId, id(place));
    }
    people.second(place, second(at));
  }

  /** The least id of the people whom this import brought. */
  long firstId() {
    return firstId;
  }

  /** Whether some key's person has no referral. */
  boolean anyWithoutReferral() {
    return people.anySecond(NEVER);
  }

  /** The key stands for another person from now on, who has no row yet. */
  void begin(int place, long id) {
    people.first(place, id);
    people.second(place, NEVER);
  }

  static long second(LocalDateTime local) {
    return local.toEpochSecond(ZoneOffset.UTC);
  }
}
