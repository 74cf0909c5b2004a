package org.victimfirst.modules.domain;

import java.util.Arrays;
import java.util.Comparator;

/** The order of versions: number by number, then the rest. */
public final class Versions {
  /** Oldest first. */
  public static final Comparator<String> ORDER =
      Comparator.comparing(Versions::numbers, Arrays::compare)
          .thenComparing(Comparator.naturalOrder());

  private Versions() {}

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("[^0-9]+", -1))
        .filter(part -> !part.isEmpty() && part.length() < 10)
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
