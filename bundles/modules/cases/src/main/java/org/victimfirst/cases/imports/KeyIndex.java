package org.victimfirst.cases.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Keys of the legacy extract with two numbers each, for millions of keys in little memory. Keys of
 * the usual form, a letter and up to 15 digits, are held exactly as one number; others in a map.
 */
final class KeyIndex {
  private static final int LEAST = 1 << 10;
  private static final int MOST_DIGITS = 15;

  private final Map<String, Integer> unusual = new HashMap<>();
  private long[] codes = new long[LEAST];
  private int[] places = new int[LEAST];
  private long[] first = new long[LEAST];
  private long[] second = new long[LEAST];
  private int size;

  /** Place of a key, or -1. */
  int find(String key) {
    long code = code(key);
    if (code == 0) {
      return unusual.getOrDefault(key, -1);
    }
    int slot = slot(code);
    return codes[slot] == 0 ? -1 : places[slot];
  }

  /** Adds a key that is not there yet. */
  int add(String key, long firstValue, long secondValue) {
    if (size == first.length) {
      first = Arrays.copyOf(first, size + size / 2);
      second = Arrays.copyOf(second, size + size / 2);
    }
    int place = size++;
    first[place] = firstValue;
    second[place] = secondValue;
    long code = code(key);
    if (code == 0) {
      unusual.put(key, place);
    } else {
      if (size > codes.length / 3 * 2) {
        grow();
      }
      int slot = slot(code);
      codes[slot] = code;
      places[slot] = place;
    }
    return place;
  }

  long first(int place) {
    return first[place];
  }

  void first(int place, long value) {
    first[place] = value;
  }

  long second(int place) {
    return second[place];
  }

  void second(int place, long value) {
    second[place] = value;
  }

  /** Whether some key has this second number. */
  boolean anySecond(long value) {
    for (int place = 0; place < size; place++) {
      if (second[place] == value) {
        return true;
      }
    }
    return false;
  }

  private void grow() {
    long[] oldCodes = codes;
    int[] oldPlaces = places;
    codes = new long[oldCodes.length * 2];
    places = new int[oldCodes.length * 2];
    for (int i = 0; i < oldCodes.length; i++) {
      if (oldCodes[i] != 0) {
        int slot = slot(oldCodes[i]);
        codes[slot] = oldCodes[i];
        places[slot] = oldPlaces[i];
      }
    }
  }

  private int slot(long code) {
    int mask = codes.length - 1;
    long mixed = code * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (codes[slot] != 0 && codes[slot] != code) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The key as a number: letter, count of digits, digits. 0 when it has another form. */
  private static long code(String key) {
    int digits = key.length() - 1;
    if (digits < 1 || digits > MOST_DIGITS || key.charAt(0) < 'A' || key.charAt(0) > 'Z') {
      return 0;
    }
    long number = 0;
    for (int i = 1; i <= digits; i++) {
      char c = key.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      number = number * 10 + (c - '0');
    }
    return (long) (key.charAt(0) - 'A' + 1) << 54 | (long) digits << 50 | number;
  }
}
