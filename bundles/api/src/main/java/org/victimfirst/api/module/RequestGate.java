package org.victimfirst.api.module;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Counts requests inside a module, so that a module can leave when the last one has ended. The
 * platform's web and rest publishers enter it for every request; modules need not.
 */
@ProviderType
public interface RequestGate {
  /**
   * Enters a module for one request.
   *
   * @param module the module's name
   * @return the pass, to be closed when the request ends; empty when the module is leaving, and the
   *     request must be answered as if the module were gone
   */
  Optional<Pass> enter(String module);

  /** One request inside a module. */
  @ProviderType
  interface Pass extends AutoCloseable {
    @Override
    void close();
  }
}
