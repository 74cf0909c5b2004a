package org.victimfirst.needs.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.SummaryList;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.ChangeTally;
import org.victimfirst.needs.domain.ImpactSamples;
import org.victimfirst.needs.domain.RefusedException;

/** The page that tells what changed in all cases of a period. */
@Component
@VictimFirstModule(module = NeedsModule.NAME)
public final class ChangePages implements PageSet {
  private static final String TITLE = "What changed in all cases";

  private final ImpactSamples samples;

  /** For the platform. */
  @Activate
  public ChangePages(@Reference ImpactSamples samples) {
    this.samples = samples;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.get(Paths.CHANGES, NeedsModule.SAMPLE, this::show));
  }

  /** The dates name nobody, so they may stand in the address of this page. */
  private PageResponse show(PageRequest request) {
    Form form = Form.of(request.query());
    if (request.query().isEmpty()) {
      return page(form, Html.EMPTY);
    }
    Optional<LocalDate> from = PeriodFields.from(form);
    Optional<LocalDate> to = PeriodFields.to(form);
    if (from.isPresent() && to.isPresent()) {
      try {
        return page(form, result(from.get(), to.get()));
      } catch (RefusedException e) {
        e.refusals().forEach(refusal -> form.error(refusal.field(), refusal.sentence()));
      }
    }
    return page(form, Html.EMPTY).refused();
  }

  private static PageResponse.Page page(Form form, Html result) {
    Html fields = Html.all(PeriodFields.inputs(form), Govuk.submit("Show what changed"));
    return PageResponse.page(
        TITLE,
        Template.changes(
            form.errorSummary("Nothing shown"),
            Vf.head(
                TITLE,
                "The cases with enhanced support that were closed in a period and assessed at the"
                    + " start and at the end."),
            result,
            fields,
            Govuk.link("See samples, or draw one", Paths.SAMPLES)));
  }

  private Html result(LocalDate from, LocalDate to) {
    ChangeTally change = samples.change(from, to);
    if (change.cases() == 0) {
      return Vf.empty(
          "No case to compare",
          "No case with enhanced support closed in "
              + Words.period(from, to)
              + " was assessed at the start and at the end.",
          Html.EMPTY);
    }
    TallyFigure figure = new TallyFigure(change, samples.scale());
    SummaryList facts =
        SummaryList.empty()
            .with("Cases closed in", Words.period(from, to))
            .with("Cases", Words.number(change.cases()) + " with both assessments");
    return Html.all(
        Govuk.summaryList(facts),
        Vf.section(
            "change", "What changed", Html.all(Govuk.body(figure.finding()), figure.needs())));
  }
}
