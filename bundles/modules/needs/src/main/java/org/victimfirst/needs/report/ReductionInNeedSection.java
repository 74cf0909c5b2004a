package org.victimfirst.needs.report;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.reporting.Definition;
import org.victimfirst.api.reporting.ReportRun;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.ClosedCaseFacts;
import org.victimfirst.needs.domain.ClosedCaseFacts.SampledCase;
import org.victimfirst.needs.domain.Direction;

/** What became of the sum of needs in a random sample of the cases closed in the period. */
@Component
@VictimFirstModule(module = NeedsModule.NAME)
public final class ReductionInNeedSection implements ReportSection {
  static final String DIRECTION = "direction";

  /** The filter that gives the whole sample. */
  static final Map<String, String> ALL_SAMPLED = Map.of("sample", "sampled_cases");

  private static final String SOURCE =
      "Quarterly performance report, demonstrable impact: reduction in need";

  private final ClosedCaseFacts facts;

  /** For the platform. */
  @Activate
  public ReductionInNeedSection(@Reference ClosedCaseFacts facts) {
    this.facts = facts;
  }

  @Override
  public String key() {
    return "reduction_in_need";
  }

  @Override
  public String title() {
    return "Reduction in need";
  }

  @Override
  public int order() {
    return 135;
  }

  @Override
  public List<Definition> definitions() {
    return List.of(
        new Definition(
            "sample_size",
            "Sampled cases",
            "Cases closed in the period that are in a random sample: one handed over with the legacy"
                + " extract, or else the first that was drawn here for exactly this period.",
            SOURCE),
        new Definition(
            "reduced",
            "Less need",
            "Sampled cases in which the sum of the scores of all needs (0 none, 1 mild, 2 moderate,"
                + " 3 severe) is smaller at the end than at the start. A need that was not asked or"
                + " has no recorded answer adds nothing to the sum of that stage.",
            SOURCE),
        new Definition(
            "stayed_the_same", "The same", "Sampled cases in which the sum is equal.", SOURCE),
        new Definition(
            "increased", "More need", "Sampled cases in which the sum is larger.", SOURCE),
        new Definition(
            "stayed_the_same_reason",
            "Why the same",
            "Sampled cases by the reason recorded for no change; not all have one.",
            SOURCE));
  }

  @Override
  public Counter begin(ReportRun run) throws SQLException {
    return new ReductionInNeed(sampled(run), run.profile());
  }

  @Override
  public Predicate<CaseFact> cases(ReportRun run, Map<String, String> filter) throws SQLException {
    Predicate<SampledCase> counted = counted(run, filter);
    Set<Long> found =
        sampled(run).stream()
            .filter(counted)
            .map(one -> one.fact().caseId())
            .collect(Collectors.toSet());
    return fact -> found.contains(fact.caseId());
  }

  private static Predicate<SampledCase> counted(ReportRun run, Map<String, String> filter) {
    String direction = filter.getOrDefault(DIRECTION, "");
    String reason = filter.getOrDefault(ReductionInNeed.REASONS, "");
    if (filter.equals(ALL_SAMPLED)) {
      return one -> true;
    }
    if (ReductionInNeed.DIRECTIONS.stream().map(Direction::code).anyMatch(direction::equals)) {
      return one -> ReductionInNeed.direction(one.fact()).code().equals(direction);
    }
    if (run.profile().list(ReductionInNeed.REASONS).has(reason)) {
      return one -> one.noChangeReason().equals(reason);
    }
    throw new IllegalArgumentException("Not a filter of reduction_in_need: " + filter.keySet());
  }

  private List<SampledCase> sampled(ReportRun run) throws SQLException {
    return facts.sampled(run.connection(), run.from(), run.to());
  }
}
