package org.victimfirst.needs.domain;

import java.util.Arrays;

/**
 * Keys of rows that were loaded, as 64-bit hashes in one array: about 20 bytes a key, so that
 * millions fit. That two keys have the same hash is not to be expected.
 */
public final class KeySet {
  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final int FIRST_LENGTH = 1024;

  /** Zero is an empty place. Its length is a power of two. */
  private long[] places = new long[FIRST_LENGTH];

  private int size;

  /** Adds a key, if it is not there. */
  public void add(String key) {
    if (size * 2 >= places.length) {
      grow();
    }
    if (put(places, hash(key))) {
      size++;
    }
  }

  /** Whether a key is there. */
  public boolean contains(String key) {
    long hash = hash(key);
    return places[place(places, hash)] == hash;
  }

  private void grow() {
    long[] wider = new long[places.length * 2];
    Arrays.stream(places).filter(hash -> hash != 0).forEach(hash -> put(wider, hash));
    places = wider;
  }

  private static boolean put(long[] places, long hash) {
    int place = place(places, hash);
    boolean added = places[place] == 0;
    places[place] = hash;
    return added;
  }

  private static int place(long[] places, long hash) {
    int mask = places.length - 1;
    int place = (int) (hash ^ hash >>> 32) & mask;
    while (places[place] != 0 && places[place] != hash) {
      place = place + 1 & mask;
    }
    return place;
  }

  private static long hash(String key) {
    long hash = FNV_BASIS;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * FNV_PRIME;
    }
    return hash == 0 ? 1 : hash;
  }
}
