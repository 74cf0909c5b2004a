package org.victimfirst.persistence.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.persistence.RowBatch;
import org.victimfirst.persistence.TestInstallation;
import org.victimfirst.persistence.schema.Migrations;

class RowBatchDbTest {
  private static final Migrations NOTES =
      TestInstallation.migrations(
          "V1__initial.sql",
          "CREATE TABLE notes.note (id BIGINT NOT NULL PRIMARY KEY, body VARCHAR(200), made_on DATE,"
              + " made_at TIMESTAMP, places SMALLINT, urgent BOOLEAN, other"
              + " VARCHAR(10));");

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void everyKindOfCellComesBackAsItWent(Dialect dialect) throws SQLException {
    String odd = "tab\t line\n return\r back\\slash \\N \"quote\" Zoë 語 \ud83d\ude00";
    try (TestInstallation test = TestInstallation.open(dialect)) {
      ModuleDatabase notes = notes(test);
      notes.write(
          connection -> {
            try (RowBatch rows =
                notes.insert(
                    connection,
                    "notes.note",
                    "id",
                    "body",
                    "made_on",
                    "made_at",
                    "places",
                    "urgent")) {
              rows.add(1)
                  .add(odd)
                  .add(LocalDate.of(2020, 2, 29))
                  .add(LocalDateTime.of(2020, 3, 31, 23, 59, 59))
                  .addNumber(7L)
                  .add(true)
                  .endRow();
              rows.add(2)
                  .add((String) null)
                  .add((LocalDate) null)
                  .add((LocalDateTime) null)
                  .addNumber(null)
                  .add(false)
                  .endRow();
              rows.send();
              rows.add(3).add("").add(LocalDate.of(2020, 1, 1));
              rows.add(LocalDateTime.of(2020, 1, 1, 0, 0)).addNumber(-1L).add(true).endRow();
              rows.send();
              rows.send();
            }
            return 0;
          });

      assertThat(test.value("SELECT body FROM notes.note WHERE id = 1")).isEqualTo(odd);
      assertThat(test.value("SELECT made_on FROM notes.note WHERE id = 1")).isEqualTo("2020-02-29");
      assertThat(test.value("SELECT made_at FROM notes.note WHERE id = 1"))
          .startsWith("2020-03-31 23:59:59");
      assertThat(
              test.value(
                  "SELECT COUNT(*) FROM notes.note WHERE id = 2 AND body IS NULL AND made_on IS NULL"
                      + " AND made_at IS NULL AND places IS NULL AND other IS NULL AND NOT urgent"))
          .isEqualTo("1");
      assertThat(
              test.value(
                  "SELECT COUNT(*) FROM notes.note WHERE body = '' AND places = -1 AND urgent"))
          .isEqualTo("1");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aRefusedRowUndoesTheTransactionAndIsNamedByItsState(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      ModuleDatabase notes = notes(test);
      assertThatThrownBy(
              () ->
                  notes.write(
                      connection -> {
                        try (RowBatch rows = notes.insert(connection, "notes.note", "id", "body")) {
                          rows.add(1).add("one").endRow();
                          rows.send();
                          rows.add(1).add("secret").endRow();
                          rows.send();
                        }
                        return 0;
                      }))
          .isInstanceOfSatisfying(
              DatabaseException.class, e -> assertThat(e.constraintViolated()).isTrue())
          .hasStackTraceContaining("note")
          .satisfies(e -> assertThat(String.valueOf(e.getCause())).doesNotContain("secret"));
      assertThat(test.value("SELECT COUNT(*) FROM notes.note")).isEqualTo("0");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aStatementRunsForEachRow(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      ModuleDatabase notes = notes(test);
      notes.write(
          connection -> {
            try (RowBatch rows = notes.insert(connection, "notes.note", "id", "body");
                RowBatch changes =
                    notes.batch(connection, "UPDATE notes.note SET body = ? WHERE id = ?")) {
              rows.add(1).add("one").endRow();
              rows.add(2).add("two").endRow();
              rows.send();
              changes.add("eins").add(1).endRow();
              changes.add("zwei").add(2).endRow();
              changes.send();
            }
            return 0;
          });
      assertThat(test.value("SELECT body FROM notes.note WHERE id = 1")).isEqualTo("eins");
      assertThat(test.value("SELECT body FROM notes.note WHERE id = 2")).isEqualTo("zwei");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void takesNamesOnlyIntoTheStatement(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      ModuleDatabase notes = notes(test);

      assertThatThrownBy(() -> notes.write(c -> notes.insert(c, "notes.note", "id) SELECT 1 --")))
          .hasStackTraceContaining("small letters, digits and underscores");
    }
  }

  private static ModuleDatabase notes(TestInstallation test) throws SQLException {
    test.installation().migrate("notes", NOTES, "1");
    return new ModuleDatabase("notes", test.pool());
  }
}
