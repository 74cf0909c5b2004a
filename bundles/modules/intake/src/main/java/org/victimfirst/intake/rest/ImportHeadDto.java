package org.victimfirst.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.victimfirst.intake.domain.ImportHead;

/**
 * An import in a list.
 *
 * @param id its id
 * @param status {@code waiting}, {@code running}, {@code done} or {@code failed}
 * @param message a sentence for people, or an empty string
 * @param receivedAt when its files came, local time
 * @param receivedBy name of who sent them
 * @param extractDate day on which the extract was made
 * @param endedAt when the job ended last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportHeadDto(
    String id,
    String status,
    String message,
    LocalDateTime receivedAt,
    String receivedBy,
    @Nullable LocalDate extractDate,
    @Nullable LocalDateTime endedAt) {
  static ImportHeadDto of(ImportHead head) {
    return new ImportHeadDto(
        Long.toString(head.id()),
        head.status().code(),
        head.message(),
        head.receivedAt(),
        head.receivedBy(),
        head.extractDate(),
        head.endedAt());
  }
}
