package org.victimfirst.api.area;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All that differs from area to area, as data. Unchanging; a new edition of the profile is a new
 * object, so ask {@link AreaProfiles} again for each request.
 */
@ProviderType
public interface AreaProfile {
  /** Code of the area, such as {@code leicestershire}. */
  String code();

  /** Edition of the profile, such as {@code 2020.1}. */
  String edition();

  /** The area's name, such as "Leicester, Leicestershire and Rutland". */
  String name();

  /** The service's name, such as "Victim First". */
  String serviceName();

  /** Contact details and other settings by key, such as {@code contact.phone}. */
  Map<String, String> settings();

  /** Names of all code lists. */
  List<String> listNames();

  /**
   * A code list.
   *
   * @return the list; an empty list of that name when the profile has none
   */
  CodeList list(String name);

  /** Age bands, youngest first. */
  List<AgeBand> ageBands();

  /**
   * The age band of a person on a day.
   *
   * @param born date of birth, or null when it is not known
   * @return a code of {@code age_band}; {@code unknown} without a date of birth or in a gap
   */
  String ageBand(@Nullable LocalDate born, LocalDate on);

  /**
   * Whether a person counts as a child or young person on a day (in Leicestershire: under 18).
   * False without a date of birth.
   */
  boolean child(@Nullable LocalDate born, LocalDate on);

  /** Length bands, shortest first. */
  List<LengthBand> lengthBands();

  /** The band of a length of support, empty when none fits. */
  Optional<String> lengthBand(LocalDate first, LocalDate last);

  /** Whether a day is neither Saturday, Sunday nor a holiday of the area. */
  boolean workingDay(LocalDate day);

  /** The day that many working days after a day; day 1 is the first working day after it. */
  LocalDate plusWorkingDays(LocalDate day, int days);

  /** What the validator found: gaps, overlaps, totals that are missing. In words. */
  List<String> findings();
}
