package org.victimfirst.needs.domain;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Stores assessments from the legacy extract, batch by batch, in the import's transaction. */
public interface LegacyAssessments {
  /** What is stored of some cases: by case, only cases that have any. */
  Map<Long, List<LegacyAssessment>> ofCases(Connection connection, Collection<Long> caseIds)
      throws SQLException;

  /** The keys of all rows of the extract that are stored. */
  KeySet keys(Connection connection) throws SQLException;

  /**
   * Stores what is new of some cases, and their facts.
   *
   * @param cases all assessments of each case, stored and new
   */
  void add(Connection connection, NeedScale scale, Collection<List<LegacyAssessment>> cases)
      throws SQLException;
}
