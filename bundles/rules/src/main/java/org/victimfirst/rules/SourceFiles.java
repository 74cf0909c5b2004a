package org.victimfirst.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at the source files of a bundle. */
final class SourceFiles {
  private static final int LONGEST = 400;
  private static final Pattern PLEASE = Pattern.compile("\\bplease\\b", Pattern.CASE_INSENSITIVE);

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

  /** Pages and messages say what to do; they do not beg. */
  static void checkWords(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("src/main"))) {
      List<String> begging =
          files
              .filter(file -> file.toString().matches(".*[.](java|jte|js)"))
              .filter(file -> PLEASE.matcher(text(file)).find())
              .map(file -> folder.relativize(file).toString())
              .sorted()
              .toList();
      assertThat(begging).as("Words for users are plain: none says please").isEmpty();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
