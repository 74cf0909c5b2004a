package org.victimfirst.needs.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.privacy.SubjectData;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.AssessmentAnswers;
import org.victimfirst.needs.domain.AssessmentRows;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.NeedRating;
import org.victimfirst.needs.domain.NeedScale;
import org.victimfirst.needs.domain.NeedsAssessment;

/** Assessments belong to a person through the person's cases. Facts and samples say of nobody. */
@Component
@VictimFirstModule(module = NeedsModule.NAME)
public final class NeedsSubjectData implements SubjectData {
  private final AssessmentRows assessments;
  private final AreaProfiles profiles;

  /** For the platform. */
  @Activate
  public NeedsSubjectData(@Reference AssessmentRows assessments, @Reference AreaProfiles profiles) {
    this.assessments = assessments;
    this.profiles = profiles;
  }

  @Override
  public String retentionClass() {
    return "case";
  }

  @Override
  public boolean holds(Connection connection, long personId, Set<Long> caseIds)
      throws SQLException {
    return !assessments.ofCases(connection, caseIds).isEmpty();
  }

  @Override
  public Map<String, Iterable<Map<String, String>>> export(
      Connection connection, long personId, Set<Long> caseIds) throws SQLException {
    AreaProfile profile = profiles.current();
    List<Map<String, String>> rows = new ArrayList<>();
    for (NeedsAssessment assessment : assessments.ofCases(connection, caseIds)) {
      for (NeedRating rating : assessment.answers().ratings()) {
        rows.add(row(assessment, rating, profile));
      }
    }
    return Map.of("Needs assessments", rows);
  }

  @Override
  public int erase(Connection connection, long personId, Set<Long> caseIds) throws SQLException {
    return assessments.erase(connection, caseIds);
  }

  private static Map<String, String> row(
      NeedsAssessment assessment, NeedRating rating, AreaProfile profile) {
    AssessmentAnswers answers = assessment.answers();
    Map<String, String> row = new LinkedHashMap<>();
    row.put("Assessment", profile.list(AssessmentStage.LIST).label(assessment.stage().code()));
    row.put("Date", assessment.assessedOn().toString());
    row.put("Assessed by", assessment.assessor().name());
    row.put("Contact", label(profile, AssessmentAnswers.CONTACT_MODES, answers.contactMode()));
    row.put("Reason", label(profile, AssessmentAnswers.REVIEW_REASONS, answers.reason()));
    row.put("More about the reason", answers.reasonNote());
    row.put("Draft", assessment.draft() ? "Yes" : "No");
    row.put("Need", profile.list(NeedScale.AREAS).label(rating.area()));
    row.put("Level", label(profile, NeedScale.LEVELS, rating.level()));
    row.put("Note", rating.note());
    return row;
  }

  private static String label(AreaProfile profile, String list, String code) {
    return code.isEmpty() ? "" : profile.list(list).label(code);
  }
}
