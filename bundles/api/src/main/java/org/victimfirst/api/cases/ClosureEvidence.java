package org.victimfirst.api.cases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a module knows that bears on how a case may be closed. A service with {@code
 * victimfirst.module}. The cases module derives the outcomes that fit from the facts of all
 * contributors, by the rules of the area profile, and refuses one that does not fit.
 */
@ConsumerType
public interface ClosureEvidence {
  /**
   * Facts about a case, snake case, such as {@code needs_assessed} or {@code end_assessment_made}.
   *
   * @param connection the transaction in which the case is closed
   */
  Set<String> facts(Connection connection, long caseId) throws SQLException;
}
