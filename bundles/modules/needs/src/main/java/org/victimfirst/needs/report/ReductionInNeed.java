package org.victimfirst.needs.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.reporting.Block;
import org.victimfirst.api.reporting.Check;
import org.victimfirst.api.reporting.Percent;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;
import org.victimfirst.needs.domain.ClosedCaseFacts.SampledCase;
import org.victimfirst.needs.domain.Direction;
import org.victimfirst.needs.domain.NeedFact;
import org.victimfirst.needs.domain.NeedScale;

/** Counts the sampled cases of one report, and says what they show. */
final class ReductionInNeed implements ReportSection.Counter {
  static final List<Direction> DIRECTIONS =
      List.of(Direction.REDUCED, Direction.STAYED_THE_SAME, Direction.INCREASED);

  static final String REASONS = "no_change_reason";

  private final List<SampledCase> sampled;
  private final AreaProfile profile;
  private final NeedScale scale;

  ReductionInNeed(List<SampledCase> sampled, AreaProfile profile) {
    this.sampled = sampled;
    this.profile = profile;
    this.scale = NeedScale.of(profile);
  }

  /** What became of the sum of a case. */
  static Direction direction(NeedFact fact) {
    return Direction.of(fact.startScore(), fact.endScore());
  }

  @Override
  public Section end(Totals totals) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("sample_size", size());
    DIRECTIONS.forEach(direction -> figures.put(direction.code(), count(direction)));
    figures.put("stayed_the_same_reason", reasons());
    return new Section(figures, percent(), List.of(check()), List.of(tiles(), bars()));
  }

  private long size() {
    return sampled.size();
  }

  private long count(Direction direction) {
    return sampled.stream().filter(one -> direction(one.fact()) == direction).count();
  }

  private Map<String, Long> reasons() {
    Map<String, Long> reasons = new LinkedHashMap<>();
    profile.list(REASONS).codes().forEach(reason -> reasons.put(reason.code(), 0L));
    for (SampledCase one : sampled) {
      if (!one.noChangeReason().isEmpty()) {
        reasons.merge(one.noChangeReason(), 1L, Long::sum);
      }
    }
    return reasons;
  }

  private Map<String, Object> percent() {
    Map<String, Object> percent = new LinkedHashMap<>();
    for (Direction direction : DIRECTIONS) {
      percent.put(direction.code(), Percent.of(count(direction), size()));
    }
    return percent;
  }

  private Check check() {
    return new Check(
        "Less need, the same and more need add up to sampled cases",
        size(),
        DIRECTIONS.stream().mapToLong(this::count).sum());
  }

  private Block tiles() {
    return new Block.Tiles(
        heading(),
        note(),
        List.of(
            new Block.Tile(number(size()), "sampled cases", "", ReductionInNeedSection.ALL_SAMPLED),
            tile(Direction.REDUCED, "less need at the end"),
            tile(Direction.STAYED_THE_SAME, "the same"),
            tile(Direction.INCREASED, "more need at the end")));
  }

  private Block.Tile tile(Direction direction, String label) {
    BigDecimal percent = Percent.of(count(direction), size());
    return new Block.Tile(
        number(count(direction)),
        label,
        percent == null ? "" : percent.toPlainString() + "%",
        Map.of(ReductionInNeedSection.DIRECTION, direction.code()));
  }

  private Block bars() {
    List<Block.Bar> bars = new ArrayList<>();
    reasons()
        .forEach(
            (code, number) ->
                bars.add(
                    new Block.Bar(
                        code,
                        profile.list(REASONS).label(code),
                        List.of(number),
                        List.of(Map.of(REASONS, code)))));
    return new Block.Bars(
        "Why the need stayed the same",
        "Sampled cases by the reason recorded for no change; not all have one.",
        List.of("Cases"),
        false,
        List.of("Cases"),
        bars,
        0,
        false,
        "Reason",
        "reasons");
  }

  private String heading() {
    return sampled.isEmpty()
        ? "No sample was drawn of this period"
        : number(count(Direction.REDUCED))
            + " of "
            + number(size())
            + " sampled cases have less need at the end";
  }

  private String note() {
    long oneSided = sampled.stream().filter(one -> oneSided(one.fact())).count();
    String note = "The sum of all needs at the end beside the sum at the start.";
    return oneSided == 0
        ? note
        : note + " In " + number(oneSided) + " cases a need has an answer at one of them only.";
  }

  private boolean oneSided(NeedFact fact) {
    return scale.areas().codes().stream()
        .map(Code::code)
        .anyMatch(area -> answered(fact.start(), area) != answered(fact.end(), area));
  }

  private boolean answered(NeedFact.@Nullable Levels levels, String area) {
    return levels != null && scale.score(levels.level(area)).isPresent();
  }

  private static String number(long number) {
    return String.format(Locale.UK, "%,d", number);
  }
}
