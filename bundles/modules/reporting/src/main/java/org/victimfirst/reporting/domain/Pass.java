package org.victimfirst.reporting.domain;

import java.util.List;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.cases.ReferralFact;
import org.victimfirst.api.reporting.Totals;

/** Hands each row to every section that counts such rows, and counts the totals itself. */
final class Pass {
  private final Counting[] ofClosed;
  private final Counting[] ofReceived;
  private long closed;
  private long enhanced;
  private long child;
  private long childEnhanced;
  private long referred;

  Pass(List<Counting> all) {
    ofClosed = counting(all, "closed", CaseFact.class);
    ofReceived = counting(all, "received", ReferralFact.class);
  }

  private static Counting[] counting(List<Counting> all, String method, Class<?> fact) {
    return all.stream().filter(counting -> counting.counts(method, fact)).toArray(Counting[]::new);
  }

  void closed(CaseFact fact) {
    closed++;
    boolean isEnhanced = fact.enhanced();
    if (isEnhanced) {
      enhanced++;
    }
    if (fact.child()) {
      child++;
      if (isEnhanced) {
        childEnhanced++;
      }
    }
    for (Counting counting : ofClosed) {
      counting.closed(fact);
    }
  }

  void received(ReferralFact fact) {
    referred++;
    for (Counting counting : ofReceived) {
      counting.received(fact);
    }
  }

  Totals totals() {
    return new Totals(closed, enhanced, child, childEnhanced, referred);
  }
}
