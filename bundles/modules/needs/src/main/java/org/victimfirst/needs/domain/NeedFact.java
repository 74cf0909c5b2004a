package org.victimfirst.needs.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What reports count of a case: nothing that says whose it is. It outlives the assessments.
 *
 * @param caseId the case
 * @param start the finished assessment of the start, or null
 * @param end the finished assessment of the end, or null
 */
public record NeedFact(long caseId, @Nullable Levels start, @Nullable Levels end) {
  /**
   * The levels of one assessment.
   *
   * @param byArea level by area, of the needs that were asked
   * @param score sum of their scores
   */
  public record Levels(Map<String, String> byArea, int score) {
    /** The levels of some ratings. */
    public static Levels of(List<NeedRating> ratings, NeedScale scale) {
      Map<String, String> byArea =
          ratings.stream()
              .filter(NeedRating::asked)
              .collect(Collectors.toMap(NeedRating::area, NeedRating::level));
      return new Levels(byArea, scale.sum(byArea.values()));
    }

    /** The level of a need; an empty string when it was not asked. */
    public String level(String area) {
      return byArea.getOrDefault(area, "");
    }
  }

  /** The fact of a case. */
  public static NeedFact of(AssessmentHistory history, NeedScale scale) {
    return new NeedFact(
        history.caseId(),
        history.start().map(a -> Levels.of(a.answers().ratings(), scale)).orElse(null),
        history.end().map(a -> Levels.of(a.answers().ratings(), scale)).orElse(null));
  }

  /** Score at the start; 0 without an assessment. */
  public int startScore() {
    return start == null ? 0 : start.score();
  }

  /** Score at the end; 0 without an assessment. */
  public int endScore() {
    return end == null ? 0 : end.score();
  }

  /** Whether the needs were assessed at the start and at the end. */
  public boolean complete() {
    return start != null && end != null;
  }
}
