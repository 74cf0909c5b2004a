package org.victimfirst.persistence.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeIdsTest {
  private static final long START = TimeIds.EPOCH + 1_000_000;

  private final AtomicLong clock = new AtomicLong(START);
  private final CountedLeases leases = new CountedLeases();
  private final TimeIds ids = new TimeIds(leases, clock::get);

  @Test
  void idsArePositiveAndRise() {
    long last = 0;
    for (int i = 0; i < 10_000; i++) {
      long id = ids.next();
      assertThat(id).isGreaterThan(last);
      last = id;
      clock.addAndGet(i % 3);
    }
  }

  @Test
  void moreThanFitIntoOneMillisecondRunAheadOfTheClock() {
    Set<Long> made = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      made.add(ids.next());
    }
    assertThat(made).hasSize(20_000);
    assertThat(ids.next() >> 22).isEqualTo(START - TimeIds.EPOCH + 4);
  }

  @Test
  void aClockThatGoesBackMakesNothingTwice() {
    long before = ids.next();
    clock.addAndGet(-3_600_000);
    assertThat(ids.next()).isGreaterThan(before);
  }

  @Test
  void nothingIsMadeBeyondWhatIsReserved() {
    ids.next();
    clock.set(START + CountedLeases.SPAN + 1);
    ids.next();
    assertThat(leases.prolonged).isEqualTo(1);
  }

  @Test
  void whoLosesTheNumberGoesOnWithAnother() {
    long before = ids.next();
    leases.lost = true;
    ids.renew();
    long after = ids.next();
    assertThat(after >> 12 & 1023).isEqualTo(8).isNotEqualTo(before >> 12 & 1023);
    assertThat(after).isGreaterThan(before);
  }

  @Test
  void afterTheEndTheDatabaseIsAskedAgain() {
    ids.end();
    leases.closed = true;
    assertThatThrownBy(ids::next).isInstanceOf(IllegalStateException.class);
  }

  private final class CountedLeases implements Leases {
    static final long SPAN = 60_000;
    private int prolonged;
    private boolean lost;
    private boolean closed;

    @Override
    public Lease take() {
      return new Lease(lost ? 8 : 7, clock.get(), clock.get() + SPAN);
    }

    @Override
    public Lease prolong(Lease lease, long beyond) {
      if (closed) {
        throw new IllegalStateException("closed");
      }
      prolonged++;
      return lost ? take() : new Lease(lease.number(), lease.from(), beyond + SPAN);
    }

    @Override
    public void giveBack(Lease lease, long used) {
      assertThat(used).isGreaterThanOrEqualTo(lease.from());
    }
  }
}
