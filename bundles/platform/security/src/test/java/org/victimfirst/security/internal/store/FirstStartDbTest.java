package org.victimfirst.security.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestDatabase;

class FirstStartDbTest {
  @TempDir Path folder;

  @OnEachDatabase
  void aFileThatCannotBeWrittenLocksNobodyOut(Dialect dialect) throws IOException {
    try (TestDatabase test = TestDatabase.open(dialect, "security")) {
      DataFolder full = new DataFolder(Files.createFile(folder.resolve("full")));

      assertThatThrownBy(() -> start(test, full)).isInstanceOf(UncheckedIOException.class);
      assertThat(people(test)).isZero();

      start(test, new DataFolder(folder));
      assertThat(people(test)).isOne();
      assertThat(folder.resolve(FirstStart.FILE)).isNotEmptyFile();
    }
  }

  private static void start(TestDatabase test, DataFolder folder) {
    new FirstStart(folder, test.database(), test.ids(), test.audit(), new MovableClock());
  }

  private static long people(TestDatabase test) {
    return test.database().read(connection -> new UserTable(connection).count());
  }
}
