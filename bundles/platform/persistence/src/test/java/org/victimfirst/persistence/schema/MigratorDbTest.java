package org.victimfirst.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.victimfirst.persistence.TestInstallation.migrations;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.persistence.TestInstallation;
import org.victimfirst.persistence.installation.Installation;
import org.victimfirst.persistence.pool.Pool;
import org.victimfirst.persistence.pool.SchemaTables;

class MigratorDbTest {
  private static final String V1 =
      "CREATE TABLE peer_support.tea (id BIGINT NOT NULL PRIMARY KEY, kind ${text},"
          + " photo ${bytes}, made_at TIMESTAMP DEFAULT ${now} NOT NULL);"
          + "\nINSERT INTO peer_support.tea (id, kind) VALUES (1, 'green');";
  private static final String V2 = "ALTER TABLE peer_support.tea ADD COLUMN strength SMALLINT;";
  private static final String MODULE = "peer-support";

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void migrationsAreRunOnceAndInOrder(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      Installation installation = test.installation();
      assertThat(installation.migrate(MODULE, migrations("V1__initial.sql", V1), "1.0"))
          .isEqualTo("1");
      Migrations two = migrations("V1__initial.sql", V1, "V2__strength.sql", V2);
      assertThat(installation.migrate(MODULE, two, "1.1")).isEqualTo("2");
      assertThat(installation.migrate(MODULE, two, "1.1")).isEqualTo("2");

      assertThat(test.value("SELECT COUNT(*) FROM peer_support.tea WHERE strength IS NULL"))
          .isEqualTo("1");
      assertThat(
              test.value(
                  "SELECT schema_version FROM platform.module_schema WHERE module_name = '"
                      + MODULE
                      + "'"))
          .isEqualTo("2");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aFileForOneDatabaseIsUsedOnThatOneOnly(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      Migrations migrations =
          migrations(
              "V1__initial.sql", V1,
              "V2__x.derby.sql", "INSERT INTO peer_support.tea (id) VALUES (100);",
              "V2__x.postgresql.sql", "INSERT INTO peer_support.tea (id) VALUES (200);",
              "V3__y.sql", "INSERT INTO peer_support.tea (id) VALUES (1000);",
              "V3__y.derby.sql", "INSERT INTO peer_support.tea (id) VALUES (2000);");
      test.installation().migrate(MODULE, migrations, "1.0");
      assertThat(test.value("SELECT SUM(id) FROM peer_support.tea"))
          .isEqualTo(dialect == Dialect.DERBY ? "2101" : "1201");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatFailsLeavesNothingAndSaysWhere(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      test.installation().migrate(MODULE, migrations("V1__initial.sql", V1), "1.0");
      Migrations broken =
          migrations("V1__initial.sql", V1, "V2__strength.sql", V2 + "\nSELECT nonsense;");

      assertThatThrownBy(() -> test.installation().migrate(MODULE, broken, "1.1"))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("V2__strength.sql")
          .hasMessageContaining(MODULE)
          .hasMessageContaining("line 2")
          .hasMessageContaining("SQL state 42");
      assertThat(
              test.value(
                  "SELECT schema_version FROM platform.module_schema"
                      + " WHERE module_name = '"
                      + MODULE
                      + "'"))
          .isEqualTo("1");
      // Corrected, it runs as if nothing had been.
      Migrations right = migrations("V1__initial.sql", V1, "V2__strength.sql", V2);
      assertThat(test.installation().migrate(MODULE, right, "1.1")).isEqualTo("2");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aNewerDatabaseIsRefused(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      Migrations two = migrations("V1__initial.sql", V1, "V2__strength.sql", V2);
      test.installation().migrate(MODULE, two, "1.1");

      assertThatThrownBy(
              () -> test.installation().migrate(MODULE, migrations("V1__initial.sql", V1), "1.0"))
          .isInstanceOfSatisfying(MigrationException.class, e -> assertThat(e.newer()).isTrue())
          .hasMessageContaining("version 2")
          .hasMessageContaining("version 1");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aMigrationThatWasChangedAfterwardsIsRefused(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      test.installation().migrate(MODULE, migrations("V1__initial.sql", V1), "1.0");
      assertThatThrownBy(
              () ->
                  test.installation()
                      .migrate(MODULE, migrations("V1__initial.sql", V1 + V2), "1.0"))
          .isInstanceOfSatisfying(MigrationException.class, e -> assertThat(e.newer()).isFalse())
          .hasMessageContaining("must not be changed");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void nodesThatStartTogetherDoNotCollide(Dialect dialect) throws Exception {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      Migrations migrations = migrations("V1__initial.sql", V1, "V2__strength.sql", V2);
      ExecutorService threads = Executors.newFixedThreadPool(4);
      // On PostgreSQL each has a pool of its own, as nodes have.
      List<Pool> pools = new ArrayList<>();
      List<Future<String>> running = new ArrayList<>();
      Migrator shared = new Migrator(test.pool());
      for (int i = 0; i < 4; i++) {
        Migrator migrator = shared;
        if (dialect == Dialect.POSTGRESQL) {
          pools.add(Pool.open(test.settings()));
          migrator = new Migrator(pools.get(i));
        }
        Migrator one = migrator;
        Callable<String> task = () -> one.migrate(MODULE, migrations);
        running.add(threads.submit(task));
      }
      for (Future<String> one : running) {
        assertThat(one.get()).isEqualTo("2");
      }
      pools.forEach(Pool::close);
      threads.shutdown();
      assertThat(test.value("SELECT COUNT(*) FROM peer_support.tea")).isEqualTo("1");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatIsPurgedIsGone(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      SchemaTables schema = SchemaTables.of(MODULE, dialect);
      Migrations migrations =
          migrations(
              "V1__initial.sql",
              V1,
              "V2__cup.sql",
              "CREATE TABLE peer_support.cup (id BIGINT NOT NULL PRIMARY KEY,"
                  + " tea_id BIGINT NOT NULL REFERENCES peer_support.tea (id));"
                  + " CREATE INDEX cup_tea ON peer_support.cup (tea_id);");
      test.installation().migrate(MODULE, migrations, "1.0");
      assertThat(test.pool().own(schema::exist)).isTrue();

      test.installation().purge(MODULE);

      assertThat(test.pool().own(schema::exist)).isFalse();
      assertThat(test.pool().own(SchemaRecords::versions)).containsOnlyKeys("platform");
      assertThat(test.installation().migrate(MODULE, migrations, "1.0")).isEqualTo("2");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aSchemaWithoutMigrationsIsAMistake(Dialect dialect) throws SQLException {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      assertThatThrownBy(() -> test.installation().migrate(MODULE, migrations(), "1.0"))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("V1__initial.sql");
    }
  }
}
