package org.victimfirst.needs.domain;

import java.time.Clock;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.CaseDirectory;
import org.victimfirst.testing.RecordedAudit;

/** Makes use cases with a clock that stands still. */
public final class UseCases {
  private UseCases() {}

  /** Samples on a day of the test's choice. */
  public static ImpactSamples samples(SampleStore store, AreaProfile profile, Clock clock) {
    return new ImpactSamples(store, () -> profile, clock);
  }

  /** Assessments on a day of the test's choice. */
  public static NeedsAssessments assessments(
      AssessmentStore store, CaseDirectory cases, AreaProfile profile, Clock clock) {
    return new NeedsAssessments(store, cases, () -> profile, new RecordedAudit(), clock);
  }

  /** Reviews on a day of the test's choice. */
  public static Reviews reviews(ReviewsDue due, AreaProfile profile, Clock clock) {
    return new Reviews(due, () -> profile, clock);
  }
}
