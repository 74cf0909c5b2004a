package org.victimfirst.needs.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.needs.domain.AssessmentAnswers;
import org.victimfirst.needs.domain.AssessmentRows;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.NeedRating;
import org.victimfirst.needs.domain.NeedsAssessment;

/** Assessments on the connection of somebody else's transaction. */
@Component
public final class JdbcAssessmentRows implements AssessmentRows {
  private static final String CASES = " in " + InList.MARKS;

  private static final String ASSESSMENTS =
      "select id, case_id, place, stage, assessed_on, recorded_at, recorded_by, assessor,"
          + " assessor_name, contact_mode, reason, reason_note, draft, version"
          + " from needs.assessment where case_id"
          + CASES;

  private static final String OF_CASES =
      "assessment_id in (select id from needs.assessment where case_id" + CASES + ")";

  private static final String RATINGS =
      "select assessment_id, need_area, need_level, note from needs.rating where "
          + OF_CASES
          + " order by need_area";

  @Override
  public List<NeedsAssessment> ofCases(Connection connection, Collection<Long> caseIds)
      throws SQLException {
    List<NeedsAssessment> assessments = new ArrayList<>();
    for (List<Long> part : InList.parts(caseIds)) {
      Map<Long, List<NeedRating>> ratings = ratings(connection, part);
      try (PreparedStatement select = connection.prepareStatement(ASSESSMENTS)) {
        InList.setLongs(select, part);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            assessments.add(assessment(rows, ratings.getOrDefault(rows.getLong("id"), List.of())));
          }
        }
      }
    }
    return assessments;
  }

  @Override
  public int erase(Connection connection, Collection<Long> caseIds) throws SQLException {
    int erased = 0;
    for (List<Long> part : InList.parts(caseIds)) {
      erased += delete(connection, "delete from needs.rating where " + OF_CASES, part);
      erased += delete(connection, "delete from needs.assessment where case_id" + CASES, part);
    }
    return erased;
  }

  private static int delete(Connection connection, String sql, List<Long> part)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      InList.setLongs(delete, part);
      return delete.executeUpdate();
    }
  }

  private static Map<Long, List<NeedRating>> ratings(Connection connection, List<Long> caseIds)
      throws SQLException {
    Map<Long, List<NeedRating>> ratings = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(RATINGS)) {
      InList.setLongs(select, caseIds);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ratings
              .computeIfAbsent(rows.getLong(1), id -> new ArrayList<>())
              .add(new NeedRating(rows.getString(2), rows.getString(3), rows.getString(4)));
        }
      }
    }
    return ratings;
  }

  private static NeedsAssessment assessment(ResultSet row, List<NeedRating> ratings)
      throws SQLException {
    return new NeedsAssessment(
        row.getLong("id"),
        row.getLong("case_id"),
        AssessmentStage.of(row.getString("stage")).orElseThrow(),
        row.getInt("place"),
        new NeedsAssessment.Assessor(row.getString("assessor"), row.getString("assessor_name")),
        row.getTimestamp("recorded_at").toLocalDateTime(),
        row.getString("recorded_by"),
        new AssessmentAnswers(
            row.getDate("assessed_on").toLocalDate(),
            row.getString("contact_mode"),
            row.getString("reason"),
            row.getString("reason_note"),
            row.getBoolean("draft"),
            ratings),
        row.getInt("version"));
  }
}
