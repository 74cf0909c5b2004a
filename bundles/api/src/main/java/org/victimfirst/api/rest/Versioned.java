package org.victimfirst.api.rest;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * An answer that stands for one aggregate: the rest publisher sends its version as {@code ETag:
 * "12"}. The caller gives it back in {@code If-Match} when it writes; read that with {@link
 * IfMatch}.
 */
@ConsumerType
public interface Versioned {
  /** The aggregate's version, as stored. A record component of that name implements it. */
  int version();
}
