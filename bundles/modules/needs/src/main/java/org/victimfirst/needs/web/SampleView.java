package org.victimfirst.needs.web;

import java.util.List;
import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.SummaryList;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.needs.domain.ImpactSample;

/** The page of a sample: how it was drawn, what changed, which cases. No names. */
final class SampleView {
  private final ImpactSample sample;
  private final TallyFigure change;

  SampleView(ImpactSample sample, TallyFigure change) {
    this.sample = sample;
    this.change = change;
  }

  Html body(List<CaseSummary> cases) {
    return Template.sample(
        Vf.head("Sample", "Drawn on " + Words.date(sample.drawnOn())),
        Govuk.summaryList(facts()),
        change.finding(),
        change.needs(),
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
}
