package org.victimfirst.needs.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.LegacyAssessment;
import org.victimfirst.needs.domain.LegacyAssessments;
import org.victimfirst.needs.domain.NeedFact;
import org.victimfirst.needs.domain.NeedScale;

/**
 * Imports by batches of plain JDBC: one insert for a row, and one for ten or so for its assessment.
 */
@Component
public final class JdbcLegacyAssessments implements LegacyAssessments {
  private static final String STORED =
      "select a.case_id, a.id, a.stage, a.place, a.assessed_on, r.need_area, r.need_level,"
          + " r.legacy_key, r.legacy_hash, a.draft"
          + " from needs.assessment a left join needs.rating r on r.assessment_id = a.id"
          + " where a.case_id in "
          + InList.MARKS
          + " order by a.id";

  private static final String LOADED =
      "select legacy_key from needs.rating where legacy_key in " + InList.MARKS;

  private static final String INSERT_ASSESSMENT =
      "insert into needs.assessment (id, case_id, place, stage, assessed_on, recorded_at,"
          + " recorded_by, assessor, assessor_name, contact_mode, reason, reason_note, draft,"
          + " version) values (?, ?, ?, ?, ?, ?, '', '', '', '', '', '', false, 1)";

  private static final String INSERT_RATING =
      "insert into needs.rating (assessment_id, need_area, need_level, note, legacy_key,"
          + " legacy_hash) values (?, ?, ?, '', ?, ?)";

  @Override
  public Map<Long, List<LegacyAssessment>> ofCases(Connection connection, Collection<Long> caseIds)
      throws SQLException {
    Map<Long, List<LegacyAssessment>> cases = new HashMap<>();
    for (List<Long> part : InList.parts(caseIds)) {
      try (PreparedStatement select = connection.prepareStatement(STORED)) {
        InList.setLongs(select, part);
        try (ResultSet rows = select.executeQuery()) {
          LegacyAssessment current = null;
          while (rows.next()) {
            if (current == null || current.id() != rows.getLong(2)) {
              current = assessment(rows);
              cases.computeIfAbsent(current.caseId(), id -> new ArrayList<>()).add(current);
            }
            addRow(current, rows);
          }
        }
      }
    }
    return cases;
  }

  @Override
  public Set<String> loaded(Connection connection, Collection<String> keys) throws SQLException {
    return InList.present(connection, LOADED, keys);
  }

  @Override
  public void add(Connection connection, NeedScale scale, Collection<List<LegacyAssessment>> cases)
      throws SQLException {
    insertAssessments(connection, cases);
    insertRatings(connection, cases);
    NeedFacts.put(connection, cases.stream().map(all -> fact(all, scale)).toList());
  }

  private static void insertAssessments(
      Connection connection, Collection<List<LegacyAssessment>> cases) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_ASSESSMENT)) {
      for (List<LegacyAssessment> assessments : cases) {
        for (LegacyAssessment assessment : assessments) {
          if (assessment.state() == LegacyAssessment.State.NEW) {
            insert.setLong(1, assessment.id());
            insert.setLong(2, assessment.caseId());
            insert.setInt(3, assessment.place());
            insert.setString(4, assessment.stage().code());
            insert.setDate(5, Date.valueOf(assessment.assessedOn()));
            insert.setTimestamp(6, Timestamp.valueOf(assessment.assessedAt()));
            insert.addBatch();
          }
        }
      }
      insert.executeBatch();
    }
  }

  private static void insertRatings(Connection connection, Collection<List<LegacyAssessment>> cases)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_RATING)) {
      for (List<LegacyAssessment> assessments : cases) {
        for (LegacyAssessment assessment : assessments) {
          for (LegacyAssessment.Row row : assessment.rows()) {
            if (!row.stored()) {
              insert.setLong(1, assessment.id());
              insert.setString(2, row.area());
              insert.setString(3, row.level());
              insert.setString(4, row.key());
              insert.setLong(5, row.hash());
              insert.addBatch();
            }
          }
        }
      }
      insert.executeBatch();
    }
  }

  private static NeedFact fact(List<LegacyAssessment> assessments, NeedScale scale) {
    return new NeedFact(
        assessments.get(0).caseId(),
        levels(assessments, AssessmentStage.START, scale),
        levels(assessments, AssessmentStage.END, scale));
  }

  private static NeedFact.@Nullable Levels levels(
      List<LegacyAssessment> assessments, AssessmentStage stage, NeedScale scale) {
    for (LegacyAssessment assessment : assessments) {
      if (assessment.stage() == stage && assessment.state() != LegacyAssessment.State.DRAFT) {
        return NeedFact.Levels.of(assessment.ratings(), scale);
      }
    }
    return null;
  }

  private static LegacyAssessment assessment(ResultSet row) throws SQLException {
    return new LegacyAssessment(
        row.getLong(2),
        row.getLong(1),
        AssessmentStage.of(row.getString(3)).orElseThrow(),
        row.getInt(4),
        row.getDate(5).toLocalDate().atStartOfDay(),
        row.getBoolean(10) ? LegacyAssessment.State.DRAFT : LegacyAssessment.State.STORED);
  }

  private static void addRow(LegacyAssessment assessment, ResultSet row) throws SQLException {
    String area = row.getString(6);
    if (area != null) {
      assessment.put(
          new LegacyAssessment.Row(area, row.getString(7), row.getString(8), row.getLong(9), true));
    }
  }
}
