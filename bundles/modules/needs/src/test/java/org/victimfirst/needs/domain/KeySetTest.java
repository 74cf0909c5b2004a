package org.victimfirst.needs.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeySetTest {
  private static final int MANY = 100_000;

  @Test
  void keysThatWereAddedAreThereAndNoOthers() {
    KeySet keys = new KeySet();
    IntStream.range(0, MANY).forEach(i -> keys.add(key(i)));
    IntStream.range(0, MANY).forEach(i -> keys.add(key(i)));

    assertThat(IntStream.range(0, MANY)).allMatch(i -> keys.contains(key(i)));
    assertThat(IntStream.range(MANY, 2 * MANY)).noneMatch(i -> keys.contains(key(i)));
    assertThat(keys.contains("")).isFalse();
  }

  private static String key(int number) {
    return String.format("N%08d", number);
  }
}
