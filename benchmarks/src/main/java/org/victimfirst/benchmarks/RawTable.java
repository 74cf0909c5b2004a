package org.victimfirst.benchmarks;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table with the columns of one file of the extract, its first column the primary key, and
 * indexes on foreign keys and on the times by which rows are asked for.
 *
 * @param name the file's name without its ending
 */
record RawTable(String name, List<Column> columns) {
  /** The files that the product's modules claim, parents first. */
  static final List<RawTable> ALL =
      List.of(
          of(
              "demographics",
              "person_id:K ethnicity disability religion sexual_orientation communication_need"
                  + " recorded_at:D"),
          of(
              "referrals",
              "referral_id:K person_id:I received_at:TI source role crime_reference"
                  + " occurrence_type offence_date:D police_force vcop_hate_flag"
                  + " vcop_enhanced_entitlement domestic_flag officer_in_case offence_summary"
                  + " victim_first_name victim_last_name date_of_birth:D gender phone email"
                  + " address_line_1 address_line_2 town postcode beat safe_to_leave_message"
                  + " safe_to_write preferred_contact language consent_given is_repeat_victim"),
          of(
              "cases",
              "case_id:K referral_id:I caseworker opened_at:TI first_attempt_at:T"
                  + " first_contact_at:T closed_at:TI closure_outcome support_level"
                  + " length_of_support_days:N duplicate_of_referral_id:I"),
          of("contact_attempts", "attempt_id:K case_id:I attempted_at:TI channel result made_by"),
          of("needs_assessments", "needs_id:K case_id:I stage area level assessed_at:TI"),
          of("impact_sample", "sample_id:K case_id:I drawn_on:DI no_change_reason"));

  private static RawTable of(String name, String columns) {
    return new RawTable(name, Arrays.stream(columns.split(" ", -1)).map(Column::of).toList());
  }

  /** Makes the table and its indexes. */
  void create(Statement statement) throws SQLException {
    statement.execute(
        "CREATE TABLE %s (%s, PRIMARY KEY (%s))"
            .formatted(
                name,
                columns.stream().map(Column::definition).collect(Collectors.joining(", ")),
                columns.get(0).name()));
    for (Column column : columns) {
      if (column.indexed()) {
        statement.execute(
            "CREATE INDEX %s_%s ON %s (%s)".formatted(name, column.name(), name, column.name()));
      }
    }
  }

  PreparedStatement insert(Connection connection) throws SQLException {
    String marks = "?" + ", ?".repeat(columns.size() - 1);
    return connection.prepareStatement("INSERT INTO " + name + " VALUES (" + marks + ")");
  }

  /**
   * A column.
   *
   * @param type N whole number, D date, T time, anything else text
   * @param indexed whether it has an index of its own
   */
  record Column(String name, char type, boolean indexed) {
    static Column of(String text) {
      String[] parts = text.split(":", -1);
      String kind = parts.length == 1 ? "" : parts[1];
      return new Column(parts[0], kind.isEmpty() ? 'S' : kind.charAt(0), kind.endsWith("I"));
    }

    String definition() {
      return name
          + switch (type) {
            case 'N' -> " INTEGER";
            case 'D' -> " DATE";
            case 'T' -> " TIMESTAMP";
            case 'K' -> " VARCHAR(20) NOT NULL";
            default -> " VARCHAR(2000)";
          };
    }

    void set(PreparedStatement insert, int at, String cell) throws SQLException {
      if (cell.isEmpty()) {
        insert.setNull(at, sqlType());
        return;
      }
      switch (type) {
        case 'N' -> insert.setInt(at, Integer.parseInt(cell));
        case 'D' -> insert.setDate(at, Date.valueOf(LocalDate.parse(cell)));
        case 'T' -> insert.setTimestamp(at, Timestamp.valueOf(LocalDateTime.parse(cell)));
        default -> insert.setString(at, cell);
      }
    }

    private int sqlType() {
      return switch (type) {
        case 'N' -> Types.INTEGER;
        case 'D' -> Types.DATE;
        case 'T' -> Types.TIMESTAMP;
        default -> Types.VARCHAR;
      };
    }
  }
}
