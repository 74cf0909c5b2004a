package org.victimfirst.needs.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.cases.ClosureEvidence;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.AssessmentStage;

/** Says whether the needs were assessed, and whether at the end. A draft is no assessment. */
@Component
@VictimFirstModule(module = NeedsModule.NAME)
public final class NeedsEvidence implements ClosureEvidence {
  @Override
  public Set<String> facts(Connection connection, long caseId) throws SQLException {
    Set<String> facts = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select stage from needs.assessment where case_id = ? and draft = false")) {
      select.setLong(1, caseId);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          facts.add("needs_assessed");
          if (rows.getString(1).equals(AssessmentStage.END.code())) {
            facts.add("end_assessment_made");
          }
        }
      }
    }
    return facts;
  }
}
