package org.victimfirst.needs.imports;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.cases.CaseDirectory;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.LegacySamples;

/** Claims {@code impact_sample.csv}: a row for each case of the samples that were drawn before. */
@Component
@VictimFirstModule(module = NeedsModule.NAME)
public final class ImpactSampleFile implements ExtractLoader {
  private static final String REASONS = "no_change_reason";

  private final CaseDirectory cases;
  private final LegacySamples samples;

  /** For the platform. */
  @Activate
  public ImpactSampleFile(@Reference CaseDirectory cases, @Reference LegacySamples samples) {
    this.cases = cases;
    this.samples = samples;
  }

  @Override
  public String file() {
    return "impact_sample.csv";
  }

  @Override
  public List<ExtractColumn> columns() {
    return List.of(
        ExtractColumn.text(ImpactSampleSession.KEY),
        ExtractColumn.text("case_id"),
        ExtractColumn.date("drawn_on"),
        ExtractColumn.code(REASONS, REASONS).optional());
  }

  @Override
  public Set<String> after() {
    return Set.of(NeedsAssessmentsFile.CASES, NeedsAssessmentsFile.NAME);
  }

  @Override
  public Session open(Import run) {
    return new ImpactSampleSession(run, cases, samples);
  }
}
