package org.victimfirst.cases.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.reporting.Check;
import org.victimfirst.api.reporting.Definition;
import org.victimfirst.api.reporting.ReportRun;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;

/** Who sent the cases that were closed. */
@Component
@VictimFirstModule(module = "cases")
public final class ReferralSourceSection implements ReportSection {
  private static final FactDimension SOURCE = FactDimension.SOURCE;

  @Override
  public String key() {
    return "referral_source";
  }

  @Override
  public String title() {
    return "Referral sources";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public List<Definition> definitions() {
    return List.of(
        new Definition(
            "closed",
            "Cases closed, by source",
            Sources.PERIOD + ", under the source of the referral that it answers.",
            Sources.RULES),
        new Definition(
            "enhanced",
            "Enhanced support, by source",
            "Of these, " + Sources.ENHANCED + ".",
            Sources.RULES),
        new Definition(
            "cyp_closed, cyp_enhanced",
            "Children and young people, by source",
            DemographicsSection.CHILDREN,
            Sources.RULES),
        new Definition(
            "percent",
            "Shares",
            "Share of all cases closed, and of all with enhanced support; one decimal, halves up.",
            Sources.RULES));
  }

  @Override
  public Counter begin(ReportRun run) {
    Breakdown sources = new Breakdown(run, SOURCE);
    return new Counter() {
      @Override
      public void closed(CaseFact fact) {
        sources.add(fact);
      }

      @Override
      public Section end(Totals totals) {
        return section(run, sources.lines(), totals);
      }
    };
  }

  private static Section section(ReportRun run, Lines lines, Totals totals) {
    Map<String, Object> percent = new LinkedHashMap<>();
    percent.put("closed", lines.shares(Line::closed, totals.closed()));
    percent.put("enhanced", lines.shares(Line::enhanced, totals.enhanced()));
    Bars bars = Bars.of(SOURCE.column(), "Source", "sources").withShown(7);
    return new Section(
        lines.withChildren(),
        percent,
        checks("Referral sources", lines, totals),
        List.of(
            bars.draw(heading(run, lines, totals), "Cases closed, by who sent them.", lines),
            bars.ofChildren()
                .draw(
                    "Children and young people",
                    children(totals, "by who sent them"),
                    lines,
                    line -> line.childClosed() > 0)));
  }

  /** What is counted of children and young people. */
  static String children(Totals totals, String by) {
    return "%s cases closed of children and young people, %s; %s with enhanced support."
        .formatted(Finding.number(totals.child()), by, Finding.number(totals.childEnhanced()));
  }

  static List<Check> checks(String what, Lines lines, Totals totals) {
    return List.of(
        lines.adds(what + ", closed,", Line::closed, "cases closed", totals.closed()),
        lines.adds(what + ", enhanced,", Line::enhanced, "enhanced cases", totals.enhanced()),
        lines.adds(
            what + ", children, closed,", Line::childClosed, "children's cases", totals.child()),
        lines.adds(
            what + ", children, enhanced,",
            Line::childEnhanced,
            "children's enhanced cases",
            totals.childEnhanced()));
  }

  private static String heading(ReportRun run, Lines lines, Totals totals) {
    return Finding.largest(lines)
        .map(
            line ->
                sender(run, line)
                    + " sent "
                    + Finding.share(line.closed(), totals.closed())
                    + " closed cases")
        .orElse("No cases were closed");
  }

  private static String sender(ReportRun run, Line line) {
    return run.profile()
        .list(SOURCE.list())
        .find(line.code())
        .flatMap(code -> code.attribute("short"))
        .orElse(line.label());
  }

  @Override
  public Predicate<CaseFact> cases(ReportRun run, Map<String, String> filter) {
    CaseFilters filters = new CaseFilters(run);
    return CaseFilters.all(filter, (key, value) -> filters.only(SOURCE, key, value));
  }
}
