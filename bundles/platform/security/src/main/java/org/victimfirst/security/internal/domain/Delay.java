package org.victimfirst.security.internal.domain;

import java.time.Duration;

/** How long a login or an address must wait after wrong tries. */
public final class Delay {
  /** Without a wrong try for this long, counting begins anew. */
  public static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private static final int FREE_TRIES = 2;
  private static final int LONGEST_SECONDS = 60;

  private Delay() {}

  /** Nothing after two wrong tries; then 1, 2, 4 … up to 60 seconds. */
  public static Duration after(int failures) {
    if (failures <= FREE_TRIES) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures - FREE_TRIES - 1, 6);
    return Duration.ofSeconds(Math.min(LONGEST_SECONDS, 1L << doublings));
  }
}
