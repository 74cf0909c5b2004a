package org.victimfirst.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the person at the keyboard sees. */
final class Terminal {
  private static final int BAR = 30;
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Terminal() {}

  static void say(String line) {
    OUT.println(line);
  }

  /** Draws a progress bar over the last one; on a pipe, nothing until the end. */
  static void progress(long done, long total, String what) {
    if (System.console() == null) {
      return;
    }
    int filled = total == 0 ? 0 : (int) Math.min(BAR, done * BAR / total);
    String percent = total == 0 ? "" : " %3d %%".formatted(Math.min(100, done * 100 / total));
    OUT.printf("\r[%s%s]%s %-48.48s", "#".repeat(filled), " ".repeat(BAR - filled), percent, what);
    OUT.flush();
  }

  /** Leaves the line of the progress bar. */
  static void endProgress() {
    if (System.console() != null) {
      OUT.printf("\r%s\r", " ".repeat(BAR + 60));
      OUT.flush();
    }
  }
}
