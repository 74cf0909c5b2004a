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
    @Nullable LocalDate recordedOn) {}
