package org.victimfirst.intake.domain;

/**
 * Something that is wrong with a file or a row. Holds no personal data: record and line lead to it.
 *
 * @param file name of the file
 * @param record number of the data record, from 1; 0 for the file as a whole
 * @param line physical line on which the record begins, the header being 1; 0 for the file as a
 *     whole
 * @param key the record's key, or an empty string when it has none or one that is no key
 * @param column name of the column, or an empty string
 * @param code stable, snake case, such as {@code unknown_code}
 * @param severity what it led to
 * @param sentence what is wrong and what was done
 */
public record Problem(
    String file,
    long record,
    long line,
    String key,
    String column,
    String code,
    Severity severity,
    String sentence) {
  /** Longest sentence that is kept. */
  public static final int MAX_SENTENCE = 500;

  private static final int MAX_KEY = 40;

  /** Keeps the key only if it can be one: a shifted row may have a name where its key should be. */
  public Problem {
    key = soundKey(key) ? key : "";
    if (sentence.length() > MAX_SENTENCE) {
      sentence = sentence.substring(0, MAX_SENTENCE - 1) + "…";
    }
  }

  /** A problem of a whole file. */
  public static Problem ofFile(
      String file, long line, String column, String code, Severity severity, String sentence) {
    return new Problem(file, 0, line, "", column, code, severity, sentence);
  }

  private static boolean soundKey(String key) {
    boolean digit = false;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      digit |= c >= '0' && c <= '9';
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
      if (!letter && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return digit && key.length() <= MAX_KEY;
  }
}
