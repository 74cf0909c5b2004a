package org.victimfirst.web.contribution;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.victimfirst.api.module.RequestGate;

/** The request gate while there is one; without it everybody may pass. */
@Component(service = Gate.class)
public final class Gate {
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @org.jspecify.annotations.Nullable RequestGate requestGate;

  private static final RequestGate.Pass OPEN = () -> {};

  /** Without a request gate. */
  public Gate() {
    // For DS, which sets the field.
  }

  /** With a request gate, for tests. */
  public Gate(RequestGate requestGate) {
    this.requestGate = requestGate;
  }

  /** Enters a module; empty when it is leaving. */
  public Optional<RequestGate.Pass> enter(String module) {
    RequestGate current = requestGate;
    return current == null ? Optional.of(OPEN) : current.enter(module);
  }
}
