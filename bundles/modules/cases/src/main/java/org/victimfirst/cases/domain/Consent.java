package org.victimfirst.cases.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * An answer to a question of consent.
 *
 * @param kind one of {@link #KINDS}
 * @param answer {@code yes}, {@code no} or {@code withdrawn}
 * @param askedOn the day
 * @param note how it was given, or an empty string
 * @param recordedBy login
 * @param recordedAt local time
 */
public record Consent(
    String kind,
    String answer,
    LocalDate askedOn,
    String note,
    String recordedBy,
    LocalDateTime recordedAt) {
  /** The four kinds: to the service, to sharing, to contact afterwards, to restorative justice. */
  public static final List<String> KINDS = List.of("service", "share", "contact", "rj");

  /** The answers. A kind without any is "not asked". */
  public static final List<String> ANSWERS = List.of("yes", "no", "withdrawn");
}
