package org.victimfirst.persistence.event;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.event.Event;
import org.victimfirst.api.event.EventHandler;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.persistence.event.EventTable.Numbered;
import org.victimfirst.persistence.pool.Pool;
import org.victimfirst.persistence.thread.Repeater;

/** Delivers to one handler, in order, on a thread of its own. */
final class Delivery<E extends Event> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final int QUEUE = 100;
  private static final long SAVE_NANOS = Duration.ofSeconds(1).toNanos();
  private static final Duration IDLE = Duration.ofSeconds(2);
  private static final int LONGEST_PAUSE_SECONDS = 300;

  private final EventHandler<E> handler;
  private final String name;
  private final String topic;
  private final EventTable events;
  private final PositionTable position;
  private final Repeater repeater;
  private boolean known;
  private int failures;
  private volatile boolean ending;

  Delivery(Pool pool, EventTable events, String node, String module, EventHandler<E> handler) {
    this.handler = handler;
    this.name = className(handler);
    this.topic = Topic.of(handler.type());
    this.events = events;
    this.position = new PositionTable(pool, node, module, name, topic);
    this.repeater = Repeater.start("victimfirst-event-" + module, this::deliver);
  }

  /** A lambda's own name differs from start to start; its event's does not. */
  private static String className(EventHandler<?> handler) {
    Class<?> type = handler.getClass();
    return type.isHidden() ? handler.type().getName() : type.getName();
  }

  void wake() {
    repeater.wake();
  }

  private Duration deliver() {
    try {
      if (!known) {
        position.ensure();
        known = true;
      }
      OptionalLong from = position.lease();
      if (from.isEmpty()) {
        return IDLE;
      }
      return deliver(from.getAsLong());
    } catch (SQLException e) {
      throw new DatabaseException("Events of " + topic + " could not be read", e);
    }
  }

  private Duration deliver(long from) throws SQLException {
    List<Numbered> batch = events.after(topic, from, QUEUE);
    long reached = from;
    long saved = System.nanoTime();
    for (Numbered event : batch) {
      if (ending) {
        break;
      }
      Throwable failure = handle(event);
      if (failure != null) {
        position.save(reached, false);
        return afterFailure(event, failure);
      }
      failures = 0;
      reached = event.number();
      if (System.nanoTime() - saved > SAVE_NANOS) {
        saved = System.nanoTime();
        if (!position.save(reached, false)) {
          return IDLE;
        }
      }
    }
    if (reached > from) {
      position.save(reached, ending);
    }
    return batch.size() == QUEUE ? Duration.ZERO : IDLE;
  }

  /** Whatever a handler throws is the handler's; it must not end the thread. */
  private @Nullable Throwable handle(Numbered event) {
    try {
      handler.handle(EventJson.read(handler.type(), event.payload()));
      return null;
    } catch (Exception | LinkageError | AssertionError e) {
      return e;
    }
  }

  private Duration afterFailure(Numbered event, Throwable failure) {
    failures++;
    Duration pause =
        Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(failures - 1, 10)));
    if (!ending && Integer.bitCount(failures) == 1) {
      LOG.warn(
          "{} did not take event {} of {} ({} tries); tried again in {} s",
          name,
          event.number(),
          topic,
          failures,
          pause.toSeconds(),
          failure);
    }
    return pause;
  }

  @Override
  public void close() {
    ending = true;
    repeater.close();
    try {
      OptionalLong reached = position.lease();
      if (reached.isPresent()) {
        position.save(reached.getAsLong(), true);
      }
    } catch (SQLException e) {
      LOG.debug("The lease of {} was not given back; it ends by itself", name, e);
    }
  }
}
