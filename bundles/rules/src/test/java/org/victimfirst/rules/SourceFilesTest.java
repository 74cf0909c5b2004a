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

  @Test
  void theWordPleaseIsFoundInPagesAndTheirTemplates() throws IOException {
    write("src/main/java/Fine.java", "/** Until it pleases. */ String words = \"Look at it\";");
    assertThatCode(() -> SourceFiles.checkWords(folder)).doesNotThrowAnyException();

    write("src/main/java/Words.java", "String words = \"Please look\";");
    write("src/main/jte/words.jte", "<p>Imported, please look</p>");

    assertThatThrownBy(() -> SourceFiles.checkWords(folder))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("src/main/java/Words.java")
        .hasMessageContaining("src/main/jte/words.jte")
        .hasMessageNotContaining("Fine.java");
  }

  private void write(int lines) throws IOException {
    write("src/test/java/Long.java", "//\n".repeat(lines));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
