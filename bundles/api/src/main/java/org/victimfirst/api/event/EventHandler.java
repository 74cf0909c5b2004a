package org.victimfirst.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Handles events of one type. A service with {@code victimfirst.module}; the platform remembers per
 * module and handler class how far it has got, so a module that was away catches up on its return.
 *
 * <p>Each handler has its own thread of delivery, in the order of publication. Delivery is at least
 * once: a handler must be idempotent. A handler that throws is tried again later and harms no
 * other.
 */
@ConsumerType
public interface EventHandler<E extends Event> {
  /** The record type that this handler takes. */
  Class<E> type();

  /** Handles one event. */
  void handle(E event);
}
