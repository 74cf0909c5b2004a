package org.victimfirst.needs.domain;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Assessments of several cases, on the connection of somebody else's transaction. */
public interface AssessmentRows {
  /** The assessments of some cases, drafts too, in no order. */
  List<NeedsAssessment> ofCases(Connection connection, Collection<Long> caseIds)
      throws SQLException;

  /**
   * Erases the assessments of some cases. Facts and samples stay.
   *
   * @return rows erased
   */
  int erase(Connection connection, Collection<Long> caseIds) throws SQLException;
}
