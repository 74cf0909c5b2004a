package org.victimfirst.cases.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Answers for equality monitoring: codes of the lists of the same names.
 *
 * @param ethnicity code of {@code ethnicity}
 * @param disability codes of {@code disability}, separated by semicolons
 * @param religion code of {@code religion}
 * @param sexualOrientation code of {@code sexual_orientation}
 * @param communicationNeed code of {@code communication_need}
 * @param recordedOn when it was asked, or null
 */
public record Demographics(
    String ethnicity,
    String disability,
    String religion,
    String sexualOrientation,
    String communicationNeed,
    @Nullable LocalDate recordedOn) {
  private static final Demographics NOTHING =
      new Demographics("unknown", "unknown", "unknown", "unknown", "unknown", null);

  /**
   * What a referrer told, where nothing is recorded: what somebody was asked here is not replaced.
   *
   * @param stored null when there are none
   * @return null when it adds nothing
   */
  public static @Nullable Demographics added(
      @Nullable Demographics stored, Demographics told, LocalDate on) {
    Demographics before = stored == null ? NOTHING : stored;
    Demographics after =
        new Demographics(
            either(before.ethnicity, told.ethnicity),
            either(before.disability, told.disability),
            either(before.religion, told.religion),
            either(before.sexualOrientation, told.sexualOrientation),
            either(before.communicationNeed, told.communicationNeed),
            before.recordedOn);
    return after.equals(before)
        ? null
        : new Demographics(
            after.ethnicity,
            after.disability,
            after.religion,
            after.sexualOrientation,
            after.communicationNeed,
            told.recordedOn == null ? on : told.recordedOn);
  }

  private static String either(String stored, String told) {
    return tells(stored) || !tells(told) ? stored : told;
  }

  private static boolean tells(String answer) {
    return !answer.isEmpty() && !answer.equals("unknown");
  }
}
