package org.victimfirst.cases.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.area.CodeList;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.cases.ReferralFact;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.reporting.Block;
import org.victimfirst.api.reporting.Check;
import org.victimfirst.api.reporting.Definition;
import org.victimfirst.api.reporting.Percent;
import org.victimfirst.api.reporting.ReportRun;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;

/** How many referrals and cases there were, and how the cases ended. */
@Component
@VictimFirstModule(module = "cases")
public final class HeadlinesSection implements ReportSection {
  private static final FactDimension OUTCOME = FactDimension.CLOSURE_OUTCOME;
  private static final FactDimension LEVEL = FactDimension.SUPPORT_LEVEL;
  private static final String GROUP = "group";
  private static final String FIGURE = "report";
  private static final String REFERRED = "referred";

  @Override
  public String key() {
    return "headlines";
  }

  @Override
  public String title() {
    return "Headlines";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public List<Definition> definitions() {
    return List.of(
        new Definition("closed", "Cases closed", Sources.PERIOD + ".", Sources.RULES),
        new Definition(
            REFERRED,
            "New referrals",
            "A referral counts in the period in which it was received (local date, both ends"
                + " included), whether or not a case was opened for it.",
            Sources.RULES),
        new Definition(
            "enhanced",
            "Enhanced support",
            "Cases closed with an outcome of enhanced support; "
                + Sources.ENHANCED
                + ". The lines below the total are its outcomes.",
            Sources.REPORT + "1"),
        new Definition(
            "standard",
            "Standard support",
            "Cases closed with an outcome of standard support: people who declined more, were sent"
                + " a letter, or live elsewhere and were told of their local service.",
            Sources.REPORT + "1"),
        new Definition(
            "specialist_referral, duplicate, no_answer_unsafe, unable_to_contact, contact_police_dept",
            "Other outcomes",
            "Cases closed with this outcome; they count with no support level.",
            Sources.REPORT + "1"),
        new Definition(
            "percent",
            "Shares",
            "Share of all cases closed; one decimal, halves up.",
            Sources.RULES));
  }

  @Override
  public Counter begin(ReportRun run) {
    Breakdown outcomes = new Breakdown(run, OUTCOME);
    Breakdown levels = new Breakdown(run, LEVEL);
    return new Counter() {
      @Override
      public void closed(CaseFact fact) {
        outcomes.add(fact);
        levels.add(fact);
      }

      @Override
      public Section end(Totals totals) {
        return section(run, outcomes.lines(), levels.lines(), totals);
      }
    };
  }

  private static Section section(ReportRun run, Lines outcomes, Lines levels, Totals totals) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("closed", totals.closed());
    figures.put(REFERRED, totals.referred());
    Map<String, Object> percent = new LinkedHashMap<>();
    groups(run, outcomes)
        .forEach(
            (group, parts) -> {
              long sum = parts.values().stream().mapToLong(Long::longValue).sum();
              percent.put(group, Percent.of(sum, totals.closed()));
              figures.put(group, parts.containsKey("") ? (Object) sum : withTotal(sum, parts));
            });
    return new Section(
        figures,
        percent,
        checks(run, outcomes, levels, totals),
        List.of(
            tiles(totals),
            bars(OUTCOME, "Outcome", "Cases closed, by how they ended.", outcomes, totals),
            bars(LEVEL, "Support level", "Cases closed, by level of support.", levels, totals)),
        Map.of(REFERRED, ""));
  }

  /** For each group of outcomes its figures; one without a name where a group is one figure. */
  private static Map<String, Map<String, Long>> groups(ReportRun run, Lines outcomes) {
    CodeList codes = run.profile().list(OUTCOME.list());
    Map<String, Map<String, Long>> groups = new LinkedHashMap<>();
    for (Code group : run.profile().list("outcome_group").codes()) {
      groups.put(group.code(), new LinkedHashMap<>());
    }
    for (Line line : outcomes.all()) {
      groups
          .computeIfAbsent(group(codes, line.code()), group -> new LinkedHashMap<>())
          .merge(
              codes.find(line.code()).flatMap(code -> code.attribute(FIGURE)).orElse(""),
              line.closed(),
              Long::sum);
    }
    return groups;
  }

  private static String group(CodeList codes, String outcome) {
    return codes.find(outcome).flatMap(code -> code.attribute(GROUP)).orElse(outcome);
  }

  private static Map<String, Object> withTotal(long sum, Map<String, Long> parts) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("total", sum);
    figures.putAll(parts);
    return figures;
  }

  /** Outcomes add up to all cases; those of each level to the cases that have the level. */
  private static List<Check> checks(ReportRun run, Lines outcomes, Lines levels, Totals totals) {
    CodeList codes = run.profile().list(OUTCOME.list());
    List<Check> checks = new ArrayList<>();
    checks.add(outcomes.adds("Closure outcomes", Line::closed, "cases closed", totals.closed()));
    for (Line level : levels.all()) {
      long found =
          outcomes.all().stream()
              .filter(
                  line ->
                      codes
                          .find(line.code())
                          .flatMap(code -> code.attribute(LEVEL.column()))
                          .orElse(Lines.NOT_RECORDED)
                          .equals(level.code()))
              .mapToLong(Line::closed)
              .sum();
      checks.add(
          new Check(
              "Outcomes of the support level \"%s\" add up to its cases".formatted(level.label()),
              level.closed(),
              found));
    }
    return checks;
  }

  private static Block tiles(Totals totals) {
    var share = Percent.of(totals.enhanced(), totals.closed());
    return new Block.Tiles(
        "Headlines",
        "Referrals received and cases closed.",
        List.of(
            new Block.Tile(
                Finding.number(totals.referred()),
                "new referrals",
                "",
                Map.of(REFERRALS, NewReferralsSection.ALL)),
            new Block.Tile(
                Finding.number(totals.closed()),
                "cases closed",
                Finding.number(totals.child()) + " of children and young people",
                CaseFilters.ALL_CASES,
                totals.child() == 0 ? Map.of() : CaseFilters.ALL_CHILDREN),
            new Block.Tile(
                Finding.number(totals.enhanced()),
                "enhanced support",
                share == null ? "" : share + "% of closed cases",
                CaseFilters.ALL_ENHANCED)));
  }

  private static Block bars(
      FactDimension dimension, String category, String note, Lines lines, Totals totals) {
    String heading =
        Finding.largest(lines)
            .map(line -> line.label() + ": " + Finding.share(line.closed(), totals.closed()))
            .map(words -> words + " closed cases")
            .orElse("No cases were closed");
    List<Block.Bar> bars =
        lines.all().stream()
            .map(
                line ->
                    new Block.Bar(
                        line.code(),
                        line.label(),
                        List.of(line.closed()),
                        List.of(Map.of(dimension.column(), line.code()))))
            .toList();
    return new Block.Bars(
        heading,
        note,
        List.of("Cases"),
        false,
        List.of("Cases"),
        bars,
        0,
        true,
        category,
        "outcomes",
        List.of(CaseFilters.ALL_CASES));
  }

  @Override
  public Predicate<CaseFact> cases(ReportRun run, Map<String, String> filter) {
    CaseFilters filters = new CaseFilters(run);
    return CaseFilters.all(
        filter,
        (key, value) -> filters.only(key.equals(LEVEL.column()) ? LEVEL : OUTCOME, key, value));
  }

  @Override
  public Predicate<ReferralFact> referrals(ReportRun run, Map<String, String> filter) {
    if (!filter.equals(Map.of(REFERRALS, NewReferralsSection.ALL))) {
      throw CaseFilters.unknown(REFERRALS);
    }
    return fact -> true;
  }
}
