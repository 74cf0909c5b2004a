package org.victimfirst.needs.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.victimfirst.needs.domain.ChangeTally;
import org.victimfirst.needs.domain.Direction;

/**
 * What changed in many cases, as JSON.
 *
 * @param cases how many cases
 * @param reduced in how many the sum of all needs is smaller at the end than at the start
 * @param stayedTheSame in how many it is equal
 * @param increased in how many it is larger
 * @param needs need by need: direction to cases
 */
record TallyView(
    long cases,
    long reduced,
    long stayedTheSame,
    long increased,
    Map<String, Map<String, Long>> needs) {
  static TallyView of(ChangeTally tally) {
    Map<String, Map<String, Long>> needs = new LinkedHashMap<>();
    tally
        .needs()
        .forEach(
            (area, counts) -> {
              Map<String, Long> byCode = new LinkedHashMap<>();
              counts.forEach((direction, cases) -> byCode.put(direction.code(), cases));
              needs.put(area, byCode);
            });
    return new TallyView(
        tally.cases(),
        tally.total(Direction.REDUCED),
        tally.total(Direction.STAYED_THE_SAME),
        tally.total(Direction.INCREASED),
        needs);
  }
}
