package org.victimfirst.intake.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One import.
 *
 * @param id its id
 * @param receivedAt when its files came
 * @param receivedBy name of who sent them
 * @param jobId the job that does it, or did it last
 * @param status where it stands
 * @param message a sentence for people, or an empty string
 * @param extractDate day on which the extract was made, once it is known
 * @param extractDateFrom {@code manifest} or {@code received}, or an empty string
 * @param startedAt when the job began first
 * @param endedAt when the job ended last
 * @param keptUntil last day on which its files are kept
 * @param filesDeletedAt when they were deleted
 */
public record ImportHead(
    long id,
    LocalDateTime receivedAt,
    String receivedBy,
    long jobId,
    ImportStatus status,
    String message,
    @Nullable LocalDate extractDate,
    String extractDateFrom,
    @Nullable LocalDateTime startedAt,
    @Nullable LocalDateTime endedAt,
    @Nullable LocalDate keptUntil,
    @Nullable LocalDateTime filesDeletedAt) {

  /** The same import, whose job failed. */
  public ImportHead failed(String why) {
    return new ImportHead(
        id,
        receivedAt,
        receivedBy,
        jobId,
        ImportStatus.FAILED,
        why,
        extractDate,
        extractDateFrom,
        startedAt,
        endedAt,
        keptUntil,
        filesDeletedAt);
  }
}
