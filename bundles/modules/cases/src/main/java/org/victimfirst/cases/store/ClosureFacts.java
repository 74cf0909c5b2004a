package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.ClosureEvidence;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.ClosureRules;
import org.victimfirst.cases.domain.OutcomeChoice;

/** Gathers from all modules what bears on the closing of a case. */
@Component(service = ClosureFacts.class)
public final class ClosureFacts {
  private final List<ClosureEvidence> evidence = new CopyOnWriteArrayList<>();

  @Activate
  public ClosureFacts() {}

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindEvidence(ClosureEvidence service) {
    evidence.add(service);
  }

  void unbindEvidence(ClosureEvidence service) {
    evidence.remove(service);
  }

  /** The area's outcomes, judged by all that is known of a case. */
  List<OutcomeChoice> choices(
      Connection connection, AreaProfile profile, LocalDate day, CaseFile file)
      throws SQLException {
    long caseId = file.summary().id();
    Set<String> facts =
        ClosureRules.ownFacts(
            profile,
            file.attempts(),
            file.safeContact(),
            file.referral().beat(),
            CaseSql.consents(connection, caseId));
    for (ClosureEvidence service : evidence) {
      facts.addAll(service.facts(connection, caseId));
    }
    return ClosureRules.choices(profile, day, facts);
  }
}
