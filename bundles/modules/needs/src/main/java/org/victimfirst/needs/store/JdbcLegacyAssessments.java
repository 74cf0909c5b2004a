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
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.RowBatch;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.KeySet;
import org.victimfirst.needs.domain.LegacyAssessment;
import org.victimfirst.needs.domain.LegacyAssessments;
import org.victimfirst.needs.domain.NeedFact;
import org.victimfirst.needs.domain.NeedScale;

/**
 * Imports by batches of plain JDBC: one insert for a row, and one for ten or so for its assessment.
 */
@Component
public final class JdbcLegacyAssessments implements LegacyAssessments {
  // One by one: in a first import the database has no statistics yet, and plans a list of keys as a
  // scan of the whole table; PostgreSQL even keeps that plan while the table grows.
  private static final String ASSESSMENTS =
      "select id, stage, place, assessed_on, draft from needs.assessment where case_id = ?";

  private static final String RATINGS =
      "select need_area, need_level, legacy_key, legacy_hash, import_id from needs.rating"
          + " where assessment_id = ?";

  private static final String KEYS =
      "select legacy_key from needs.rating where legacy_key is not null";

  /** Rows that the driver keeps in memory at a time. */
  private static final int FETCH_SIZE = 5000;

  private static final String[] ASSESSMENT = {
    "id",
    "case_id",
    "place",
    "stage",
    "assessed_on",
    "recorded_at",
    "recorded_by",
    "assessor",
    "assessor_name",
    "contact_mode",
    "reason",
    "reason_note",
    "draft",
    "version"
  };

  private static final String[] RATING = {
    "assessment_id", "need_area", "need_level", "note", "legacy_key", "legacy_hash", "import_id"
  };

  /** Texts from recorded_by to reason_note. */
  private static final int WHAT_THE_EXTRACT_LACKS = 6;

  private final Database database;

  /** For the platform. */
  @Activate
  public JdbcLegacyAssessments(
      @Reference(target = "(victimfirst.module=needs)") Database database) {
    this.database = database;
  }

  @Override
  public Map<Long, List<LegacyAssessment>> ofCases(Connection connection, Collection<Long> caseIds)
      throws SQLException {
    NeedFacts.lock(connection, caseIds);
    Map<Long, List<LegacyAssessment>> cases = new HashMap<>();
    try (PreparedStatement assessments = connection.prepareStatement(ASSESSMENTS);
        PreparedStatement ratings = connection.prepareStatement(RATINGS)) {
      for (long caseId : caseIds) {
        List<LegacyAssessment> ofCase = assessments(assessments, caseId);
        for (LegacyAssessment assessment : ofCase) {
          addRows(ratings, assessment);
        }
        cases.put(caseId, ofCase);
      }
    }
    return cases;
  }

  @Override
  public KeySet keys(Connection connection) throws SQLException {
    KeySet keys = new KeySet();
    try (PreparedStatement select = connection.prepareStatement(KEYS)) {
      select.setFetchSize(FETCH_SIZE);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          keys.add(rows.getString(1));
        }
      }
    }
    return keys;
  }

  @Override
  public void add(Connection connection, NeedScale scale, Collection<List<LegacyAssessment>> cases)
      throws SQLException {
    insertAssessments(connection, cases);
    insertRatings(connection, cases);
    NeedFacts.put(connection, cases.stream().map(all -> fact(all, scale)).toList());
  }

  private void insertAssessments(Connection connection, Collection<List<LegacyAssessment>> cases)
      throws SQLException {
    try (RowBatch batch = database.insert(connection, "needs.assessment", ASSESSMENT)) {
      for (List<LegacyAssessment> assessments : cases) {
        for (LegacyAssessment assessment : assessments) {
          if (assessment.state() == LegacyAssessment.State.NEW) {
            batch
                .add(assessment.id())
                .add(assessment.caseId())
                .add(assessment.place())
                .add(assessment.stage().code())
                .add(assessment.assessedOn())
                .add(assessment.assessedAt());
            for (int i = 0; i < WHAT_THE_EXTRACT_LACKS; i++) {
              batch.add("");
            }
            batch.add(false).add(1).endRow();
          }
        }
      }
      batch.send();
    }
  }

  private void insertRatings(Connection connection, Collection<List<LegacyAssessment>> cases)
      throws SQLException {
    try (RowBatch batch = database.insert(connection, "needs.rating", RATING)) {
      for (List<LegacyAssessment> assessments : cases) {
        for (LegacyAssessment assessment : assessments) {
          for (LegacyAssessment.Row row : assessment.rows()) {
            if (!row.stored()) {
              batch
                  .add(assessment.id())
                  .add(row.area())
                  .add(row.level())
                  .add("")
                  .add(row.key())
                  .add(row.hash())
                  .add(row.importId())
                  .endRow();
            }
          }
        }
      }
      batch.send();
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

  private static List<LegacyAssessment> assessments(PreparedStatement select, long caseId)
      throws SQLException {
    List<LegacyAssessment> assessments = new ArrayList<>();
    select.setLong(1, caseId);
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        assessments.add(
            new LegacyAssessment(
                rows.getLong(1),
                caseId,
                AssessmentStage.of(rows.getString(2)).orElseThrow(),
                rows.getInt(3),
                rows.getDate(4).toLocalDate().atStartOfDay(),
                rows.getBoolean(5) ? LegacyAssessment.State.DRAFT : LegacyAssessment.State.STORED));
      }
    }
    return assessments;
  }

  private static void addRows(PreparedStatement select, LegacyAssessment assessment)
      throws SQLException {
    select.setLong(1, assessment.id());
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        assessment.put(
            new LegacyAssessment.Row(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getLong(4),
                rows.getLong(5),
                true));
      }
    }
  }
}
