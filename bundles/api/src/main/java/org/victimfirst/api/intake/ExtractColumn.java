package org.victimfirst.api.intake;

import java.util.Set;

/**
 * A column of a file of the legacy extract, and what the intake module checks before it hands the
 * row over.
 *
 * @param name its name in the header
 * @param type what its cells hold
 * @param mandatory whether an empty cell refuses the row ({@code missing_mandatory})
 * @param list for {@link Type#CODE} and {@link Type#CODES}: the area profile's list, or an empty
 *     string when {@code values} holds the codes
 * @param values the codes, when they are not a list of the profile
 * @param unknownCode what an unknown code leads to: an empty string refuses the row; any other text
 *     is stored instead and reported ({@code unknown_code})
 */
public record ExtractColumn(
    String name,
    Type type,
    boolean mandatory,
    String list,
    Set<String> values,
    String unknownCode) {
  /** What the cells of a column hold. */
  public enum Type {
    /** Any text, kept as it is. */
    TEXT,
    /** {@code YYYY-MM-DD}. */
    DATE,
    /** {@code YYYY-MM-DDTHH:MM:SS}, local time. */
    TIME,
    /** A whole number. */
    NUMBER,
    /** One code. */
    CODE,
    /** Several codes, separated by semicolons. */
    CODES
  }

  /** Copies the values. */
  public ExtractColumn {
    values = Set.copyOf(values);
  }

  /** A mandatory text column. */
  public static ExtractColumn text(String name) {
    return new ExtractColumn(name, Type.TEXT, true, "", Set.of(), "");
  }

  /** A mandatory date column. */
  public static ExtractColumn date(String name) {
    return new ExtractColumn(name, Type.DATE, true, "", Set.of(), "");
  }

  /** A mandatory time column. */
  public static ExtractColumn time(String name) {
    return new ExtractColumn(name, Type.TIME, true, "", Set.of(), "");
  }

  /** An optional number column. */
  public static ExtractColumn number(String name) {
    return new ExtractColumn(name, Type.NUMBER, false, "", Set.of(), "");
  }

  /** A mandatory column of codes of a list of the profile. */
  public static ExtractColumn code(String name, String list) {
    return new ExtractColumn(name, Type.CODE, true, list, Set.of(), "");
  }

  /** A mandatory column of several codes of a list of the profile. */
  public static ExtractColumn codes(String name, String list) {
    return new ExtractColumn(name, Type.CODES, true, list, Set.of(), "");
  }

  /** A mandatory column of given codes. */
  public static ExtractColumn oneOf(String name, String... values) {
    return new ExtractColumn(name, Type.CODE, true, "", Set.of(values), "");
  }

  /** The same column, where an empty cell is lawful. */
  public ExtractColumn optional() {
    return new ExtractColumn(name, type, false, list, values, unknownCode);
  }

  /** The same column, where an unknown code is reported and stored as the given one. */
  public ExtractColumn unknownAs(String code) {
    return new ExtractColumn(name, type, mandatory, list, values, code);
  }
}
