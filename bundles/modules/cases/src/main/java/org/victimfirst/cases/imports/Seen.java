package org.victimfirst.cases.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.intake.Problems;

/**
 * Tells rows that are new from those that are stored already: by this import (a duplicate in the
 * file) or by an earlier one (unchanged or changed). Read from the table at the first batch; when
 * an import goes on after a crash, the rows that it is past are looked at once more, so that it
 * ends as if it had not been stopped.
 */
final class Seen {
  /** What is to be done with a row. */
  enum Verdict {
    /** Check and store it. */
    NEW,
    /** It is there, with the same content. */
    UNCHANGED,
    /** It was refused or reported, and is not to be stored. */
    DONE
  }

  private static final int FETCH = 5000;

  private final String table;
  private final long importId;
  private @Nullable KeyIndex keys;

  /**
   * Rows of a table with the columns {@code legacy_key}, {@code legacy_hash}, {@code import_id}.
   */
  Seen(String table, long importId) {
    this.table = table;
    this.importId = importId;
  }

  /** Judges a row by its key, and says what is wrong with a second one. */
  Verdict look(Connection connection, ExtractRow row, String keyColumn, Problems problems)
      throws SQLException {
    KeyIndex known = keys(connection);
    int place = known.find(row.key());
    if (place < 0) {
      return Verdict.NEW;
    }
    boolean same = known.first(place) == row.contentHash();
    if (known.second(place) == importId) {
      problems.reject(
          row,
          keyColumn,
          same ? "exact_duplicate" : "duplicate_key",
          same
              ? "The very same row stands earlier in the file. It was left out."
              : "Another row with this key stands earlier in the file. The first one counts; this"
                  + " one was left out.");
      return Verdict.DONE;
    }
    known.second(place, importId);
    if (same) {
      return Verdict.UNCHANGED;
    }
    problems.report(
        row,
        keyColumn,
        "changed_row",
        "An earlier import stored this row with other content. What is stored was not changed.");
    return Verdict.DONE;
  }

  /** Looks at rows once more of which a run of this import that was stopped has judged each. */
  void passedOver(Connection connection, List<ExtractRow> rows) throws SQLException {
    KeyIndex known = keys(connection);
    for (ExtractRow row : rows) {
      int place = known.find(row.key());
      if (place >= 0) {
        known.second(place, importId);
      }
    }
  }

  /** Remembers a row that is being stored. */
  void stored(Connection connection, ExtractRow row) throws SQLException {
    keys(connection).add(row.key(), row.contentHash(), importId);
  }

  private KeyIndex keys(Connection connection) throws SQLException {
    KeyIndex known = keys;
    if (known == null) {
      known = new KeyIndex();
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT legacy_key, legacy_hash, import_id FROM "
                  + table
                  + " WHERE legacy_key IS NOT NULL")) {
        select.setFetchSize(FETCH);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            known.add(row.getString(1), row.getLong(2), row.getLong(3));
          }
        }
      }
      keys = known;
    }
    return known;
  }
}
