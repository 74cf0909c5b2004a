package org.victimfirst.cases.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.cases.CodeBook;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.reporting.Check;
import org.victimfirst.api.reporting.Definition;
import org.victimfirst.api.reporting.ReportRun;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;

/** Who the people were. */
@Component
@VictimFirstModule(module = "cases")
public final class DemographicsSection implements ReportSection {
  static final String CHILDREN =
      "The same of people who were children or young people on the day on which the referral was"
          + " received, by the area's rule (in Leicestershire: under 18). Without a date of birth"
          + " nobody counts as a child.";

  @Override
  public String key() {
    return "demographics";
  }

  @Override
  public String title() {
    return "People";
  }

  @Override
  public int order() {
    return 70;
  }

  @Override
  public List<Definition> definitions() {
    List<Definition> definitions = new ArrayList<>();
    for (Trait trait : Trait.ALL) {
      definitions.add(
          new Definition(
              trait.key() + ".closed, " + trait.key() + ".enhanced",
              trait.title(),
              Sources.PERIOD
                  + ". "
                  + trait.words()
                  + " Enhanced: of these, "
                  + Sources.ENHANCED
                  + ".",
              Sources.RULES));
    }
    return definitions;
  }

  @Override
  public Counter begin(ReportRun run) {
    return new PeopleCounter(run);
  }

  static List<Check> checks(String what, Lines lines, Totals totals) {
    return List.of(
        lines.adds(what + ", closed,", Line::closed, "cases closed", totals.closed()),
        lines.adds(what + ", enhanced,", Line::enhanced, "enhanced cases", totals.enhanced()));
  }

  @Override
  public Predicate<CaseFact> cases(ReportRun run, Map<String, String> filter) {
    CaseFilters filters = new CaseFilters(run);
    return CaseFilters.all(filter, (key, value) -> test(filters, key, value));
  }

  private static Predicate<CaseFact> test(CaseFilters filters, String key, String value) {
    if (key.equals(CodeBook.DISABILITY)) {
      return filters.disability(value);
    }
    return Trait.ALL.stream()
        .map(Trait::dimension)
        .filter(dimension -> dimension != null && dimension.column().equals(key))
        .findFirst()
        .map(dimension -> filters.code(dimension, value))
        .orElseThrow(() -> CaseFilters.unknown(key));
  }

  /** Counts all traits of each case. */
  private static final class PeopleCounter implements Counter {
    private final ReportRun run;
    private final FactDimension[] dimensions;
    private final Tally[] tallies;
    private final Tally disabilities;

    PeopleCounter(ReportRun run) {
      this.run = run;
      List<FactDimension> coded = new ArrayList<>();
      for (Trait trait : Trait.ALL) {
        if (trait.dimension() != null) {
          coded.add(trait.dimension());
        }
      }
      dimensions = coded.toArray(new FactDimension[0]);
      tallies = new Tally[dimensions.length];
      for (int i = 0; i < dimensions.length; i++) {
        tallies[i] = new Tally(run.codeBook(), dimensions[i].list());
      }
      disabilities = new Tally(run.codeBook(), CodeBook.DISABILITY);
    }

    @Override
    public void closed(CaseFact fact) {
      for (int i = 0; i < dimensions.length; i++) {
        tallies[i].add(fact, dimensions[i]);
      }
      disabilities.addEach(fact, fact.disabilities());
    }

    @Override
    public Section end(Totals totals) {
      Map<String, Object> figures = new LinkedHashMap<>();
      Section section = new Section(figures, Map.of(), new ArrayList<>(), new ArrayList<>());
      for (Trait trait : Trait.ALL) {
        Lines lines = Lines.of(run, trait.list(), tally(trait));
        figures.put(trait.key(), lines.closedAndEnhanced());
        section.blocks().add(trait.draw(lines, totals));
        if (!trait.several()) {
          section.checks().addAll(checks(trait.title(), lines, totals));
        }
      }
      return section;
    }

    private Tally tally(Trait trait) {
      for (int i = 0; i < dimensions.length; i++) {
        if (dimensions[i] == trait.dimension()) {
          return tallies[i];
        }
      }
      return disabilities;
    }
  }
}
