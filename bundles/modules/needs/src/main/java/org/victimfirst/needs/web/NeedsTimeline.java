package org.victimfirst.needs.web;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.cases.TimelineEntry;
import org.victimfirst.api.cases.TimelineSource;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Call;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.NeedsAssessment;
import org.victimfirst.needs.domain.NeedsAssessments;

/** Finished assessments on the case's timeline. */
@Component
@VictimFirstModule(module = NeedsModule.NAME)
public final class NeedsTimeline implements TimelineSource {
  private final NeedsAssessments assessments;

  /** For the platform. */
  @Activate
  public NeedsTimeline(@Reference NeedsAssessments assessments) {
    this.assessments = assessments;
  }

  @Override
  public List<TimelineEntry> entries(Call call, long caseId) {
    if (!call.actor().may(NeedsModule.READ)) {
      return List.of();
    }
    NeedWords words = new NeedWords(assessments.profile());
    return assessments.ofShownCase(caseId).finished().stream()
        .map(assessment -> entry(assessment, words))
        .toList();
  }

  private static TimelineEntry entry(NeedsAssessment assessment, NeedWords words) {
    return new TimelineEntry(
        at(assessment),
        "Needs assessment, " + words.stage(assessment.stage()).toLowerCase(Locale.UK),
        assessment.assessor().name(),
        words.summary(assessment.answers()),
        Paths.read(assessment));
  }

  /** When the person was asked: the time is known only when it was saved on the same day. */
  private static LocalDateTime at(NeedsAssessment assessment) {
    return assessment.recordedAt().toLocalDate().equals(assessment.assessedOn())
        ? assessment.recordedAt()
        : assessment.assessedOn().atStartOfDay();
  }
}
