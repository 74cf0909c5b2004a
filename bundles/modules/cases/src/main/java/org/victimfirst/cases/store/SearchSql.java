package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.persistence.References;
import org.victimfirst.cases.domain.EditDistance;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.NameKey;
import org.victimfirst.cases.domain.PersonSearch;
import org.victimfirst.cases.domain.SearchResult;
import org.victimfirst.cases.store.CaseSql.Line;

/** Finds cases by index only: reference, police reference, folded name, date of birth. */
final class SearchSql {
  private static final String PEOPLE =
      "SELECT "
          + CaseSql.LINE_COLUMNS
          + " FROM cases.person p JOIN cases.referral r ON r.person_id = p.id"
          + " JOIN cases.support_case c ON c.referral_id = r.id WHERE ";
  private static final String BY_CRIME =
      "SELECT "
          + CaseSql.LINE_COLUMNS
          + " FROM cases.referral r JOIN cases.support_case c ON c.referral_id = r.id"
          + " JOIN cases.person p ON p.id = c.person_id WHERE r.crime_key = ?";
  private static final String BY_REFERENCE =
      "SELECT " + CaseSql.LINE_COLUMNS + CaseSql.LINE_FROM + " WHERE c.reference = ?";
  private static final String OPEN_FIRST =
      " ORDER BY c.status DESC, c.opened_at DESC OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY";
  private static final String AFTER_ALL = "\uffff";
  private static final int MOST_SIMILAR = 12;
  private static final int MOST_WORDS = 4;

  private final Connection connection;
  private final AreaProfile profile;

  SearchSql(Connection connection, AreaProfile profile) {
    this.connection = connection;
    this.profile = profile;
  }

  /** The first way that finds something: reference, police reference, name, similar name. */
  SearchResult find(PersonSearch search, References references, LocalClock clock)
      throws SQLException {
    String text = search.text().strip();
    Optional<String> reference = references.parse(text);
    Map<String, List<Line>> ways = new LinkedHashMap<>();
    if (reference.isPresent()) {
      ways.put("reference", byReference(reference.get()));
    }
    if (ways.values().stream().allMatch(List::isEmpty)) {
      ways.put("police_reference", byPoliceReference(text));
    }
    if (ways.values().stream().allMatch(List::isEmpty)) {
      ways.put(text.isEmpty() ? "date_of_birth" : "name", byName(text, search.bornOn()));
    }
    if (ways.values().stream().allMatch(List::isEmpty) && !text.isEmpty()) {
      ways.put("similar_name", bySimilarName(text, search.bornOn()));
    }
    for (Map.Entry<String, List<Line>> way : ways.entrySet()) {
      List<Line> lines = way.getValue();
      if (!lines.isEmpty()) {
        boolean more = lines.size() > PersonSearch.LIMIT;
        List<Line> shown = more ? lines.subList(0, PersonSearch.LIMIT) : lines;
        return new SearchResult(way.getKey(), CaseSql.rows(connection, shown, clock), more);
      }
    }
    return new SearchResult("", List.of(), false);
  }

  private List<Line> byReference(String reference) throws SQLException {
    return lines(BY_REFERENCE, reference);
  }

  private List<Line> byPoliceReference(String text) throws SQLException {
    String key = NameKey.crime(text);
    boolean likely = key.length() >= 6 && key.chars().anyMatch(Character::isDigit);
    return likely ? lines(BY_CRIME + OPEN_FIRST, key, PersonSearch.LIMIT + 1) : List.of();
  }

  /** Beginnings of names, in either order; the surname alone, too. */
  private List<Line> byName(String text, @Nullable LocalDate bornOn) throws SQLException {
    List<String> words = words(text);
    if (words.isEmpty()) {
      return bornOn == null
          ? List.of()
          : lines(PEOPLE + "p.date_of_birth = ?" + OPEN_FIRST, bornOn, PersonSearch.LIMIT + 1);
    }
    List<Line> found = new ArrayList<>(surname(String.join("", words), "", bornOn));
    if (words.size() > 1) {
      int last = words.size() - 1;
      found.addAll(surname(words.get(last), String.join("", words.subList(0, last)), bornOn));
      found.addAll(surname(words.get(0), String.join("", words.subList(1, last + 1)), bornOn));
    }
    return distinct(found);
  }

  /** Surnames that are a letter or two away; for when nothing else was found. */
  private List<Line> bySimilarName(String text, @Nullable LocalDate bornOn) throws SQLException {
    List<String> words = words(text);
    List<Line> found = new ArrayList<>();
    for (String word :
        words.stream().filter(w -> w.length() > 2).distinct().limit(MOST_WORDS).toList()) {
      for (String surname : similarSurnames(word)) {
        String others =
            String.join("", words.stream().filter(other -> !other.equals(word)).toList());
        found.addAll(exactSurname(surname, others, bornOn));
      }
    }
    return distinct(found);
  }

  private List<Line> surname(String surname, String first, @Nullable LocalDate bornOn)
      throws SQLException {
    return named(surname, surname + AFTER_ALL, first, bornOn);
  }

  private List<Line> exactSurname(String surname, String first, @Nullable LocalDate bornOn)
      throws SQLException {
    return named(surname + " ", surname + " " + AFTER_ALL, first, bornOn);
  }

  private List<Line> named(String from, String to, String first, @Nullable LocalDate bornOn)
      throws SQLException {
    List<Object> values = new ArrayList<>(List.of(from, to));
    StringBuilder sql = new StringBuilder(PEOPLE).append("p.name_key >= ? AND p.name_key < ?");
    if (!first.isEmpty()) {
      sql.append(" AND p.name_key LIKE ?");
      values.add("% " + first + "%");
    }
    if (bornOn != null) {
      sql.append(" AND p.date_of_birth = ?");
      values.add(bornOn);
    }
    values.add(PersonSearch.LIMIT + 1);
    return lines(sql.append(OPEN_FIRST).toString(), values.toArray());
  }

  /** Walks the distinct surnames with the same first letter, nearest first. */
  private List<String> similarSurnames(String word) throws SQLException {
    String letter = word.substring(0, 1);
    int distance = word.length() < 6 ? 1 : 2;
    List<String> near = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT name_key FROM cases.person WHERE name_key >= ? AND name_key < ?"
                + " ORDER BY name_key")) {
      select.setFetchSize(2000);
      select.setString(1, letter);
      select.setString(2, letter + AFTER_ALL);
      try (ResultSet row = select.executeQuery()) {
        String last = "";
        while (row.next()) {
          String key = row.getString(1);
          String surname = key.substring(0, Math.max(0, key.indexOf(' ')));
          if (!surname.equals(last)) {
            last = surname;
            if (EditDistance.within(word, surname, distance)) {
              near.add(surname);
            }
          }
        }
      }
    }
    near.sort(Comparator.comparingInt(surname -> EditDistance.of(word, surname)));
    return near.size() > MOST_SIMILAR ? near.subList(0, MOST_SIMILAR) : near;
  }

  private List<Line> lines(String sql, Object... values) throws SQLException {
    List<Line> lines = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        Rows.bind(select, i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          lines.add(CaseSql.line(row, profile));
        }
      }
    }
    return lines;
  }

  private static List<Line> distinct(List<Line> lines) {
    List<Line> distinct = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (Line line : lines) {
      if (seen.add(line.summary().id())) {
        distinct.add(line);
      }
    }
    return distinct;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("[\\s,]+", -1)) {
      String key = NameKey.fold(word);
      if (!key.isEmpty()) {
        words.add(key);
      }
    }
    return words;
  }
}
