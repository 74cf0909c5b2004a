package org.victimfirst.persistence.ids;

/**
 * A bijection on the numbers below 28^6, keyed: consecutive numbers come out in no visible order,
 * and no two come out alike. A Feistel network of two halves of 28^3.
 */
final class Scrambler {
  static final int HALF = 28 * 28 * 28;
  static final long RANGE = (long) HALF * HALF;
  private static final int ROUNDS = 6;

  private final long key;

  Scrambler(long key) {
    this.key = key;
  }

  long scramble(long number) {
    if (number < 0 || number >= RANGE) {
      throw new IllegalStateException("All " + RANGE + " references have been given out");
    }
    int left = (int) (number / HALF);
    int right = (int) (number % HALF);
    for (int round = 0; round < ROUNDS; round++) {
      int mixed = (left + mix(right, round)) % HALF;
      left = right;
      right = mixed;
    }
    return (long) left * HALF + right;
  }

  /** The finaliser of SplitMix64, which spreads every bit over all others. */
  private int mix(int value, int round) {
    long z = key + 0x9E3779B97F4A7C15L * (value + (long) HALF * (round + 1));
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return (int) Long.remainderUnsigned(z ^ z >>> 31, HALF);
  }
}
