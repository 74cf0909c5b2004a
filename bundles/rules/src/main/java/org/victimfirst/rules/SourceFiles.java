package org.victimfirst.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks at the source files of a bundle. */
final class SourceFiles {
  private static final int LONGEST = 400;

  private SourceFiles() {}

  static void checkLength(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
      List<String> tooLong =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> lines(file) > LONGEST)
              .map(file -> folder.relativize(file) + ": " + lines(file) + " lines")
              .sorted()
              .toList();
      assertThat(tooLong)
          .as("A class is about one thing; part these, none may have over %d lines", LONGEST)
          .isEmpty();
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
