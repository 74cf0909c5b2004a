package org.victimfirst.reporting.domain;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.CodeBook;
import org.victimfirst.api.cases.FactDimension;

/**
 * Fills the fact tables from the sample quarter's files by the contract of the facts alone, so that
 * the report is tested apart from the import.
 */
final class SampleFacts {
  static final Path SAMPLE = Path.of("../../../samples/llr-2020-q1");

  private static final FactDimension[] ALL = FactDimension.values();

  private final Connection connection;
  private final AreaProfile profile;
  private final Map<String, Map<String, Integer>> ids = new HashMap<>();
  private final Map<String, Map<FactDimension, String>> byReferral = new HashMap<>();
  private final Map<String, NamedCsvRecord> demographics = new HashMap<>();
  private final Map<String, NamedCsvRecord> referrals = new HashMap<>();

  SampleFacts(Connection connection, AreaProfile profile) {
    this.connection = connection;
    this.profile = profile;
  }

  void load() throws SQLException, IOException {
    for (NamedCsvRecord row : rows("demographics.csv")) {
      demographics.put(row.getField("person_id"), row);
    }
    referrals();
    cases();
    codes();
  }

  private static List<NamedCsvRecord> rows(String file) throws IOException {
    List<NamedCsvRecord> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(SAMPLE.resolve(file))) {
      csv.forEach(rows::add);
    }
    return rows;
  }

  private void referrals() throws SQLException, IOException {
    List<FactDimension> known = Stream.of(ALL).filter(FactDimension::onReferral).toList();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO cases.referral_fact (referral_id, area, received_on, child, "
                + columns(known)
                + ") VALUES (?, 'leicestershire', ?, ?"
                + ", ?".repeat(known.size())
                + ")")) {
      for (NamedCsvRecord row : rows("referrals.csv")) {
        Map<FactDimension, String> codes = codesOf(row);
        byReferral.put(row.getField("referral_id"), codes);
        referrals.put(row.getField("referral_id"), row);
        insert.setLong(1, number(row.getField("referral_id")));
        insert.setDate(2, Date.valueOf(received(row)));
        insert.setInt(3, child(row) ? 1 : 0);
        for (int i = 0; i < known.size(); i++) {
          insert.setInt(4 + i, id(known.get(i).list(), codes.getOrDefault(known.get(i), "")));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private Map<FactDimension, String> codesOf(NamedCsvRecord row) {
    NamedCsvRecord person = known(demographics, row.getField("person_id"));
    LocalDate born = day(row.getField("date_of_birth"));
    Map<FactDimension, String> codes = new HashMap<>();
    codes.put(FactDimension.SOURCE, row.getField("source"));
    codes.put(FactDimension.ROLE, row.getField("role"));
    codes.put(FactDimension.OCCURRENCE_TYPE, row.getField("occurrence_type"));
    codes.put(FactDimension.HATE_FLAG, row.getField("vcop_hate_flag"));
    codes.put(FactDimension.GENDER, row.getField("gender"));
    codes.put(FactDimension.AGE_BAND, profile.ageBand(born, received(row)));
    codes.put(FactDimension.BEAT, row.getField("beat"));
    codes.put(FactDimension.REPEAT_VICTIM, row.getField("is_repeat_victim"));
    codes.put(FactDimension.ETHNICITY, person.getField("ethnicity"));
    codes.put(FactDimension.RELIGION, person.getField("religion"));
    codes.put(FactDimension.SEXUAL_ORIENTATION, person.getField("sexual_orientation"));
    codes.put(FactDimension.COMMUNICATION_NEED, person.getField("communication_need"));
    return codes;
  }

  private void cases() throws SQLException, IOException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO cases.case_fact (case_id, area, received_on, opened_on, first_contact_on,"
                + " closed_on, child, disabilities, received_day, first_contact_day, closed_day, "
                + columns(List.of(ALL))
                + ") VALUES (?, 'leicestershire', ?, ?, ?, ?, ?, ?, ?, ?, ?"
                + ", ?".repeat(ALL.length)
                + ")")) {
      for (NamedCsvRecord row : rows("cases.csv")) {
        NamedCsvRecord referral = known(referrals, row.getField("referral_id"));
        Map<FactDimension, String> codes =
            new HashMap<>(known(byReferral, row.getField("referral_id")));
        codes.put(FactDimension.CLOSURE_OUTCOME, row.getField("closure_outcome"));
        codes.put(FactDimension.SUPPORT_LEVEL, row.getField("support_level"));
        insert.setLong(1, number(row.getField("case_id")));
        days(insert, received(referral), 2, 8);
        insert.setDate(3, Date.valueOf(row.getField("opened_at").substring(0, 10)));
        days(insert, day(row.getField("first_contact_at")), 4, 9);
        days(insert, day(row.getField("closed_at")), 5, 10);
        insert.setInt(6, child(referral) ? 1 : 0);
        insert.setLong(7, disabilities(referral));
        for (int i = 0; i < ALL.length; i++) {
          insert.setInt(11 + i, id(ALL[i].list(), codes.getOrDefault(ALL[i], "")));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void days(PreparedStatement insert, @Nullable LocalDate day, int date, int number)
      throws SQLException {
    if (day == null) {
      insert.setNull(date, Types.DATE);
      insert.setNull(number, Types.INTEGER);
    } else {
      insert.setDate(date, Date.valueOf(day));
      insert.setInt(number, (int) day.toEpochDay());
    }
  }

  private long disabilities(NamedCsvRecord referral) {
    NamedCsvRecord person = known(demographics, referral.getField("person_id"));
    long bits = 0;
    for (String code : person.getField("disability").split(";", -1)) {
      bits |= 1L << (id(CodeBook.DISABILITY, code) - 1);
    }
    return bits;
  }

  private void codes() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO cases.fact_code (list_name, id, code) VALUES (?, ?, ?)")) {
      for (Map.Entry<String, Map<String, Integer>> list : ids.entrySet()) {
        for (Map.Entry<String, Integer> code : list.getValue().entrySet()) {
          insert.setString(1, list.getKey());
          insert.setInt(2, code.getValue());
          insert.setString(3, code.getKey());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private int id(String list, String code) {
    Map<String, Integer> known = ids.computeIfAbsent(list, l -> new HashMap<>());
    return code.isEmpty() ? 0 : known.computeIfAbsent(code, c -> known.size() + 1);
  }

  private boolean child(NamedCsvRecord referral) {
    return profile.child(day(referral.getField("date_of_birth")), received(referral));
  }

  private static LocalDate received(NamedCsvRecord referral) {
    return LocalDate.parse(referral.getField("received_at").substring(0, 10));
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text.substring(0, 10));
  }

  private static <T> T known(Map<String, T> rows, String key) {
    return Objects.requireNonNull(rows.get(key), key);
  }

  private static long number(String key) {
    return Long.parseLong(key.substring(1));
  }

  private static String columns(List<FactDimension> dimensions) {
    return dimensions.stream().map(FactDimension::column).collect(Collectors.joining(", "));
  }
}
