package org.victimfirst.cases.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.reporting.Block;
import org.victimfirst.api.reporting.Definition;
import org.victimfirst.api.reporting.Percent;
import org.victimfirst.api.reporting.ReportRun;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;

/** Whether people had been victims before. */
@Component
@VictimFirstModule(module = "cases")
public final class RepeatVictimsSection implements ReportSection {
  private static final FactDimension REPEAT = FactDimension.REPEAT_VICTIM;

  @Override
  public String key() {
    return "repeat_victims";
  }

  @Override
  public String title() {
    return "Repeat victims";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public List<Definition> definitions() {
    return List.of(
        new Definition(
            "closed",
            "Cases closed, by whether the person had been a victim before",
            Sources.PERIOD + ", by what the referral says: yes, no or unknown.",
            Sources.RULES),
        new Definition(
            "enhanced",
            "Enhanced support, by whether the person had been a victim before",
            "Of these, " + Sources.ENHANCED + ".",
            Sources.RULES),
        new Definition(
            "percent.closed_yes_of_closed",
            "Share of repeat victims",
            "Cases closed with the answer yes, as a share of all cases closed; one decimal, halves up.",
            Sources.REPORT + "6"));
  }

  @Override
  public Counter begin(ReportRun run) {
    Breakdown repeat = new Breakdown(run, REPEAT);
    return new Counter() {
      @Override
      public void closed(CaseFact fact) {
        repeat.add(fact);
      }

      @Override
      public Section end(Totals totals) {
        return section(repeat.lines(), totals);
      }
    };
  }

  private static Section section(Lines lines, Totals totals) {
    long yes =
        lines.all().stream()
            .filter(line -> line.code().equals("yes"))
            .mapToLong(Line::closed)
            .sum();
    String heading =
        yes == 0
            ? "Nobody is known to have been a victim before"
            : "In "
                + Finding.share(yes, totals.closed())
                + " cases the person had been a victim before";
    Block bars =
        Bars.of(REPEAT.column(), "Victim before", "answers")
            .draw(heading, "Cases closed, by what the referral says.", lines);
    Map<String, Object> percent = new LinkedHashMap<>();
    percent.put("closed_yes_of_closed", Percent.of(yes, totals.closed()));
    return new Section(
        lines.closedAndEnhanced(),
        percent,
        DemographicsSection.checks("Repeat victims", lines, totals),
        List.of(bars));
  }

  @Override
  public Predicate<CaseFact> cases(ReportRun run, Map<String, String> filter) {
    CaseFilters filters = new CaseFilters(run);
    return CaseFilters.all(filter, (key, value) -> filters.only(REPEAT, key, value));
  }
}
