package org.victimfirst.needs.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A random sample of closed cases, behind "reduction in need".
 *
 * @param id its id, 0 before it is stored
 * @param drawnOn the day on which it was drawn
 * @param drawnBy login of who drew it, or an empty string when it was handed over
 * @param draw how it was drawn; null when it was handed over with the legacy extract
 * @param caseIds the cases, in the order in which they were drawn
 */
public record ImpactSample(
    long id, LocalDate drawnOn, String drawnBy, @Nullable Draw draw, List<Long> caseIds) {
  /**
   * How a sample was drawn: with the same, anybody draws the same cases again.
   *
   * @param from first day of the period in which the cases were closed
   * @param to last day, included
   * @param seed any number
   * @param size how many were asked for
   * @param eligible how many cases there were to draw from
   * @param algorithm name of the way of drawing, {@link SampleDraw#ALGORITHM}
   */
  public record Draw(
      LocalDate from, LocalDate to, long seed, int size, int eligible, String algorithm) {}
}
