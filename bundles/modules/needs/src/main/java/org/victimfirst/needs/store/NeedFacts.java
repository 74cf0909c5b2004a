package org.victimfirst.needs.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.needs.domain.NeedFact;
import org.victimfirst.needs.domain.NeedScale;

/** The rows of {@code needs.need_fact}, always on the connection of the caller's transaction. */
@Component(service = NeedFacts.class)
public final class NeedFacts {
  /** The columns of a fact, as {@link #read} wants them. */
  static final String COLUMNS =
      "f.case_id, f.start_levels, f.start_score, f.end_levels, f.end_score";

  private static final String SELECT =
      "select " + COLUMNS + " from needs.need_fact f where f.case_id in " + InList.MARKS;

  private static final char NOT_ASKED = '.';

  private final FactCodes codes;

  /** For the platform. */
  @Activate
  public NeedFacts(@Reference FactCodes codes) {
    this.codes = codes;
  }

  /** Stores facts in place of those that are there. A case without a finished assessment has none. */
  void put(Connection connection, Collection<NeedFact> facts) throws SQLException {
    List<NeedFact> finished =
        facts.stream().filter(fact -> fact.start() != null || fact.end() != null).toList();
    Set<Long> stored = new HashSet<>();
    for (NeedFact fact : of(connection, finished.stream().map(NeedFact::caseId).toList())) {
      stored.add(fact.caseId());
    }
    write(
        connection,
        "update needs.need_fact set start_levels = ?, start_score = ?, end_levels = ?,"
            + " end_score = ? where case_id = ?",
        finished.stream().filter(fact -> stored.contains(fact.caseId())).toList());
    write(
        connection,
        "insert into needs.need_fact (start_levels, start_score, end_levels, end_score, case_id)"
            + " values (?, ?, ?, ?, ?)",
        finished.stream().filter(fact -> !stored.contains(fact.caseId())).toList());
  }

  /** The facts of some cases; those without are left out. */
  List<NeedFact> of(Connection connection, Collection<Long> caseIds) throws SQLException {
    Map<Long, NeedFact> facts = new HashMap<>();
    for (List<Long> part : InList.parts(caseIds)) {
      try (PreparedStatement select = connection.prepareStatement(SELECT)) {
        InList.setLongs(select, part);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            NeedFact fact = read(rows);
            facts.put(fact.caseId(), fact);
          }
        }
      }
    }
    return List.copyOf(facts.values());
  }

  /** The fact of a row that begins with {@link #COLUMNS}. */
  NeedFact read(ResultSet rows) throws SQLException {
    return new NeedFact(
        rows.getLong(1),
        decode(rows.getString(2), rows.getInt(3)),
        decode(rows.getString(4), rows.getInt(5)));
  }

  private void write(Connection connection, String sql, List<NeedFact> facts)
      throws SQLException {
    if (facts.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (NeedFact fact : facts) {
        set(statement, 1, fact.start());
        set(statement, 3, fact.end());
        statement.setLong(5, fact.caseId());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void set(PreparedStatement statement, int at, NeedFact.@Nullable Levels levels)
      throws SQLException {
    if (levels == null) {
      statement.setNull(at, Types.VARCHAR);
      statement.setNull(at + 1, Types.SMALLINT);
    } else {
      statement.setString(at, encode(levels));
      statement.setInt(at + 1, levels.score());
    }
  }

  private String encode(NeedFact.Levels levels) {
    int[] numbers =
        levels.byArea().keySet().stream()
            .mapToInt(area -> codes.id(NeedScale.AREAS, area))
            .toArray();
    char[] letters = new char[Arrays.stream(numbers).max().orElse(0)];
    Arrays.fill(letters, NOT_ASKED);
    levels
        .byArea()
        .forEach(
            (area, level) ->
                letters[codes.id(NeedScale.AREAS, area) - 1] =
                    Character.forDigit(
                        codes.id(NeedScale.LEVELS, level), Character.MAX_RADIX));
    return new String(letters);
  }

  private NeedFact.@Nullable Levels decode(@Nullable String letters, int score) {
    if (letters == null) {
      return null;
    }
    Map<String, String> byArea = new HashMap<>();
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      if (letter != NOT_ASKED) {
        byArea.put(
            codes.code(NeedScale.AREAS, i + 1),
            codes.code(NeedScale.LEVELS, Character.digit(letter, Character.MAX_RADIX)));
      }
    }
    return new NeedFact.Levels(byArea, score);
  }
}
