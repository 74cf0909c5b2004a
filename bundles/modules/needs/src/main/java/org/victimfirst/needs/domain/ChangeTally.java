package org.victimfirst.needs.domain;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.victimfirst.api.area.Code;

/** Counts the direction of travel of many cases, from start to end: in total and need by need. */
public final class ChangeTally {
  private final NeedScale scale;
  private final Map<Direction, Long> totals = zeros();
  private final Map<String, Map<Direction, Long>> needs = new LinkedHashMap<>();

  /** An empty tally of a profile's needs. */
  public ChangeTally(NeedScale scale) {
    this.scale = scale;
    for (Code area : scale.areas().codes()) {
      needs.put(area.code(), zeros());
    }
  }

  /** Counts a case. A stage without an assessment scores 0. */
  public void add(NeedFact fact) {
    totals.merge(Direction.of(fact.startScore(), fact.endScore()), 1L, Long::sum);
    needs.forEach(
        (area, counts) -> {
          String start = fact.start() == null ? "" : fact.start().level(area);
          String end = fact.end() == null ? "" : fact.end().level(area);
          counts.merge(scale.direction(start, end), 1L, Long::sum);
        });
  }

  /** How many cases were counted. */
  public long cases() {
    return totals.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many cases went one way in total. */
  public long total(Direction direction) {
    return totals.getOrDefault(direction, 0L);
  }

  /** How many cases went each way, need by need, in the order of the profile. */
  public Map<String, Map<Direction, Long>> needs() {
    return needs;
  }

  private static Map<Direction, Long> zeros() {
    Map<Direction, Long> zeros = new EnumMap<>(Direction.class);
    for (Direction direction : Direction.values()) {
      zeros.put(direction, 0L);
    }
    return zeros;
  }
}
