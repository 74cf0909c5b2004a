package org.victimfirst.needs.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.Code;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.NeedFact;
import org.victimfirst.needs.domain.NeedScale;

/** Counts levels by need and stage. What was not asked counts as not recorded. */
final class LevelCounts {
  static final List<AssessmentStage> STAGES = List.of(AssessmentStage.START, AssessmentStage.END);

  private final Map<String, Map<String, Map<String, Long>>> counts = new LinkedHashMap<>();
  private long counted;

  LevelCounts(NeedScale scale) {
    for (Code area : scale.areas().codes()) {
      Map<String, Map<String, Long>> stages = new LinkedHashMap<>();
      for (AssessmentStage stage : STAGES) {
        Map<String, Long> levels = new LinkedHashMap<>();
        scale.levels().codes().forEach(level -> levels.put(level.code(), 0L));
        levels.putIfAbsent(NeedScale.NOT_RECORDED, 0L);
        stages.put(stage.code(), levels);
      }
      counts.put(area.code(), stages);
    }
  }

  /** Counts a case. */
  void add(NeedFact fact) {
    counted++;
    counts.forEach(
        (area, stages) -> {
          count(stages, AssessmentStage.START, fact.start(), area);
          count(stages, AssessmentStage.END, fact.end(), area);
        });
  }

  /** Counts cases without any assessment, until so many cases are counted in all. */
  void fillUp(long cases) {
    long missing = cases - counted;
    counted = cases;
    counts.forEach(
        (area, stages) ->
            stages.forEach(
                (stage, levels) -> levels.merge(NeedScale.NOT_RECORDED, missing, Long::sum)));
  }

  /** The levels of a need at a stage. */
  Map<String, Long> levels(String area, AssessmentStage stage) {
    return counts.getOrDefault(area, Map.of()).getOrDefault(stage.code(), Map.of());
  }

  /** Need, stage and level to cases, as figures. */
  Map<String, Object> figures() {
    return new LinkedHashMap<>(counts);
  }

  private static void count(
      Map<String, Map<String, Long>> stages,
      AssessmentStage stage,
      NeedFact.@Nullable Levels levels,
      String area) {
    String level = levels == null ? "" : levels.level(area);
    stages
        .getOrDefault(stage.code(), new LinkedHashMap<>())
        .merge(level.isEmpty() ? NeedScale.NOT_RECORDED : level, 1L, Long::sum);
  }
}
