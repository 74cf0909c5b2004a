package org.victimfirst.needs.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.victimfirst.needs.domain.NeedFact;
import org.victimfirst.needs.domain.NeedScale;

/**
 * Levels as facts keep them: the letter at place n is the level of the need with number n, as the
 * digit (base 36) of the level's number; a full stop where it was not asked.
 */
final class LevelLetters {
  private static final char NOT_ASKED = '.';

  private final FactCodes codes;

  LevelLetters(FactCodes codes) {
    this.codes = codes;
  }

  /** The letters of some levels. */
  String of(NeedFact.Levels levels) {
    int places =
        levels.byArea().keySet().stream()
            .mapToInt(area -> codes.id(NeedScale.AREAS, area))
            .max()
            .orElse(0);
    char[] letters = new char[places];
    Arrays.fill(letters, NOT_ASKED);
    levels
        .byArea()
        .forEach(
            (area, level) ->
                letters[codes.id(NeedScale.AREAS, area) - 1] =
                    Character.forDigit(codes.id(NeedScale.LEVELS, level), Character.MAX_RADIX));
    return new String(letters);
  }

  /** The levels of some letters; null when there are none. */
  NeedFact.@Nullable Levels levels(@Nullable String letters, int score) {
    if (letters == null) {
      return null;
    }
    Map<String, String> byArea = new HashMap<>();
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      if (letter != NOT_ASKED) {
        byArea.put(
            codes.code(NeedScale.AREAS, i + 1),
            codes.code(NeedScale.LEVELS, Character.digit(letter, Character.MAX_RADIX)));
      }
    }
    return new NeedFact.Levels(byArea, score);
  }
}
