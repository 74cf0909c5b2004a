package org.victimfirst.cases.store;

import java.util.Arrays;

/**
 * Tells which of many numbers came more than once, in four bytes for each: the match keys of
 * hundreds of thousands of people are no more than some megabytes.
 */
final class Repeated {
  private int[] numbers = new int[1 << 10];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  /** Keeps those that came more than once, and takes no more. */
  void close() {
    Arrays.sort(numbers, 0, size);
    int kept = 0;
    for (int i = 1; i < size; i++) {
      boolean again = numbers[i] == numbers[i - 1];
      boolean first = again && (kept == 0 || numbers[kept - 1] != numbers[i]);
      if (first) {
        numbers[kept++] = numbers[i];
      }
    }
    numbers = Arrays.copyOf(numbers, kept);
    size = kept;
  }

  /** Whether a number came more than once. Asked after {@link #close}. */
  boolean has(int number) {
    return Arrays.binarySearch(numbers, number) >= 0;
  }
}
