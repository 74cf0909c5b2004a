package org.victimfirst.reporting.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.victimfirst.api.area.AreaProfile;

/** The quarters of an area: which months they begin in is a setting of its profile. */
public final class Quarters {
  private final TreeSet<Integer> months = new TreeSet<>();

  /** The quarters by the setting {@code report.quarter.starts}, such as {@code 1,4,7,10}. */
  public Quarters(AreaProfile profile) {
    String starts = profile.settings().getOrDefault("report.quarter.starts", "1,4,7,10");
    for (String month : starts.split(",", -1)) {
      months.add(Integer.parseInt(month.strip()));
    }
  }

  /** The quarter that begins on a day, if one does. */
  public Optional<Period> beginningOn(LocalDate day) {
    return begins(day) ? Optional.of(from(day)) : Optional.empty();
  }

  /** Whether the period is one whole quarter. */
  public boolean isOne(Period period) {
    return begins(period.from()) && from(period.from()).equals(period);
  }

  /** The quarter before a quarter. */
  public Period before(Period quarter) {
    LocalDate day = quarter.from().withDayOfMonth(1).minusMonths(1);
    while (!begins(day)) {
      day = day.minusMonths(1);
    }
    return from(day);
  }

  /** The quarter after a quarter. */
  public Period after(Period quarter) {
    return from(quarter.to().plusDays(1));
  }

  /** The quarters from the one of a day to the one of another, the newest first. */
  public List<Period> between(LocalDate first, LocalDate last) {
    List<Period> found = new ArrayList<>();
    for (LocalDate day = last.withDayOfMonth(1); found.isEmpty() || !done(found, first); ) {
      if (begins(day)) {
        found.add(from(day));
      }
      day = day.minusMonths(1);
    }
    return found;
  }

  private static boolean done(List<Period> found, LocalDate first) {
    return !found.get(found.size() - 1).from().isAfter(first);
  }

  private boolean begins(LocalDate day) {
    return day.getDayOfMonth() == 1 && months.contains(day.getMonthValue());
  }

  private Period from(LocalDate day) {
    LocalDate next = day.plusMonths(1);
    while (!begins(next)) {
      next = next.plusMonths(1);
    }
    return new Period(day, next.minusDays(1));
  }
}
