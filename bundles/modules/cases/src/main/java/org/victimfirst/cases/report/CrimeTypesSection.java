package org.victimfirst.cases.report;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.reporting.Definition;
import org.victimfirst.api.reporting.ReportRun;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;

/** What the police recorded of the cases that were closed. */
@Component
@VictimFirstModule(module = "cases")
public final class CrimeTypesSection implements ReportSection {
  private static final FactDimension TYPE = FactDimension.OCCURRENCE_TYPE;

  @Override
  public String key() {
    return "crime_types";
  }

  @Override
  public String title() {
    return "Crime types";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public List<Definition> definitions() {
    return List.of(
        new Definition(
            "closed",
            "Cases closed, by occurrence type",
            Sources.PERIOD + ", under the occurrence type that the police recorded.",
            Sources.RULES),
        new Definition(
            "enhanced",
            "Enhanced support, by occurrence type",
            "Of these, " + Sources.ENHANCED + ".",
            Sources.RULES),
        new Definition(
            "cyp_closed, cyp_enhanced",
            "Children and young people, by occurrence type",
            DemographicsSection.CHILDREN,
            Sources.RULES));
  }

  @Override
  public Counter begin(ReportRun run) {
    Breakdown types = new Breakdown(run, TYPE);
    return new Counter() {
      @Override
      public void closed(CaseFact fact) {
        types.add(fact);
      }

      @Override
      public Section end(Totals totals) {
        return section(types.lines(), totals);
      }
    };
  }

  private static Section section(Lines lines, Totals totals) {
    String heading =
        Finding.largest(lines)
            .map(line -> line.label() + " is the most common")
            .orElse("No cases were closed");
    Bars bars = Bars.of(TYPE.column(), "Crime type", "types").withShown(10);
    return new Section(
        lines.withChildren(),
        Map.of(),
        ReferralSourceSection.checks("Crime types", lines, totals),
        List.of(
            bars.draw(heading, "Cases closed, by what the police recorded.", lines),
            bars.ofChildren()
                .draw(
                    "Children and young people",
                    ReferralSourceSection.children(totals, "by what the police recorded"),
                    lines,
                    line -> line.childClosed() > 0)));
  }

  @Override
  public Predicate<CaseFact> cases(ReportRun run, Map<String, String> filter) {
    CaseFilters filters = new CaseFilters(run);
    return CaseFilters.all(filter, (key, value) -> filters.only(TYPE, key, value));
  }
}
