package org.victimfirst.cases.domain;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds names for search: upper case, no accents, letters and digits only. So "Zoë", "ZOE" and
 * "Zoe" with a combining mark are one, as are "O'Dellan" and "O Dellan".
 */
public final class NameKey {
  private static final int SURNAME_LENGTH = 100;
  private static final int NAME_LENGTH = 200;

  private NameKey() {}

  /** Folds any text. */
  public static String fold(String text) {
    if (plain(text)) {
      return text;
    }
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(decomposed.length());
    decomposed.codePoints().forEach(letter -> append(folded, letter));
    return folded.toString();
  }

  /** The key of a surname. */
  public static String surname(String lastName) {
    return cut(fold(lastName), SURNAME_LENGTH);
  }

  /** The key of a whole name: surname, a blank, first name. */
  public static String name(String lastName, String firstName) {
    return cut(surname(lastName) + " " + fold(firstName), NAME_LENGTH);
  }

  /** The key of a police reference: letters and digits in upper case. */
  public static String crime(String reference) {
    return cut(fold(reference), 60);
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static void append(StringBuilder folded, int letter) {
    switch (letter) {
      case 'Ł' -> folded.append('L');
      case 'Ø' -> folded.append('O');
      case 'Đ' -> folded.append('D');
      case 'Æ' -> folded.append("AE");
      case 'Œ' -> folded.append("OE");
      case 'Þ' -> folded.append("TH");
      default -> {
        if (Character.isLetterOrDigit(letter)) {
          folded.appendCodePoint(letter);
        }
      }
    }
  }

  private static String cut(String key, int length) {
    return key.length() <= length ? key : key.substring(0, length);
  }
}
