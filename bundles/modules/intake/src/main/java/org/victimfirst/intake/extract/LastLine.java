package org.victimfirst.intake.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** The end of a file: asked only when something is wrong there. */
final class LastLine {
  private LastLine() {}

  /** Whether the last line is ended. */
  static boolean ended(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      if (file.length() == 0) {
        return false;
      }
      file.seek(file.length() - 1);
      int last = file.read();
      return last == '\n' || last == '\r';
    }
  }

  /** Number of the last line, from 1. */
  static long number(Path path) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long line = 1;
    boolean afterCarriageReturn = false;
    try (InputStream in = Files.newInputStream(path)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        for (int i = 0; i < count; i++) {
          boolean lineFeed = buffer[i] == '\n';
          boolean carriageReturn = buffer[i] == '\r';
          if (carriageReturn || (lineFeed && !afterCarriageReturn)) {
            line++;
          }
          afterCarriageReturn = carriageReturn;
        }
      }
    }
    return line;
  }
}
