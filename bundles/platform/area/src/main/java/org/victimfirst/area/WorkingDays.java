package org.victimfirst.area;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;

/** Monday to Friday, without the holidays of the calendar. */
final class WorkingDays {
  private final TreeMap<LocalDate, String> holidays = new TreeMap<>();

  WorkingDays(ProfileFile.Calendar calendar) {
    for (ProfileFile.Holiday holiday : calendar.holidays()) {
      holidays.put(holiday.date(), holiday.title());
    }
  }

  boolean contains(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidays.containsKey(day);
  }

  LocalDate plus(LocalDate day, int days) {
    if (days < 0) {
      throw new IllegalArgumentException("Working days are counted forwards, not " + days);
    }
    LocalDate found = day;
    for (int left = days; left > 0; ) {
      found = found.plusDays(1);
      if (contains(found)) {
        left--;
      }
    }
    return found;
  }

  /** The last holiday that the calendar knows. */
  Optional<LocalDate> last() {
    return holidays.isEmpty() ? Optional.empty() : Optional.of(holidays.lastKey());
  }
}
