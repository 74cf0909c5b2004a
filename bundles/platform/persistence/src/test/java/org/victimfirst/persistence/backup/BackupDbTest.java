package org.victimfirst.persistence.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.victimfirst.persistence.TestInstallation.migrations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.persistence.RestoreException;
import org.victimfirst.persistence.TestInstallation;
import org.victimfirst.persistence.installation.Installation;
import org.victimfirst.persistence.pool.DatabaseSettings;
import org.victimfirst.persistence.pool.Pool;
import org.victimfirst.persistence.schema.Migrations;

class BackupDbTest {
  private static final String V1 =
      """
      CREATE TABLE shop.order_head (
        id BIGINT NOT NULL PRIMARY KEY,
        earlier_id BIGINT REFERENCES shop.order_head (id),
        note ${text},
        picture ${bytes},
        paid BOOLEAN,
        ordered_on DATE,
        ordered_at TIMESTAMP,
        size_code SMALLINT,
        price DECIMAL(12,2),
        weight DOUBLE PRECISION,
        version INTEGER NOT NULL
      );
      CREATE TABLE shop.a_line (
        order_id BIGINT NOT NULL REFERENCES shop.order_head (id),
        line_number SMALLINT NOT NULL,
        article VARCHAR(100) NOT NULL,
        PRIMARY KEY (order_id, line_number)
      );
      CREATE TABLE shop.kind (code VARCHAR(20) NOT NULL PRIMARY KEY);
      INSERT INTO shop.kind (code) VALUES ('seeded');
      """;
  private static final Migrations ONE = migrations("V1__initial.sql", V1);
  private static final Migrations TWO =
      migrations(
          "V1__initial.sql",
          V1,
          "V2__colour.sql",
          "ALTER TABLE shop.order_head ADD COLUMN colour VARCHAR(10) DEFAULT 'red' NOT NULL;");

  @TempDir private Path folder;

  static Stream<Arguments> moves() {
    return Arrays.stream(Dialect.values())
        .flatMap(from -> Arrays.stream(Dialect.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("moves")
  void everythingComesBackOnEitherDatabase(Dialect from, Dialect to) throws Exception {
    Path file;
    String reference;
    try (TestInstallation source = TestInstallation.open(from)) {
      source.installation().migrate("shop", ONE, "1.0");
      fill(source);
      source.execute("DELETE FROM shop.kind", "INSERT INTO shop.kind (code) VALUES ('own')");
      reference = source.installation().references().next();
      file = backup(source);
    }
    DatabaseSettings target = TestInstallation.newDatabase(to);
    restore(target, file);

    try (Installation restored = Installation.open(target, TestInstallation.own(), "test")) {
      Pool pool = restored.pool();
      assertThat(TestInstallation.value(pool, "SELECT code FROM shop.kind")).isEqualTo("own");
      assertThat(TestInstallation.value(pool, "SELECT COUNT(*) FROM shop.a_line")).isEqualTo("3");
      assertRow(pool);
      // What is made from now on does not repeat what was made before.
      assertThat(restored.references().next()).isNotEqualTo(reference);
      // The module comes back newer than the backup.
      assertThat(restored.migrate("shop", TWO, "2.0")).isEqualTo("2");
      assertThat(TestInstallation.value(pool, "SELECT colour FROM shop.order_head WHERE id = 1"))
          .isEqualTo("red");
    }
  }

  private static void assertRow(Pool pool) throws SQLException {
    pool.own(
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement("SELECT * FROM shop.order_head ORDER BY id");
              var row = select.executeQuery()) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString("note")).isEqualTo("line one\nline \"two\" – ☕ \\");
            assertThat(row.getBytes("picture")).containsExactly(0, -1, 127);
            assertThat(row.getBoolean("paid")).isTrue();
            assertThat(row.getString("ordered_on")).isEqualTo("2020-02-29");
            // The hour that clocks leave out in spring.
            assertThat(row.getString("ordered_at")).isEqualTo("2020-03-29 01:30:00.123");
            assertThat(row.getInt("size_code")).isEqualTo(-3);
            assertThat(row.getBigDecimal("price")).isEqualByComparingTo("12345678.90");
            assertThat(row.getDouble("weight")).isEqualTo(0.1);
            assertThat(row.next()).isTrue();
            assertThat(row.getLong("earlier_id")).isEqualTo(1);
            for (String column : List.of("note", "picture", "ordered_on", "ordered_at", "price")) {
              assertThat(row.getObject(column)).as(column).isNull();
            }
            assertThat(row.getObject("paid")).isNull();
            assertThat(row.next()).isFalse();
          }
          return 1;
        });
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void othersGoOnWritingAndTheBackupIsOneMoment(Dialect dialect) throws Exception {
    try (TestInstallation source = TestInstallation.open(dialect)) {
      source.installation().migrate("shop", ONE, "1.0");
      fill(source);
      // Somebody is in the middle of a transaction, and somebody commits while rows are read.
      try (Connection open = source.pool().work().getConnection()) {
        open.setAutoCommit(false);
        open.createStatement().executeUpdate("INSERT INTO shop.kind (code) VALUES ('open')");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean[] written = {false};
        new BackupWriter(source.pool())
            .write(
                new OutputStream() {
                  @Override
                  public void write(int b) {
                    bytes.write(b);
                    if (!written[0]) {
                      written[0] = true;
                      later(source);
                    }
                  }
                });
        Path file = folder.resolve("backup.zip");
        Files.write(file, bytes.toByteArray());
        open.rollback();
        DatabaseSettings target = TestInstallation.newDatabase(dialect);
        restore(target, file);
        try (Installation restored = Installation.open(target, TestInstallation.own(), "test")) {
          assertThat(
                  TestInstallation.value(
                      restored.pool(), "SELECT COUNT(*) FROM shop.kind WHERE code <> 'seeded'"))
              .isEqualTo("0");
        }
      }
    }
  }

  private static void later(TestInstallation source) {
    try {
      source.execute("INSERT INTO shop.kind (code) VALUES ('later')");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aDatabaseThatIsNotEmptyIsRefused(Dialect dialect) throws Exception {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      test.installation().migrate("shop", ONE, "1.0");
      Path file = backup(test);
      assertThatThrownBy(() -> restore(test.pool(), file))
          .isInstanceOf(RestoreException.class)
          .hasMessageContaining("not empty")
          .hasMessageContaining("shop");
      Restorer restorer = new Restorer(test.pool());
      test.execute("DELETE FROM shop.kind");
      restorer.refuseUsed();
      fill(test);
      assertThatThrownBy(restorer::refuseUsed)
          .isInstanceOf(RestoreException.class)
          .hasMessageContaining("shop.order_head");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aBackupFromNewerSoftwareIsRefused(Dialect dialect) throws Exception {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      test.installation().migrate("shop", TWO, "2.0");
      try (BackupFile backup = new BackupFile(backup(test))) {
        assertThatThrownBy(() -> backup.refuseNewerThan(Map.of("shop", ONE)))
            .isInstanceOf(RestoreException.class)
            .hasMessageContaining("shop (backup: version 2, installed: 1)");
        backup.refuseNewerThan(Map.of("shop", TWO, "other", ONE));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aDamagedBackupIsRefusedAndNothingIsLeft(Dialect dialect) throws Exception {
    Path file;
    try (TestInstallation source = TestInstallation.open(dialect)) {
      source.installation().migrate("shop", ONE, "1.0");
      fill(source);
      file = backup(source);
    }
    byte[] bytes = Files.readAllBytes(file);
    Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> new BackupFile(cut)).isInstanceOf(RestoreException.class);
    Path other = folder.resolve("other.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
      zip.putNextEntry(new ZipEntry("holiday.jpg"));
    }
    assertThatThrownBy(() -> new BackupFile(other)).hasMessageContaining("no backup");
    bytes[bytes.length / 3] ^= 0x55;
    Path flipped = Files.write(folder.resolve("flipped.zip"), bytes);
    DatabaseSettings target = TestInstallation.newDatabase(dialect);
    assertThatThrownBy(() -> restore(target, flipped)).isInstanceOf(RestoreException.class);
    restore(target, file);
  }

  private Path backup(TestInstallation source) throws IOException {
    Path file = Files.createTempFile(folder, "backup", ".zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      new BackupWriter(source.pool()).write(out);
    }
    return file;
  }

  private static void restore(DatabaseSettings target, Path file) throws Exception {
    // Kept open: a Derby in memory goes with its last pool.
    Pool pool = Pool.open(target);
    restore(pool, file);
  }

  private static void restore(Pool pool, Path file) throws Exception {
    try (BackupFile backup = new BackupFile(file)) {
      new Restorer(pool).restore(backup);
    }
  }

  private static void fill(TestInstallation source) throws SQLException {
    source
        .pool()
        .own(
            connection -> {
              try (PreparedStatement insert =
                  connection.prepareStatement(
                      "INSERT INTO shop.order_head (id, note, picture, paid, ordered_on, ordered_at,"
                          + " size_code, price, weight, version) VALUES (1, ?, ?, TRUE,"
                          + " '2020-02-29', '2020-03-29 01:30:00.123', -3, 12345678.90, 0.1, 1)")) {
                insert.setString(1, "line one\nline \"two\" – ☕ \\");
                insert.setBytes(2, new byte[] {0, -1, 127});
                insert.executeUpdate();
              }
              return 1;
            });
    source.execute(
        "INSERT INTO shop.order_head (id, earlier_id, version) VALUES (2, 1, 1)",
        "INSERT INTO shop.a_line VALUES (2, 1, 'tea'), (2, 2, 'pot'), (1, 1, 'cup')");
  }
}
