package org.victimfirst.cases.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.victimfirst.cases.domain.Demographics;

/**
 * Answers for equality monitoring, as they were sent: codes of the lists of the same names.
 *
 * @param ethnicity code of {@code ethnicity}
 * @param disability codes of {@code disability}, separated by semicolons
 * @param religion code of {@code religion}
 * @param sexualOrientation code of {@code sexual_orientation}
 * @param communicationNeed code of {@code communication_need}
 * @param recordedOn when it was asked; today when it is left out
 */
record SentDemographics(
    @Nullable String ethnicity,
    @Nullable String disability,
    @Nullable String religion,
    @Nullable String sexualOrientation,
    @Nullable String communicationNeed,
    @Nullable LocalDate recordedOn) {
  Demographics answers() {
    return new Demographics(
        Sent.text(ethnicity),
        Sent.text(disability),
        Sent.text(religion),
        Sent.text(sexualOrientation),
        Sent.text(communicationNeed),
        recordedOn);
  }
}
