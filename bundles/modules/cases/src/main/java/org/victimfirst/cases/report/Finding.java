package org.victimfirst.cases.report;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Says what the figures show, for the headings of charts. */
final class Finding {
  private Finding() {}

  /** "8 in 10", "nearly all", "1 in 40"; for a part that is not 0. */
  static String share(long part, long whole) {
    if (part >= whole) {
      return "all";
    }
    double share = (double) part / whole;
    if (share >= 0.95) {
      return "nearly all";
    }
    long tenths = Math.round(share * 10);
    return tenths > 0 ? tenths + " in 10" : "1 in " + Math.round(1 / share);
  }

  /** The line with most cases; of several the first. */
  static Optional<Line> largest(Lines lines, Predicate<Line> among) {
    return lines.all().stream()
        .filter(line -> line.closed() > 0)
        .filter(among)
        .max(
            Comparator.comparingLong(Line::closed)
                .thenComparing(line -> -lines.all().indexOf(line)));
  }

  static Optional<Line> largest(Lines lines) {
    return largest(lines, line -> true);
  }

  static String number(long number) {
    return String.format(Locale.UK, "%,d", number);
  }
}
