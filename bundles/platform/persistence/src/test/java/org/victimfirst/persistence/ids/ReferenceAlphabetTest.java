package org.victimfirst.persistence.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceAlphabetTest {
  private final Random random = new Random(20);

  @Test
  void noLookAlikes() {
    assertThat(ReferenceAlphabet.CHARACTERS).hasSize(28).doesNotContain("I", "O", "0", "1", "5");
    assertThat(ReferenceAlphabet.CHARACTERS).doesNotContain("S", "8", "B");
  }

  @Test
  void everyWrongCharacterIsNoticed() {
    for (int i = 0; i < 200; i++) {
      String right = ReferenceAlphabet.withCheck(payload());
      for (int at = 0; at < right.length(); at++) {
        for (char other : ReferenceAlphabet.CHARACTERS.toCharArray()) {
          String typed = right.substring(0, at) + other + right.substring(at + 1);
          assertThat(ReferenceAlphabet.valid(typed)).isEqualTo(typed.equals(right));
        }
      }
    }
  }

  @Test
  void everyExchangeOfNeighboursIsNoticed() {
    for (int i = 0; i < 5_000; i++) {
      String right = ReferenceAlphabet.withCheck(payload());
      for (int at = 0; at + 1 < right.length(); at++) {
        String typed =
            right.substring(0, at)
                + right.charAt(at + 1)
                + right.charAt(at)
                + right.substring(at + 2);
        assertThat(ReferenceAlphabet.valid(typed)).isEqualTo(typed.equals(right));
      }
    }
  }

  @Test
  void scramblingIsABijection() {
    Scrambler scrambler = new Scrambler(42);
    Set<Long> seen = new HashSet<>();
    for (long number = 0; number < 200_000; number++) {
      assertThat(seen.add(scrambler.scramble(number))).isTrue();
    }
    assertThat(seen).allMatch(value -> value >= 0 && value < Scrambler.RANGE);
  }

  private String payload() {
    StringBuilder payload = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      payload.append(ReferenceAlphabet.CHARACTERS.charAt(random.nextInt(ReferenceAlphabet.SIZE)));
    }
    return payload.toString();
  }
}
