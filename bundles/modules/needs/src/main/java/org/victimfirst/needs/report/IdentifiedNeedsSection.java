package org.victimfirst.needs.report;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.reporting.Definition;
import org.victimfirst.api.reporting.ReportRun;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.ClosedCaseFacts;
import org.victimfirst.needs.domain.NeedFact;
import org.victimfirst.needs.domain.NeedScale;

/** The levels of each need at the start and at the end, of the cases with enhanced support. */
@Component
@VictimFirstModule(module = NeedsModule.NAME)
public final class IdentifiedNeedsSection implements ReportSection {
  static final String NEED = "need";
  static final String STAGE = "stage";
  static final String LEVEL = "level";

  private static final String SOURCE = "Quarterly performance report, identified needs";

  private final ClosedCaseFacts facts;

  /** For the platform. */
  @Activate
  public IdentifiedNeedsSection(@Reference ClosedCaseFacts facts) {
    this.facts = facts;
  }

  @Override
  public String key() {
    return "identified_needs";
  }

  @Override
  public String title() {
    return "Identified needs";
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public List<Definition> definitions() {
    return List.of(
        new Definition(
            "NEED.start",
            "Needs at the start",
            "Cases with enhanced support that were closed in the period, by the level of the need in"
                + " the assessment of the start. Reviews and drafts are left out.",
            SOURCE),
        new Definition(
            "NEED.end",
            "Needs at the end",
            "The same cases, by the level in the assessment of the end.",
            SOURCE),
        new Definition(
            "NEED.STAGE.not_recorded",
            "Not recorded",
            "The same cases where the need was asked and no answer was recorded, where it was not"
                + " asked, or where there was no assessment: every case is counted once.",
            SOURCE));
  }

  @Override
  public Counter begin(ReportRun run) throws SQLException {
    LevelCounts counts = new LevelCounts(NeedScale.of(run.profile()));
    for (NeedFact fact : enhanced(run)) {
      counts.add(fact);
    }
    return new IdentifiedNeeds(counts, run.profile());
  }

  @Override
  public Predicate<CaseFact> cases(ReportRun run, Map<String, String> filter) throws SQLException {
    NeedScale scale = NeedScale.of(run.profile());
    String area = code(filter, NEED, scale.areas().has(filter.getOrDefault(NEED, "")));
    String level = code(filter, LEVEL, scale.levels().has(filter.getOrDefault(LEVEL, "")));
    boolean start = code(filter, STAGE, stage(filter)).equals(AssessmentStage.START.code());
    boolean notRecorded = level.equals(NeedScale.NOT_RECORDED);
    Set<Long> found = new HashSet<>();
    for (NeedFact fact : enhanced(run)) {
      NeedFact.Levels levels = start ? fact.start() : fact.end();
      String has = levels == null ? "" : levels.level(area);
      if (notRecorded ? !has.isEmpty() && !has.equals(level) : has.equals(level)) {
        found.add(fact.caseId());
      }
    }
    // A case without any row counts as not recorded: there the set holds those with an answer.
    return fact -> fact.enhanced() && found.contains(fact.caseId()) != notRecorded;
  }

  private List<NeedFact> enhanced(ReportRun run) throws SQLException {
    return facts.enhanced(run.connection(), run.codeBook(), run.from(), run.to());
  }

  private static boolean stage(Map<String, String> filter) {
    String stage = filter.getOrDefault(STAGE, "");
    return stage.equals(AssessmentStage.START.code()) || stage.equals(AssessmentStage.END.code());
  }

  private static String code(Map<String, String> filter, String name, boolean known) {
    String code = filter.get(name);
    if (code == null || !known) {
      throw new IllegalArgumentException("Not a filter of identified_needs: " + filter.keySet());
    }
    return code;
  }
}
