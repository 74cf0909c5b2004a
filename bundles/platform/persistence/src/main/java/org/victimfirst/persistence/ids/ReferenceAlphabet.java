package org.victimfirst.persistence.ids;

/**
 * The 28 characters of references and their check character.
 *
 * <p>The check is Damm's: the characters are folded by a totally anti-symmetric quasigroup, here
 * the product of one over the integers modulo 7 and one over the field of four elements. It notices
 * every wrong character and every exchange of two neighbours; Luhn's modulo 28 would miss some of
 * those.
 */
final class ReferenceAlphabet {
  static final String CHARACTERS = "234679ACDEFGHJKLMNPQRTUVWXYZ";
  static final int SIZE = CHARACTERS.length();
  private static final int FIELD = 4;
  private static final int PRIME = 7;
  private static final int PRIME_FACTOR = 3;

  private ReferenceAlphabet() {}

  /** Appends the check character. */
  static String withCheck(String payload) {
    int state = fold(payload);
    for (int digit = 0; digit < SIZE; digit++) {
      if (step(state, digit) == 0) {
        return payload + CHARACTERS.charAt(digit);
      }
    }
    throw new IllegalStateException("A quasigroup has a check character for everything");
  }

  /** Whether the text ends with the right check character. */
  static boolean valid(String text) {
    return text.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0) && fold(text) == 0;
  }

  private static int fold(String text) {
    return text.chars().map(CHARACTERS::indexOf).reduce(0, ReferenceAlphabet::step);
  }

  private static int step(int state, int digit) {
    int prime = (PRIME_FACTOR * (state / FIELD) + digit / FIELD) % PRIME;
    int field = timesAlpha(state % FIELD) ^ digit % FIELD;
    return prime * FIELD + field;
  }

  /** Times the generator in the field of four elements, written as bits. */
  private static int timesAlpha(int element) {
    int shifted = element << 1;
    return shifted < FIELD ? shifted : shifted ^ 0b111;
  }
}
