package org.victimfirst.needs.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.area.CodeList;

/**
 * The needs that are asked and the levels that are answered, from the area profile: the lists
 * {@code need_area} and {@code need_level}, whose attribute {@code score} says what a level counts.
 *
 * <p>A level without a score ({@link #NOT_RECORDED}: asked, and no answer) and a need that was not
 * asked count nothing in a sum of scores. That is how the quarterly report has always counted, so a
 * need that was severe at the start and has no answer at the end makes the sum smaller.
 */
public final class NeedScale {
  /** Name of the list of needs. */
  public static final String AREAS = "need_area";

  /** Name of the list of levels. */
  public static final String LEVELS = "need_level";

  /** The level of a need that was asked and has no answer. */
  public static final String NOT_RECORDED = "not_recorded";

  private static final String SCORE = "score";

  private final CodeList areas;
  private final CodeList levels;

  private NeedScale(CodeList areas, CodeList levels) {
    this.areas = areas;
    this.levels = levels;
  }

  /** The scale of a profile. */
  public static NeedScale of(AreaProfile profile) {
    return new NeedScale(profile.list(AREAS), profile.list(LEVELS));
  }

  /** The needs, past ones too. */
  public CodeList areas() {
    return areas;
  }

  /** The levels, past ones too, in the order of their severity, those without a score last. */
  public CodeList levels() {
    return levels;
  }

  /** The needs that are asked on a day. */
  public List<Code> areas(LocalDate day) {
    return areas.on(day);
  }

  /** The needs of an assessment: those of its day, and others that it answers. */
  public List<Code> areas(AssessmentAnswers answers) {
    return areas(List.of(answers));
  }

  /**
   * The needs of some assessments: those of their days, and others that they answer. One that the
   * profile has no more stands last, under its code.
   */
  public List<Code> areas(List<AssessmentAnswers> all) {
    Stream<Code> known =
        areas.codes().stream().filter(area -> all.stream().anyMatch(one -> has(one, area)));
    Stream<Code> gone =
        all.stream()
            .flatMap(one -> one.ratings().stream())
            .map(NeedRating::area)
            .filter(area -> !areas.has(area))
            .distinct()
            .map(area -> new Code(area, area, Integer.MAX_VALUE, null, null, null, Map.of()));
    return Stream.concat(known, gone).toList();
  }

  /** The levels that may be chosen on a day. */
  public List<Code> levels(LocalDate day) {
    return levels.on(day);
  }

  /** What a level counts; empty for one without a score and for a need that was not asked. */
  public OptionalInt score(String level) {
    return levels
        .find(level)
        .flatMap(code -> code.attribute(SCORE))
        .map(score -> OptionalInt.of(Integer.parseInt(score)))
        .orElse(OptionalInt.empty());
  }

  /** The sum of the scores of some levels. */
  public int sum(Collection<String> someLevels) {
    return someLevels.stream().mapToInt(level -> score(level).orElse(0)).sum();
  }

  /** What became of a need, from one level to another. */
  public Direction direction(String from, String to) {
    OptionalInt before = score(from);
    OptionalInt after = score(to);
    return before.isPresent() && after.isPresent()
        ? Direction.of(before.getAsInt(), after.getAsInt())
        : Direction.NOT_COMPARABLE;
  }

  private static boolean has(AssessmentAnswers answers, Code area) {
    return area.validOn(answers.assessedOn()) || answers.rating(area.code()).isPresent();
  }
}
