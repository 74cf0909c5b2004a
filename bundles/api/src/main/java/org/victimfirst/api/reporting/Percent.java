package org.victimfirst.api.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Percentages as reports print them: one decimal, halves up. */
public final class Percent {
  private Percent() {}

  /**
   * Part of whole in per cent.
   *
   * @return with one decimal, halves up; null when the whole is 0
   */
  public static @Nullable BigDecimal of(long part, long whole) {
    if (whole == 0) {
      return null;
    }
    return BigDecimal.valueOf(part * 100)
        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
  }
}
