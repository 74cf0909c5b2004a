package org.victimfirst.needs.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.victimfirst.needs.domain.CaseChange;

/**
 * What changed in a case, as JSON.
 *
 * @param from id of the earlier assessment
 * @param to id of the later assessment
 * @param fromScore sum of the scores of the earlier one
 * @param toScore sum of the scores of the later one
 * @param direction {@code reduced}, {@code stayed_the_same} or {@code increased}
 * @param needs need by need
 */
record ChangeView(
    String from, String to, int fromScore, int toScore, String direction, List<Need> needs) {
  /**
   * One need.
   *
   * @param area code of {@code need_area}
   * @param from its level in the earlier one; left out when it was not asked
   * @param to its level in the later one; left out when it was not asked
   * @param direction as above, or {@code not_comparable}
   */
  record Need(String area, @Nullable String from, @Nullable String to, String direction) {}

  static ChangeView of(CaseChange change) {
    return new ChangeView(
        Long.toString(change.from().id()),
        Long.toString(change.to().id()),
        change.fromScore(),
        change.toScore(),
        change.total().code(),
        change.needs().stream()
            .map(
                need ->
                    new Need(
                        need.area(),
                        AssessmentView.orNull(need.from()),
                        AssessmentView.orNull(need.to()),
                        need.direction().code()))
            .toList());
  }
}
