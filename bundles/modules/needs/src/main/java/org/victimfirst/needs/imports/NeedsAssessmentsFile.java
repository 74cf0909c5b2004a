package org.victimfirst.needs.imports;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.cases.CaseDirectory;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.LegacyAssessments;
import org.victimfirst.needs.domain.NeedScale;

/** Claims {@code needs_assessments.csv}: a row for each case, stage and need. */
@Component
@VictimFirstModule(module = NeedsModule.NAME)
public final class NeedsAssessmentsFile implements ExtractLoader {
  static final String NAME = "needs_assessments.csv";
  static final String CASES = "cases.csv";

  private final CaseDirectory cases;
  private final LegacyAssessments assessments;
  private final AreaProfiles profiles;
  private final Ids ids;

  /** For the platform. */
  @Activate
  public NeedsAssessmentsFile(
      @Reference CaseDirectory cases,
      @Reference LegacyAssessments assessments,
      @Reference AreaProfiles profiles,
      @Reference Ids ids) {
    this.cases = cases;
    this.assessments = assessments;
    this.profiles = profiles;
    this.ids = ids;
  }

  @Override
  public String file() {
    return NAME;
  }

  @Override
  public List<ExtractColumn> columns() {
    return List.of(
        ExtractColumn.text(NeedsBatch.KEY),
        ExtractColumn.text("case_id"),
        ExtractColumn.code("stage", AssessmentStage.LIST),
        ExtractColumn.code("area", NeedScale.AREAS),
        ExtractColumn.code("level", NeedScale.LEVELS),
        ExtractColumn.time("assessed_at"));
  }

  @Override
  public Set<String> after() {
    return Set.of(CASES);
  }

  @Override
  public Session open(Import run) {
    return new NeedsAssessmentsSession(
        run, cases, assessments, NeedScale.of(profiles.current()), ids);
  }
}
