package org.victimfirst.api.cases;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One case in a line, for lists.
 *
 * @param id the case's id
 * @param personId the person it is about
 * @param reference reference for people
 * @param personName the person's name; initials when personal details are hidden
 * @param occurrenceType code of {@code occurrence_type}
 * @param status {@code open} or {@code closed}
 * @param supportLevel {@code enhanced}, {@code standard}, {@code none}, or null while open
 * @param caseworker login of the caseworker, or an empty string
 * @param openedAt local time
 * @param closedAt local time, or null while open
 * @param closureOutcome code of {@code closure_outcome}, or null while open
 */
public record CaseSummary(
    long id,
    long personId,
    String reference,
    String personName,
    String occurrenceType,
    String status,
    @Nullable String supportLevel,
    String caseworker,
    LocalDateTime openedAt,
    @Nullable LocalDateTime closedAt,
    @Nullable String closureOutcome) {
  /** Whether the case is open. */
  public boolean open() {
    return closedAt == null;
  }
}
