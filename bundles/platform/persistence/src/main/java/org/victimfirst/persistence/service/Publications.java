package org.victimfirst.persistence.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Services that come one after the other and go together, the last first. No lock is held while the
 * framework is called, because that starts and stops other components.
 */
final class Publications {
  private static final Logger LOG = LoggerFactory.getLogger(Publications.class);

  private final BundleContext context;
  private final Deque<ServiceRegistration<?>> registrations = new ArrayDeque<>();
  private boolean closed;

  Publications(BundleContext context) {
    this.context = context;
  }

  /** Publishes a service, unless all was withdrawn meanwhile. */
  <S> void publish(Class<S> type, S service, Map<String, Object> properties) {
    if (closed()) {
      return;
    }
    Dictionary<String, Object> dictionary = new Hashtable<>(properties);
    ServiceRegistration<S> registration = context.registerService(type, service, dictionary);
    if (!keep(registration)) {
      unregister(registration);
    }
  }

  synchronized boolean closed() {
    return closed;
  }

  private synchronized boolean keep(ServiceRegistration<?> registration) {
    if (!closed) {
      registrations.push(registration);
    }
    return !closed;
  }

  /** Withdraws all, for good. */
  void withdraw() {
    Deque<ServiceRegistration<?>> published;
    synchronized (this) {
      closed = true;
      published = new ArrayDeque<>(registrations);
      registrations.clear();
    }
    published.forEach(Publications::unregister);
  }

  private static void unregister(ServiceRegistration<?> registration) {
    try {
      registration.unregister();
    } catch (IllegalStateException e) {
      LOG.debug("Already unregistered, because the platform is stopping", e);
    }
  }
}
