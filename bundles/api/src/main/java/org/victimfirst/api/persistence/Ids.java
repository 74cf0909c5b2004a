package org.victimfirst.api.persistence;

import org.osgi.annotation.versioning.ProviderType;

/** Makes ids: positive, 64-bit, ordered by time, unique over all nodes. */
@ProviderType
public interface Ids {
  /** The next id. Never blocks for longer than a clock tick. */
  long next();
}
