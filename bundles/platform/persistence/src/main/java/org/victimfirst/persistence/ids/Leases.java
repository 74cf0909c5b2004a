package org.victimfirst.persistence.ids;

/** Gives and prolongs the right to make ids. */
interface Leases {
  /** A lease on a number that nobody else holds. */
  Lease take();

  /**
   * The same lease, prolonged beyond a time; or a new one, with another number, when it was lost.
   */
  Lease prolong(Lease lease, long beyond);

  /** Gives the number back; no later time than this was used. */
  void giveBack(Lease lease, long used);
}
