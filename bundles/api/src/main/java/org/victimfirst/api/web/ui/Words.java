package org.victimfirst.api.web.ui;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.web.Html;

/** Dates, times and numbers as the console writes and reads them. */
public final class Words {
  private static final Pattern DATE =
      Pattern.compile("(\\d{1,2})[\\s/.-]+(\\p{L}{3,9}|\\d{1,2})[\\s/.,-]+(\\d{4})");
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?", Pattern.CASE_INSENSITIVE);
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private Words() {}

  /** "4 May 2020". */
  public static String date(LocalDate date) {
    return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
  }

  /** "4 May 2020", or the other text when there is none. */
  public static String date(@Nullable LocalDate date, String otherwise) {
    return date == null ? otherwise : date(date);
  }

  /** "Thursday 9 July 2020". */
  public static String longDate(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK) + " " + date(date);
  }

  /** "2:15pm"; "10am" when the minute is 0 is written "10:00am", so that times line up. */
  public static String time(LocalTime time) {
    int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    return String.format(
        Locale.ROOT, "%d:%02d%s", hour, time.getMinute(), time.getHour() < 12 ? "am" : "pm");
  }

  /** "4 May 2020 at 2:15pm". */
  public static String dateTime(LocalDateTime at) {
    return date(at.toLocalDate()) + " at " + time(at.toLocalTime());
  }

  /** "April to June 2020", for a period of whole months; else "1 April 2020 to 9 May 2020". */
  public static String period(LocalDate from, LocalDate to) {
    boolean whole = from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1;
    if (!whole) {
      return date(from) + " to " + date(to);
    }
    String last = MONTHS.get(to.getMonthValue() - 1) + " " + to.getYear();
    String first = MONTHS.get(from.getMonthValue() - 1);
    if (from.getYear() != to.getYear()) {
      return first + " " + from.getYear() + " to " + last;
    }
    return from.getMonthValue() == to.getMonthValue() ? last : first + " to " + last;
  }

  /** The time as an element that machines can read too. */
  public static Html time(LocalDateTime at) {
    String machine = at.withSecond(0).withNano(0).toString();
    return new Markup()
        .raw("<time")
        .always("datetime", machine)
        .raw(">")
        .text(dateTime(at))
        .raw("</time>")
        .html();
  }

  /** "2,641". */
  public static String number(long number) {
    return String.format(Locale.UK, "%,d", number);
  }

  /** "1 problem", "2,388 referrals". */
  public static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /** "21.2%", or "–" when there is none because the whole is 0. */
  public static String percent(@Nullable BigDecimal percent) {
    return percent == null ? "\u2013" : percent.toPlainString() + "%";
  }

  /** "call, text and email". */
  public static String join(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return String.join(", ", words.subList(0, words.size() - 1))
        + " and "
        + words.get(words.size() - 1);
  }

  /** The same text with a capital at its beginning. */
  public static String capital(String text) {
    return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
  }

  /** Reads {@code 4 May 2020}, {@code 4/5/2020}, {@code 4.5.2020} or {@code 2020-05-04}. */
  public static Optional<LocalDate> parseDate(String typed) {
    String text = typed.strip();
    try {
      Matcher iso = ISO.matcher(text);
      if (iso.matches()) {
        return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
      }
      Matcher m = DATE.matcher(text);
      if (!m.matches()) {
        return Optional.empty();
      }
      int month = month(m.group(2));
      return month == 0
          ? Optional.empty()
          : Optional.of(LocalDate.of(number(m, 3), month, number(m, 1)));
    } catch (DateTimeException e) {
      // 31 June: a date that does not exist is a date that cannot be read.
      return Optional.empty();
    }
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static int month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    String wanted = text.toLowerCase(Locale.UK);
    for (int i = 0; i < MONTHS.size(); i++) {
      String name = MONTHS.get(i).toLowerCase(Locale.UK);
      if (name.startsWith(wanted) || wanted.equals("sept") && i == 8) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Reads {@code 2:15pm}, {@code 2.15 pm}, {@code 2pm} or {@code 14:15}. */
  public static Optional<LocalTime> parseTime(String typed) {
    Matcher m = TIME.matcher(typed.strip());
    if (!m.matches() || m.group(2) == null && m.group(3) == null) {
      return Optional.empty();
    }
    int hour = number(m, 1);
    int minute = m.group(2) == null ? 0 : number(m, 2);
    if (m.group(3) != null) {
      if (hour < 1 || hour > 12) {
        return Optional.empty();
      }
      hour = hour % 12 + (m.group(3).equalsIgnoreCase("pm") ? 12 : 0);
    }
    return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
  }
}
