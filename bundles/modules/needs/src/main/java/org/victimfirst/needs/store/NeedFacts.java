package org.victimfirst.needs.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.victimfirst.needs.domain.NeedFact;

/** The rows of {@code needs.need_fact}, on the connection of the caller's transaction. */
final class NeedFacts {
  /** The columns of a fact, as {@link #read} wants them. */
  static final String COLUMNS =
      "f.case_id, f.start_levels, f.start_score, f.end_levels, f.end_score";

  private static final String SELECT =
      "select " + COLUMNS + " from needs.need_fact f where f.case_id in " + InList.MARKS;

  private static final String UPDATE =
      "update needs.need_fact set start_levels = ?, start_score = ?, end_levels = ?,"
          + " end_score = ? where case_id = ?";

  private static final String INSERT =
      "insert into needs.need_fact (start_levels, start_score, end_levels, end_score, case_id)"
          + " values (?, ?, ?, ?, ?)";

  private static final String LOCK =
      "update needs.need_fact set start_score = start_score where case_id = ?";

  private NeedFacts() {}

  /**
   * Keeps others from writing the facts of some cases until the transaction ends. To be called
   * before anything of the cases is read: a fact is made of all their assessments, so of two who
   * change one case at once the second has to see what the first did. A case without a fact has no
   * finished assessment, and only one assessment can then be made.
   */
  static void lock(Connection connection, Collection<Long> caseIds) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      for (long caseId : caseIds) {
        statement.setLong(1, caseId);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /**
   * Stores facts in place of those that are there. A case without a finished assessment has none.
   */
  static void put(Connection connection, Collection<NeedFact> facts) throws SQLException {
    List<NeedFact> finished =
        facts.stream().filter(fact -> fact.start() != null || fact.end() != null).toList();
    if (finished.isEmpty()) {
      return;
    }
    LevelLetters letters = letters(connection, finished);
    int[] updated = write(connection, UPDATE, finished, letters);
    List<NeedFact> missing = new ArrayList<>();
    for (int i = 0; i < updated.length; i++) {
      if (updated[i] == 0) {
        missing.add(finished.get(i));
      }
    }
    write(connection, INSERT, missing, letters);
  }

  /** The facts of some cases; those without are left out. */
  static List<NeedFact> of(Connection connection, Collection<Long> caseIds) throws SQLException {
    List<NeedFact> facts = new ArrayList<>();
    LevelLetters letters = new LevelLetters(FactCodes.read(connection));
    for (List<Long> part : InList.parts(caseIds)) {
      try (PreparedStatement select = connection.prepareStatement(SELECT)) {
        InList.setLongs(select, part);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            facts.add(read(rows, letters));
          }
        }
      }
    }
    return facts;
  }

  /** The fact of a row that begins with {@link #COLUMNS}. */
  static NeedFact read(ResultSet rows, LevelLetters letters) throws SQLException {
    return new NeedFact(
        rows.getLong(1),
        letters.levels(rows.getString(2), rows.getInt(3)),
        letters.levels(rows.getString(4), rows.getInt(5)));
  }

  private static int[] write(
      Connection connection, String sql, List<NeedFact> facts, LevelLetters letters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (NeedFact fact : facts) {
        set(statement, 1, fact.start(), letters);
        set(statement, 3, fact.end(), letters);
        statement.setLong(5, fact.caseId());
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  private static LevelLetters letters(Connection connection, Collection<NeedFact> facts)
      throws SQLException {
    List<NeedFact.Levels> all =
        facts.stream()
            .flatMap(fact -> Stream.of(fact.start(), fact.end()))
            .filter(Objects::nonNull)
            .toList();
    return new LevelLetters(
        FactCodes.withAll(
            connection,
            all.stream().flatMap(l -> l.byArea().keySet().stream()).collect(Collectors.toSet()),
            all.stream().flatMap(l -> l.byArea().values().stream()).collect(Collectors.toSet())));
  }

  private static void set(
      PreparedStatement statement, int at, NeedFact.@Nullable Levels levels, LevelLetters letters)
      throws SQLException {
    if (levels == null) {
      statement.setNull(at, Types.VARCHAR);
      statement.setNull(at + 1, Types.SMALLINT);
    } else {
      statement.setString(at, letters.of(levels));
      statement.setInt(at + 1, levels.score());
    }
  }
}
