package org.victimfirst.web.shell;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.victimfirst.api.cases.CaseDirectory;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.module.RequestGate;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.web.contribution.Gate;

/** The heads of cases, while the cases module is there. */
@Component(service = Cases.class)
public final class Cases {
  private record Source(CaseDirectory directory, String module) {}

  private final Gate gate;
  private volatile @Nullable Source source;

  @Activate
  public Cases(@Reference Gate gate) {
    this.gate = gate;
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void setDirectory(CaseDirectory directory, Map<String, Object> properties) {
    source =
        new Source(
            directory,
            String.valueOf(properties.getOrDefault(VictimFirstModule.PROPERTY, "cases")));
  }

  public void unsetDirectory(CaseDirectory directory) {
    Source current = source;
    if (current != null && current.directory() == directory) {
      source = null;
    }
  }

  /** The head of a case; empty when there is no such case for the caller. */
  public Optional<CaseHead> head(Visit visit, long caseId) {
    Source current = source;
    if (current == null) {
      return Optional.empty();
    }
    Optional<RequestGate.Pass> pass = gate.enter(current.module());
    if (pass.isEmpty()) {
      return Optional.empty();
    }
    RequestGate.Pass entered = pass.get();
    try (entered) {
      return current.directory().head(visit.call(), caseId, visit.hidden());
    }
  }
}
