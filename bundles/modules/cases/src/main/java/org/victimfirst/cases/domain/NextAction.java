package org.victimfirst.cases.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;

/**
 * What is to be done next with a case.
 *
 * @param what a few words without personal data, or an empty string for nothing
 * @param due the day by which it is due, or null
 */
public record NextAction(String what, @Nullable LocalDate due) {
  /** Longest text. */
  public static final int MAX_LENGTH = 400;

  /** Nothing is planned. */
  public static final NextAction NONE = new NextAction("", null);

  /** What a new case begins with; it ends when somebody was spoken to. */
  public static final String FIRST_CONTACT = "First contact";

  /** Setting of the profile: how many working days after receipt the first contact is due. */
  public static final String FIRST_CONTACT_DAYS = "case.first-contact.working-days";

  private static final int DEFAULT_DAYS = 2;

  /** The first contact about a referral that was received on a day. */
  public static NextAction firstContact(AreaProfile profile, LocalDate received) {
    String days = profile.settings().getOrDefault(FIRST_CONTACT_DAYS, "");
    return new NextAction(
        FIRST_CONTACT,
        profile.plusWorkingDays(
            received, days.matches("\\d{1,3}") ? Integer.parseInt(days) : DEFAULT_DAYS));
  }
}
