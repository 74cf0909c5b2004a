package org.victimfirst.persistence.event;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.event.Event;
import org.victimfirst.api.event.EventHandler;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.persistence.pool.Pool;
import org.victimfirst.persistence.thread.Repeater;

/** Brings the outbox to all handlers of this node. */
public final class Deliveries implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long PRUNE_NANOS = Duration.ofHours(1).toNanos();
  private static final Duration KEPT = Duration.ofDays(90);

  private final Pool pool;
  private final EventTable events;
  private final String node = UUID.randomUUID().toString();
  private final Map<EventHandler<?>, Delivery<?>> deliveries = new ConcurrentHashMap<>();
  private final Repeater numbering;
  private long pruned = System.nanoTime() - PRUNE_NANOS;

  /** Begins to number what is published. */
  public Deliveries(Pool pool) {
    this.pool = pool;
    this.events = new EventTable(pool);
    this.numbering = Repeater.start("victimfirst-outbox", this::number);
  }

  private Duration number() {
    try {
      int numbered = events.number();
      if (numbered > 0) {
        deliveries.values().forEach(Delivery::wake);
        return Duration.ZERO;
      }
      if (System.nanoTime() - pruned > PRUNE_NANOS) {
        pruned = System.nanoTime();
        int gone = events.prune(System.currentTimeMillis() - KEPT.toMillis());
        LOG.debug("{} events older than {} days removed", gone, KEPT.toDays());
      }
      return POLL;
    } catch (SQLException e) {
      throw new DatabaseException("Published events could not be numbered", e);
    }
  }

  /** Begins to deliver to a handler, from where it left off. */
  public <E extends Event> void add(String module, EventHandler<E> handler) {
    deliveries.computeIfAbsent(handler, h -> new Delivery<>(pool, events, node, module, handler));
  }

  /** Ends it; returns when the handler is not inside any more, or after some seconds. */
  public void remove(EventHandler<?> handler) {
    Delivery<?> delivery = deliveries.remove(handler);
    if (delivery != null) {
      delivery.close();
    }
  }

  @Override
  public void close() {
    numbering.close();
    deliveries.keySet().forEach(this::remove);
  }
}
