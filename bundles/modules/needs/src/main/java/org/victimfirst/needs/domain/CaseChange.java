package org.victimfirst.needs.domain;

import java.util.List;

/**
 * The direction of travel of one case between two assessments.
 *
 * @param from the earlier assessment
 * @param to the later assessment
 * @param needs each need that was asked in one of them, in the order of the profile
 * @param fromScore sum of the scores of the earlier one
 * @param toScore sum of the scores of the later one
 */
public record CaseChange(
    NeedsAssessment from, NeedsAssessment to, List<Need> needs, int fromScore, int toScore) {
  /**
   * One need.
   *
   * @param area code of {@code need_area}
   * @param from its level in the earlier one; an empty string when it was not asked
   * @param to its level in the later one; an empty string when it was not asked
   * @param direction what became of it
   */
  public record Need(String area, String from, String to, Direction direction) {}

  /** Compares two assessments. */
  public static CaseChange between(NeedsAssessment from, NeedsAssessment to, NeedScale scale) {
    List<Need> needs =
        scale.areas(List.of(from.answers(), to.answers())).stream()
            .map(area -> need(area.code(), from, to, scale))
            .filter(need -> !need.from().isEmpty() || !need.to().isEmpty())
            .toList();
    return new CaseChange(
        from,
        to,
        needs,
        scale.sum(needs.stream().map(Need::from).toList()),
        scale.sum(needs.stream().map(Need::to).toList()));
  }

  /** What became of the sum. */
  public Direction total() {
    return Direction.of(fromScore, toScore);
  }

  /** How many needs went one way. */
  public int count(Direction direction) {
    return (int) needs.stream().filter(need -> need.direction() == direction).count();
  }

  private static Need need(String area, NeedsAssessment from, NeedsAssessment to, NeedScale scale) {
    String before = from.answers().level(area);
    String after = to.answers().level(area);
    return new Need(area, before, after, scale.direction(before, after));
  }
}
