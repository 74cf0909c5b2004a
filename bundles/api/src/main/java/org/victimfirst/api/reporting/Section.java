package org.victimfirst.api.reporting;

import java.util.List;
import java.util.Map;

/**
 * A section, counted.
 *
 * @param figures the figures: maps of maps, {@code Long}s at the leaves, in order
 * @param percent the percentages, in the same way, {@link java.math.BigDecimal}s at the leaves,
 *     null where the whole is 0; an empty map when the section has none
 * @param checks the sums that must agree
 * @param blocks what people see of it
 * @param apart paths of the counts that do not add up with those beside them, each with the path of
 *     the count that it is a part of, or an empty string where it is part of none: small counts are
 *     protected by this
 */
public record Section(
    Map<String, Object> figures,
    Map<String, Object> percent,
    List<Check> checks,
    List<Block> blocks,
    Map<String, String> apart) {
  /** A section in which the counts beside each other add up. */
  public Section(
      Map<String, Object> figures,
      Map<String, Object> percent,
      List<Check> checks,
      List<Block> blocks) {
    this(figures, percent, checks, blocks, Map.of());
  }
}
