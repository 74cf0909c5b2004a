package org.victimfirst.api.security;

import org.osgi.annotation.versioning.ProviderType;

/** The call that the current thread is answering. Resources ask it; pages get it handed. */
@ProviderType
public interface CallContext {
  /**
   * The current call.
   *
   * @throws IllegalStateException on a thread that answers no request
   */
  Call current();
}
