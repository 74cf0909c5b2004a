package org.victimfirst.cases.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who is known already and may be the one that is described.
 *
 * @param personId the person's id
 * @param name the person's name
 * @param dateOfBirth or null when it is not known
 * @param grounds why: those of {@link Likeness}
 * @param cases the person's cases, the newest first
 */
public record KnownPerson(
    long personId,
    String name,
    @Nullable LocalDate dateOfBirth,
    List<String> grounds,
    List<CaseName> cases) {
  /** How many are offered at most. */
  public static final int LIMIT = 10;

  /** Copies the lists. */
  public KnownPerson {
    grounds = List.copyOf(grounds);
    cases = List.copyOf(cases);
  }

  /**
   * A case by its name.
   *
   * @param id the case's id
   * @param reference reference for people
   * @param status {@code open} or {@code closed}
   */
  public record CaseName(long id, String reference, String status) {}
}
