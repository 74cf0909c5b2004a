package org.victimfirst.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The page with the figures. Its words are written by people; what stands between {@code <!-- name
 * -->} and {@code <!-- /name -->} is written here.
 */
final class PerformancePage {
  private final Path file;

  PerformancePage(Path file) {
    this.file = file;
  }

  void replace(String name, String part) throws IOException {
    String text = Files.readString(file);
    String begin = "<!-- " + name + " -->";
    String end = "<!-- /" + name + " -->";
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException(
          file.getFileName() + " has no place for " + name + ": it needs " + begin + " and " + end);
    }
    Files.writeString(
        file,
        text.substring(0, from + begin.length()) + "\n" + part.strip() + "\n" + text.substring(to));
  }
}
