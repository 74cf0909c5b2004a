package org.victimfirst.persistence.ids;

import java.time.Instant;
import java.util.function.LongSupplier;
import org.victimfirst.api.persistence.Ids;

/**
 * Ids of 41 bits of milliseconds since 2020, 10 bits of node and 12 bits of sequence. When the
 * clock goes backwards, or more than 4,096 are wanted in a millisecond, it runs ahead of the clock
 * instead of waiting.
 */
final class TimeIds implements Ids {
  static final long EPOCH = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
  private static final int NODE_SHIFT = 12;
  private static final int TIME_SHIFT = 22;
  private static final int LAST_IN_MILLISECOND = (1 << NODE_SHIFT) - 1;

  private final Leases leases;
  private final LongSupplier clock;
  private Lease lease;
  private long millis;
  private int sequence;

  TimeIds(Leases leases, LongSupplier clock) {
    this.leases = leases;
    this.clock = clock;
    this.lease = leases.take();
    this.millis = lease.from();
    this.sequence = -1;
  }

  @Override
  public synchronized long next() {
    long now = Math.max(clock.getAsLong(), lease.from());
    if (now > millis) {
      begin(now);
    } else if (sequence == LAST_IN_MILLISECOND) {
      begin(millis + 1);
    } else {
      sequence++;
    }
    if (millis > lease.to()) {
      // Only when renewing failed for a minute, or the clock leapt: the database must be asked.
      lease = leases.prolong(lease, millis);
      begin(Math.max(millis, lease.from()));
    }
    return (millis - EPOCH) << TIME_SHIFT | (long) lease.number() << NODE_SHIFT | sequence;
  }

  private void begin(long at) {
    millis = at;
    sequence = 0;
  }

  /** Prolongs the lease ahead of need, without holding up who wants an id. */
  void renew() {
    Lease held;
    long used;
    synchronized (this) {
      held = lease;
      used = millis;
    }
    Lease renewed = leases.prolong(held, Math.max(used, clock.getAsLong()));
    synchronized (this) {
      if (renewed.number() != lease.number()) {
        lease = renewed;
        begin(Math.max(millis + 1, renewed.from()));
        sequence = -1;
      } else if (renewed.to() > lease.to()) {
        lease = renewed;
      }
    }
  }

  /** Gives the number back; nothing may be made afterwards. */
  synchronized void end() {
    leases.giveBack(lease, millis);
    lease = new Lease(lease.number(), lease.from(), Long.MIN_VALUE);
  }
}
