package org.victimfirst.needs.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Chart;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.needs.domain.CaseChange;
import org.victimfirst.needs.domain.Direction;
import org.victimfirst.needs.domain.NeedScale;
import org.victimfirst.needs.domain.NeedsAssessment;

/** The needs of one case over time, as a chart with its table and a sentence. */
final class ChangeFigure {
  private final NeedScale scale;
  private final NeedWords words;

  ChangeFigure(AreaProfile profile) {
    this.scale = NeedScale.of(profile);
    this.words = new NeedWords(profile);
  }

  /** The section; nothing while there are fewer than two assessments, in the order of time. */
  Html of(List<NeedsAssessment> assessments) {
    if (assessments.size() < 2) {
      return Html.EMPTY;
    }
    NeedsAssessment first = assessments.get(0);
    NeedsAssessment last = assessments.get(assessments.size() - 1);
    CaseChange change = CaseChange.between(first, last, scale);
    String heading = "Change since the " + words.stage(first.stage()).toLowerCase(Locale.UK);
    return Vf.section(
        "change",
        heading,
        Html.all(Govuk.body(finding(change)), Chart.change(chart(assessments, change))));
  }

  /** "5 needs are lower, 4 are the same, none is higher. 1 has no answer at one of the two." */
  String finding(CaseChange change) {
    String words =
        Words.capital(count(change.count(Direction.REDUCED), "need is", "needs are"))
            + " lower, "
            + count(change.count(Direction.STAYED_THE_SAME), "is", "are")
            + " the same, "
            + count(change.count(Direction.INCREASED), "is", "are")
            + " higher.";
    int missing = change.count(Direction.NOT_COMPARABLE);
    return missing == 0
        ? words
        : words + " " + count(missing, "has", "have") + " no answer at one of the two.";
  }

  private static String count(int number, String one, String many) {
    return switch (number) {
      case 0 -> "none " + (one.endsWith("is") ? "is" : one);
      case 1 -> "1 " + one;
      default -> number + " " + many;
    };
  }

  private Chart.Change chart(List<NeedsAssessment> assessments, CaseChange change) {
    List<Code> levels =
        scale.levels().codes().stream()
            .filter(level -> scale.score(level.code()).isPresent())
            .sorted(Comparator.comparingInt(level -> scale.score(level.code()).orElse(0)))
            .toList();
    return new Chart.Change(
        "needs",
        "Level of each need over time",
        finding(change) + " The table below has every level.",
        "Need",
        levels.stream().map(ChangeFigure::shortly).toList(),
        assessments.stream().map(words::stageAndDate).toList(),
        scale.areas(assessments.stream().map(NeedsAssessment::answers).toList()).stream()
            .map(area -> line(area, assessments, levels))
            .toList());
  }

  /** A level in the words that fit over a chart on a phone. */
  private static String shortly(Code level) {
    return level.attribute("words").orElse(level.label());
  }

  private Chart.ChangeLine line(Code area, List<NeedsAssessment> assessments, List<Code> levels) {
    List<@Nullable Integer> places = new ArrayList<>();
    List<String> otherwise = new ArrayList<>();
    for (NeedsAssessment assessment : assessments) {
      String level = assessment.answers().level(area.code());
      int place = levels.stream().map(Code::code).toList().indexOf(level);
      places.add(place < 0 ? null : place);
      otherwise.add(words.level(level));
    }
    return new Chart.ChangeLine(area.label(), places, otherwise);
  }
}
