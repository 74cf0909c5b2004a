package org.victimfirst.needs.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.cases.CaseDirectory;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Field;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Pagination;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.ImpactSample;
import org.victimfirst.needs.domain.ImpactSamples;
import org.victimfirst.needs.domain.RefusedException;
import org.victimfirst.needs.domain.SampleHead;

/** The pages on which samples are drawn and read. */
@Component
@VictimFirstModule(module = NeedsModule.NAME)
public final class SamplePages implements PageSet {
  private static final int PAGE_SIZE = 50;
  private static final String SEED = "seed";
  private static final String SIZE = "size";

  private final ImpactSamples samples;
  private final CaseDirectory cases;

  /** For the platform. */
  @Activate
  public SamplePages(@Reference ImpactSamples samples, @Reference CaseDirectory cases) {
    this.samples = samples;
    this.cases = cases;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(Paths.SAMPLES, NeedsModule.SAMPLE, this::list),
        Route.post(Paths.SAMPLES, NeedsModule.SAMPLE, this::draw),
        Route.get(Paths.SAMPLE, NeedsModule.SAMPLE, this::show));
  }

  private PageResponse list(PageRequest request) {
    return page(request, Form.empty().put(SIZE, Integer.toString(samples.usualSize())));
  }

  private PageResponse draw(PageRequest request) {
    Form form = Form.of(request);
    Optional<LocalDate> from = PeriodFields.from(form);
    Optional<LocalDate> to = PeriodFields.to(form);
    Optional<Long> seed = number(form, SEED, "Enter any whole number, like 2020");
    Optional<Long> size = number(form, SIZE, "Enter how many cases, like 100");
    if (from.isPresent() && to.isPresent() && seed.isPresent() && size.isPresent()) {
      int most = (int) Math.min(size.get(), Integer.MAX_VALUE);
      try {
        ImpactSample drawn = samples.draw(request.call(), from.get(), to.get(), seed.get(), most);
        return PageResponse.redirect(Paths.sample(drawn.id()), "Sample drawn");
      } catch (RefusedException e) {
        e.refusals().forEach(refusal -> form.error(refusal.field(), refusal.sentence()));
      } catch (ProblemException e) {
        if (e.status() != 409) {
          throw e;
        }
        form.error(PeriodFields.FROM, String.valueOf(e.getMessage()));
      }
    }
    return page(request, form).refused();
  }

  private PageResponse show(PageRequest request) {
    ImpactSample sample = samples.find(request.id("id"));
    TallyFigure change = new TallyFigure(samples.change(sample), samples.scale());
    return PageResponse.page(
        "Sample",
        new SampleView(sample, change).body(cases.find(request.call(), sample.caseIds())));
  }

  private PageResponse.Page page(PageRequest request, Form form) {
    Html fields =
        Forms.form(
            Paths.SAMPLES,
            request.csrf(),
            PeriodFields.inputs(form),
            field(form, SEED, "Seed", "Any whole number, for example from a die or a date"),
            field(form, SIZE, "How many cases", ""),
            Govuk.submit("Draw sample"));
    return PageResponse.page(
        "Samples",
        Template.samples(
            form.errorSummary("Not drawn"),
            fields,
            list(number(request)),
            Govuk.link("See what changed in all cases of a period", Paths.CHANGES)));
  }

  private static int number(PageRequest request) {
    return Integer.parseInt(
        request.query("page").filter(page -> page.matches("\\d{1,6}")).orElse("1"));
  }

  private Html list(int number) {
    Paged<SampleHead> found = Paged.atMostLast(number, n -> samples.page(n, PAGE_SIZE));
    if (found.total() == 0) {
      return Vf.empty(
          "No sample was drawn yet",
          "Samples of the legacy extract, and those that are drawn here, are listed here.",
          Html.EMPTY);
    }
    return found.pages() == 1
        ? table(found.items())
        : Html.all(
            table(found.items()),
            Govuk.pagination(
                Pagination.of(
                    found.page(), found.pages(), page -> Paths.SAMPLES + "?page=" + page)));
  }

  private static Html table(List<SampleHead> samples) {
    Table table = Table.of("Samples", "Drawn on", "Cases closed in", "Seed", "Cases");
    List<List<Cell>> rows = new ArrayList<>();
    for (SampleHead sample : samples) {
      ImpactSample.Draw draw = sample.draw();
      rows.add(
          List.of(
              Cell.html(Govuk.link(Words.date(sample.drawnOn()), Paths.sample(sample.id()))),
              Cell.text(draw == null ? "Legacy extract" : Words.period(draw.from(), draw.to())),
              Cell.text(draw == null ? "Not known" : Long.toString(draw.seed())),
              Cell.number(sample.cases())));
    }
    return Vf.stack(table.withRows(rows));
  }

  private static Html field(Form form, String name, String label, String hint) {
    Field field = form.field(name, label).withHint(hint).withWidth(20);
    return Controls.input(field);
  }

  private static Optional<Long> number(Form form, String name, String message) {
    form.require(name, message);
    return form.read(
        name,
        text -> text.matches("-?\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty(),
        message);
  }
}
