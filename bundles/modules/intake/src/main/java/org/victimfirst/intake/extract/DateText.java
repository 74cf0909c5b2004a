package org.victimfirst.intake.extract;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times. The extract's own form is read by hand, since it is in every row; other
 * forms, day before month, are looked at only when that fails.
 */
final class DateText {
  private static final Pattern ISO_LIKE =
      Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?:[T ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");
  private static final Pattern IN_WORDS =
      Pattern.compile(
          "(\\d{1,2}) +([A-Za-z]{3,9}) +(\\d{4})(?:[T ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private DateText() {}

  /** A date in the form {@code YYYY-MM-DD}, or null. */
  static @Nullable LocalDate date(String text) {
    return text.length() == 10 ? datePart(text) : null;
  }

  /** A time in the form {@code YYYY-MM-DDTHH:MM:SS}, or null. */
  static @Nullable LocalDateTime time(String text) {
    if (text.length() != 19
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return null;
    }
    LocalDate date = datePart(text);
    return date == null
        ? null
        : at(date, digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19));
  }

  /**
   * A date or time in another form that can be read in one way only, day before month; a date
   * without a time is midnight. Null when it is none, or no such day exists.
   */
  static @Nullable LocalDateTime other(String text) {
    String tidy = text.strip();
    Matcher iso = ISO_LIKE.matcher(tidy);
    if (iso.matches()) {
      return at(day(number(iso, 1), number(iso, 2), number(iso, 3)), iso);
    }
    Matcher dayFirst = DAY_FIRST.matcher(tidy);
    if (dayFirst.matches()) {
      return at(day(number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1)), dayFirst);
    }
    Matcher words = IN_WORDS.matcher(tidy);
    if (words.matches()) {
      return at(day(number(words, 3), month(words.group(2)), number(words, 1)), words);
    }
    return null;
  }

  /** A time of day as the extract writes it, always with seconds. */
  static String clock(LocalTime time) {
    return time.getSecond() == 0 ? time + ":00" : time.toString();
  }

  private static int month(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).equals(lower) || MONTHS.get(i).substring(0, 3).equals(lower)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static @Nullable LocalDateTime at(@Nullable LocalDate day, Matcher found) {
    if (day == null) {
      return null;
    }
    if (found.group(4) == null) {
      return day.atStartOfDay();
    }
    return at(
        day, number(found, 4), number(found, 5), found.group(6) == null ? 0 : number(found, 6));
  }

  private static @Nullable LocalDateTime at(LocalDate date, int hour, int minute, int second) {
    boolean sound =
        hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    return sound ? date.atTime(hour, minute, second) : null;
  }

  private static @Nullable LocalDate datePart(String text) {
    if (text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    return day(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
  }

  private static @Nullable LocalDate day(int year, int month, int day) {
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > lengthOf(month, year)) {
      return null;
    }
    return LocalDate.of(year, month, day);
  }

  private static int lengthOf(int month, int year) {
    return switch (month) {
      case 2 -> Year.isLeap(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** The number that the digits make, or -1 when one of them is none. */
  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
