package org.victimfirst.cases.report;

import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.cases.CodeBook;
import org.victimfirst.api.cases.FactDimension;

/** Counts cases by the ids of one list: arrays only, since it is asked for every case. */
final class Tally {
  private final int[] closed;
  private final int[] enhanced;
  private final int[] childClosed;
  private final int[] childEnhanced;

  Tally(CodeBook book, String list) {
    int size = book.max(list) + 1;
    closed = new int[size];
    enhanced = new int[size];
    childClosed = new int[size];
    childEnhanced = new int[size];
  }

  void add(CaseFact fact, FactDimension dimension) {
    add(fact, fact.id(dimension));
  }

  void add(CaseFact fact, int id) {
    closed[id]++;
    boolean isEnhanced = fact.enhanced();
    if (isEnhanced) {
      enhanced[id]++;
    }
    if (fact.child()) {
      childClosed[id]++;
      if (isEnhanced) {
        childEnhanced[id]++;
      }
    }
  }

  /** Counts each answer of a case with several; none counts as not recorded. */
  void addEach(CaseFact fact, long answers) {
    if (answers == 0) {
      add(fact, 0);
    }
    for (long left = answers; left != 0; left &= left - 1) {
      add(fact, Long.numberOfTrailingZeros(left) + 1);
    }
  }

  int ids() {
    return closed.length;
  }

  boolean any(int id) {
    return closed[id] > 0;
  }

  /** The line of an id, together with what was counted of another (0 for none). */
  Line line(String code, String label, int id, boolean withUnrecorded) {
    return new Line(
        code,
        label,
        sum(closed, id, withUnrecorded),
        sum(enhanced, id, withUnrecorded),
        sum(childClosed, id, withUnrecorded),
        sum(childEnhanced, id, withUnrecorded));
  }

  private static long sum(int[] counts, int id, boolean withUnrecorded) {
    // The id 0 stands for "not recorded", so an id of 0 here means a code that no fact has.
    return (id == 0 ? 0L : counts[id]) + (withUnrecorded ? counts[0] : 0L);
  }
}
