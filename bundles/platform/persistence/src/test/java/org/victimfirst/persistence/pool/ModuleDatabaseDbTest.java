package org.victimfirst.persistence.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.persistence.TestInstallation;
import org.victimfirst.persistence.schema.Migrations;

class ModuleDatabaseDbTest {
  private static final Migrations NOTES =
      TestInstallation.migrations(
          "V1__initial.sql",
          "CREATE TABLE notes.note (id BIGINT NOT NULL PRIMARY KEY, body VARCHAR(40) NOT NULL);");

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatThrowsIsRolledBack(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      ModuleDatabase notes = notes(test);
      assertThatThrownBy(
              () ->
                  notes.write(
                      connection -> {
                        insert(connection, 1);
                        throw new StaleVersionException("note", 1);
                      }))
          .isInstanceOf(StaleVersionException.class);
      notes.write(connection -> insert(connection, 2));
      assertThat(test.value("SELECT SUM(id) FROM notes.note")).isEqualTo("2");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aWriteInsideAWriteIsRefusedAtOnce(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      ModuleDatabase notes = notes(test);
      assertThatThrownBy(() -> notes.write(a -> notes.write(b -> insert(b, 1))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("notes")
          .hasMessageContaining("use the connection");
      assertThatThrownBy(() -> notes.write(a -> notes.read(b -> "nothing")))
          .isInstanceOf(IllegalStateException.class);
      // The thread is none the worse for it.
      assertThat(notes.<Integer>write(connection -> insert(connection, 1))).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aReadInsideAReadGoesOnWithItsConnection(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      ModuleDatabase notes = notes(test);
      ModuleDatabase others = new ModuleDatabase("platform", test.pool());
      assertThat(notes.<Boolean>read(a -> others.read(b -> a == b))).isTrue();
      assertThat(notes.<Integer>read(a -> notes.write(b -> insert(b, 1)))).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aReadCannotWrite(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      ModuleDatabase notes = notes(test);
      assertThatThrownBy(() -> notes.read(connection -> insert(connection, 1)))
          .isInstanceOf(DatabaseException.class);
      assertThat(notes.<Integer>write(connection -> insert(connection, 1))).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aViolatedKeyIsTold(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      ModuleDatabase notes = notes(test);
      notes.write(connection -> insert(connection, 1));
      assertThatThrownBy(() -> notes.write(connection -> insert(connection, 1)))
          .isInstanceOfSatisfying(
              DatabaseException.class,
              e -> {
                assertThat(e.constraintViolated()).isTrue();
                assertThat(e.getMessage()).contains("notes").doesNotContain("Note 1");
                assertThat(String.valueOf(e.getCause())).doesNotContain("(1)");
              });
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void statisticsAreRefreshed(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      ModuleDatabase notes = notes(test);
      notes.write(connection -> insert(connection, 1));
      notes.refreshStatistics();
      assertThat(
              test.value(
                  dialect == Dialect.DERBY
                      ? "SELECT COUNT(*) FROM sys.sysstatistics"
                      : "SELECT COUNT(*) FROM pg_stats WHERE schemaname = 'notes'"))
          .isNotEqualTo("0");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void afterItsEndItGivesNothing(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      ModuleDatabase notes = notes(test);
      notes.end();
      assertThatThrownBy(() -> notes.dataSource().getConnection())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("notes");
      assertThatThrownBy(() -> notes.read(connection -> 1)).isInstanceOf(DatabaseException.class);
    }
  }

  private static ModuleDatabase notes(TestInstallation test) throws SQLException {
    test.installation().migrate("notes", NOTES, "1");
    return new ModuleDatabase("notes", test.pool());
  }

  private static int insert(Connection connection, long id) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(
          "INSERT INTO notes.note (id, body) VALUES (" + id + ", 'Note " + id + "')");
    }
  }
}
