package org.victimfirst.needs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.reporting.Block;
import org.victimfirst.api.reporting.Check;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.NeedScale;

/** Counts the cases of one report, and says what they show. */
final class IdentifiedNeeds implements ReportSection.Counter {
  /** How many levels the chart can tell apart. */
  private static final int DRAWN = 3;

  private final LevelCounts counts;
  private final NeedScale scale;
  private final AreaProfile profile;
  private long enhanced;

  IdentifiedNeeds(LevelCounts counts, AreaProfile profile) {
    this.counts = counts;
    this.profile = profile;
    this.scale = NeedScale.of(profile);
  }

  @Override
  public void closed(CaseFact fact) {
    if (fact.enhanced()) {
      enhanced++;
    }
  }

  @Override
  public Section end(Totals totals) {
    counts.fillUp(enhanced);
    return new Section(counts.figures(), Map.of(), checks(totals), List.of(block()));
  }

  private List<Check> checks(Totals totals) {
    List<Check> checks = new ArrayList<>();
    for (Code area : scale.areas().codes()) {
      for (AssessmentStage stage : LevelCounts.STAGES) {
        checks.add(
            new Check(
                title(area, stage) + ", adds up to cases with enhanced support",
                totals.enhanced(),
                counts.levels(area.code(), stage).values().stream()
                    .mapToLong(Long::longValue)
                    .sum()));
      }
    }
    return checks;
  }

  private Block block() {
    List<Code> levels = columns();
    List<Integer> drawn =
        IntStream.range(0, levels.size())
            .filter(i -> need(levels.get(i)))
            .limit(DRAWN)
            .boxed()
            .toList();
    return new Block.Levels(
        heading(),
        String.format(
            Locale.UK,
            "%,d people with enhanced support. Bars show the levels of need, and the number is their"
                + " sum; no need and not recorded are in the table.",
            enhanced),
        "Need",
        levels.stream().map(Code::label).toList(),
        drawn,
        scale.areas().codes().stream().map(area -> pair(area, levels)).toList());
  }

  private Block.Pair pair(Code area, List<Code> levels) {
    return new Block.Pair(
        area.code(),
        area.label(),
        numbers(area, AssessmentStage.START, levels),
        numbers(area, AssessmentStage.END, levels),
        drill(area, AssessmentStage.START, levels),
        drill(area, AssessmentStage.END, levels));
  }

  private List<Long> numbers(Code area, AssessmentStage stage, List<Code> levels) {
    Map<String, Long> counted = counts.levels(area.code(), stage);
    return levels.stream().map(level -> counted.getOrDefault(level.code(), 0L)).toList();
  }

  private static List<Map<String, String>> drill(
      Code area, AssessmentStage stage, List<Code> levels) {
    return levels.stream()
        .map(
            level ->
                Map.of(
                    IdentifiedNeedsSection.NEED,
                    area.code(),
                    IdentifiedNeedsSection.STAGE,
                    stage.code(),
                    IdentifiedNeedsSection.LEVEL,
                    level.code()))
        .toList();
  }

  /** The most severe level first, then the others as they come. */
  private List<Code> columns() {
    Comparator<Code> severest =
        Comparator.comparingInt(level -> -scale.score(level.code()).orElse(-1));
    return scale.levels().codes().stream().sorted(severest).toList();
  }

  private boolean need(Code level) {
    return scale.score(level.code()).orElse(0) > 0;
  }

  private String heading() {
    List<Code> areas = scale.areas().codes();
    long fewer =
        areas.stream()
            .filter(area -> people(area, AssessmentStage.END) < people(area, AssessmentStage.START))
            .count();
    if (fewer == 0) {
      return "In no need are fewer people at the end than at the start";
    }
    return fewer == areas.size()
        ? "Fewer people have a need at the end, in all " + fewer + " needs"
        : "Fewer people have a need at the end, in " + fewer + " of " + areas.size() + " needs";
  }

  private long people(Code area, AssessmentStage stage) {
    Map<String, Long> counted = counts.levels(area.code(), stage);
    return scale.levels().codes().stream()
        .filter(this::need)
        .mapToLong(level -> counted.getOrDefault(level.code(), 0L))
        .sum();
  }

  private String title(Code area, AssessmentStage stage) {
    return area.label()
        + ", "
        + profile.list(AssessmentStage.LIST).label(stage.code()).toLowerCase(Locale.UK);
  }
}
