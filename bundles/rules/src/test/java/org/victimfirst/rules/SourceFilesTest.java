package org.victimfirst.rules;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class SourceFilesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void fourHundredLinesAreFine() throws IOException {
    write(400);

    assertThatCode(() -> SourceFiles.checkLength(folder)).doesNotThrowAnyException();
  }

  @Test
  void oneMoreIsTooLong() throws IOException {
    write(401);

    assertThatThrownBy(() -> SourceFiles.checkLength(folder))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Long.java: 401 lines");
  }

  private void write(int lines) throws IOException {
    Path file = folder.resolve("src/test/java/Long.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "//\n".repeat(lines));
  }
}
