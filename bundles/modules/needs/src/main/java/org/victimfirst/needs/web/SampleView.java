package org.victimfirst.needs.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.api.reporting.Percent;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.SummaryList;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.needs.domain.ChangeTally;
import org.victimfirst.needs.domain.Direction;
import org.victimfirst.needs.domain.ImpactSample;
import org.victimfirst.needs.domain.NeedScale;

/** The page of a sample: how it was drawn, what changed, which cases. No names. */
final class SampleView {
  private final ImpactSample sample;
  private final ChangeTally change;

  SampleView(ImpactSample sample, ChangeTally change) {
    this.sample = sample;
    this.change = change;
  }

  Html body(List<CaseSummary> cases, NeedScale scale) {
    return Template.sample(
        Vf.head("Sample", "Drawn on " + Words.date(sample.drawnOn())),
        Govuk.summaryList(facts()),
        finding(),
        needs(scale),
        Govuk.list(
            "govuk-list",
            cases.stream().map(one -> Govuk.link(one.reference(), Paths.tab(one.id()))).toList()));
  }

  private SummaryList facts() {
    ImpactSample.Draw draw = sample.draw();
    SummaryList facts = SummaryList.empty();
    if (draw == null) {
      return facts
          .with("From", "The legacy extract")
          .with("Cases", Words.number(sample.caseIds().size()));
    }
    return facts
        .with("Cases closed in", Words.period(draw.from(), draw.to()))
        .with("Seed", Long.toString(draw.seed()))
        .with(
            "Cases",
            Words.number(sample.caseIds().size())
                + " of "
                + Words.number(draw.eligible())
                + " with both assessments")
        .with("Drawn by", sample.drawnBy())
        .with("Way of drawing", draw.algorithm());
  }

  private String finding() {
    return part(Direction.REDUCED)
        + " have less need at the end, "
        + part(Direction.STAYED_THE_SAME)
        + " the same, "
        + part(Direction.INCREASED)
        + " more.";
  }

  private String part(Direction direction) {
    long count = change.total(direction);
    return Words.number(count) + " (" + Words.percent(Percent.of(count, change.cases())) + ")";
  }

  private Html needs(NeedScale scale) {
    Table table =
        Table.of(
                "What changed in each need", "Need", "Less", "The same", "More", "No answer at one")
            .withNumbersFrom(1);
    List<List<Cell>> rows = new ArrayList<>();
    for (Map.Entry<String, Map<Direction, Long>> need : change.needs().entrySet()) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(scale.areas().label(need.getKey())));
      need.getValue().values().forEach(count -> cells.add(Cell.number(count)));
      rows.add(cells);
    }
    return Vf.stack(table.withRows(rows));
  }
}
