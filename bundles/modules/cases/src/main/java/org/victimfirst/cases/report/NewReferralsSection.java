package org.victimfirst.cases.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

/** Referrals received, by groups of sources that the area profile names. */
@Component
@VictimFirstModule(module = "cases")
public final class NewReferralsSection implements ReportSection {
  /** The value of a filter that gives every referral. */
  static final String ALL = "all";

  private static final String GROUPS = "referral_group";
  private static final String GROUP = "new_referrals";
  private static final String PART_PREFIX = "of_";

  @Override
  public String key() {
    return "new_referrals";
  }

  @Override
  public String title() {
    return "New referrals";
  }

  @Override
  public int order() {
    return 130;
  }

  @Override
  public List<Definition> definitions() {
    return List.of(
        new Definition(
            "total",
            "New referrals",
            "A referral counts in the period in which it was received (local date, both ends"
                + " included), whether or not a case was opened for it.",
            Sources.RULES),
        new Definition(
            "leicestershire_police, self_referral, third_party",
            "New referrals by who sent them",
            "Sources are grouped by the area profile: the police's crime reports, people who came"
                + " themselves, and all others as third parties.",
            Sources.RULES),
        new Definition(
            "of_third_party_action_fraud",
            "Of third parties: fraud reporting",
            "Referrals of third parties that came from Action Fraud, since 4 December 2025 Report"
                + " Fraud.",
            Sources.RULES),
        new Definition(
            "percent.leicestershire_police",
            "Share of the police",
            "Share of all referrals received; one decimal, halves up.",
            Sources.RULES));
  }

  @Override
  public Counter begin(ReportRun run) {
    int[] bySource = new int[run.codeBook().max(FactDimension.SOURCE.list()) + 1];
    return new Counter() {
      @Override
      public void received(ReferralFact fact) {
        bySource[fact.id(FactDimension.SOURCE)]++;
      }

      @Override
      public Section end(Totals totals) {
        return section(run, bySource, totals);
      }
    };
  }

  private static Section section(ReportRun run, int[] bySource, Totals totals) {
    Map<String, Long> groups = new LinkedHashMap<>();
    for (Code group : run.profile().list(GROUPS).codes()) {
      groups.put(group.code(), 0L);
    }
    String rest = rest(run);
    Map<String, Long> parts = new LinkedHashMap<>();
    Map<String, String> wholes = new LinkedHashMap<>();
    for (Code source : run.profile().list(FactDimension.SOURCE.list()).codes()) {
      for (String part : parts(source)) {
        parts.merge(part, count(run, bySource, source.code()), Long::sum);
        wholes.put(part, group(run, source.code(), rest));
      }
    }
    for (int id = 0; id < bySource.length; id++) {
      groups.merge(group(run, source(run, id), rest), (long) bySource[id], Long::sum);
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("total", totals.referred());
    figures.putAll(groups);
    figures.putAll(parts);
    long sum = groups.values().stream().mapToLong(Long::longValue).sum();
    return new Section(
        figures,
        percent(run, groups, totals),
        List.of(new Check("New referrals add up to referrals received", totals.referred(), sum)),
        blocks(run, bars(run, groups, totals), parts, wholes),
        wholes);
  }

  /** The figures of parts in which a source counts, such as "of_third_party_action_fraud". */
  private static List<String> parts(Code source) {
    return source.attributes().entrySet().stream()
        .filter(attribute -> attribute.getKey().startsWith(PART_PREFIX))
        .map(attribute -> attribute.getKey() + "_" + attribute.getValue())
        .toList();
  }

  private static String source(ReportRun run, int id) {
    return id == 0 ? "" : run.codeBook().code(FactDimension.SOURCE.list(), id);
  }

  private static long count(ReportRun run, int[] bySource, String source) {
    int id = run.codeBook().id(FactDimension.SOURCE.list(), source);
    return id == 0 ? 0 : bySource[id];
  }

  /** The group of a source; those that the profile does not group belong to the last. */
  private static String group(ReportRun run, String source, String rest) {
    return run.profile()
        .list(FactDimension.SOURCE.list())
        .find(source)
        .flatMap(code -> code.attribute(GROUP))
        .orElse(rest);
  }

  private static Map<String, Object> percent(
      ReportRun run, Map<String, Long> groups, Totals totals) {
    Map<String, Object> percent = new LinkedHashMap<>();
    for (Code group : run.profile().list(GROUPS).codes()) {
      if (group.attribute("percent").isPresent()) {
        percent.put(
            group.code(), Percent.of(groups.getOrDefault(group.code(), 0L), totals.referred()));
      }
    }
    return percent;
  }

  private static List<Block> blocks(
      ReportRun run, Block bars, Map<String, Long> parts, Map<String, String> wholes) {
    List<Block.Tile> tiles = new ArrayList<>();
    parts.forEach(
        (part, number) ->
            tiles.add(
                new Block.Tile(
                    Finding.number(number),
                    label(run, part, wholes.getOrDefault(part, "")),
                    "",
                    Map.of(REFERRALS, part))));
    return tiles.isEmpty()
        ? List.of(bars)
        : List.of(bars, new Block.Tiles("Parts of these", "", tiles));
  }

  /** Such as "Third parties: Action Fraud, Report Fraud". */
  private static String label(ReportRun run, String part, String whole) {
    return run.profile().list(GROUPS).label(whole)
        + ": "
        + run.profile().list(FactDimension.SOURCE.list()).codes().stream()
            .filter(source -> parts(source).contains(part) && Lines.inUse(source, run))
            .map(Code::label)
            .collect(Collectors.joining(", "));
  }

  private static Block bars(ReportRun run, Map<String, Long> groups, Totals totals) {
    List<Block.Bar> bars = new ArrayList<>();
    String heading = "No referrals were received";
    long most = 0;
    for (Map.Entry<String, Long> group : groups.entrySet()) {
      String label = run.profile().list(GROUPS).label(group.getKey());
      bars.add(
          new Block.Bar(
              group.getKey(),
              label,
              List.of(group.getValue()),
              List.of(Map.of(REFERRALS, group.getKey()))));
      if (group.getValue() > most) {
        most = group.getValue();
        heading = label + ": " + Finding.share(most, totals.referred()) + " new referrals";
      }
    }
    return new Block.Bars(
        heading,
        "Referrals received, by who sent them.",
        List.of("Referrals"),
        false,
        List.of("Referrals"),
        bars,
        0,
        true,
        "Sent by",
        "senders",
        List.of(Map.of(REFERRALS, ALL)));
  }

  @Override
  public Predicate<CaseFact> cases(ReportRun run, Map<String, String> filter) {
    throw new IllegalArgumentException("The figures of the section count referrals");
  }

  /** All, those of a group, or those of a part of a group. */
  @Override
  public Predicate<ReferralFact> referrals(ReportRun run, Map<String, String> filter) {
    String figure = filter.getOrDefault(REFERRALS, "");
    CodeList sources = run.profile().list(FactDimension.SOURCE.list());
    boolean all = figure.equals(ALL);
    boolean known =
        all
            || run.profile().list(GROUPS).has(figure)
            || sources.codes().stream().anyMatch(source -> parts(source).contains(figure));
    if (filter.size() != 1 || !known) {
      throw CaseFilters.unknown(REFERRALS);
    }
    String rest = rest(run);
    boolean[] belongs = new boolean[run.codeBook().max(FactDimension.SOURCE.list()) + 1];
    for (int id = 0; id < belongs.length; id++) {
      String code = source(run, id);
      belongs[id] =
          all
              || group(run, code, rest).equals(figure)
              || sources.find(code).map(source -> parts(source).contains(figure)).orElse(false);
    }
    return fact -> belongs[fact.id(FactDimension.SOURCE)];
  }

  /** The last group: that of the sources which the profile does not group. */
  private static String rest(ReportRun run) {
    String rest = "";
    for (Code group : run.profile().list(GROUPS).codes()) {
      rest = group.code();
    }
    return rest;
  }
}
