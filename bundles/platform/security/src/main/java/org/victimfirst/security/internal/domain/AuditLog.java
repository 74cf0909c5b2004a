package org.victimfirst.security.internal.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.victimfirst.api.rest.Paged;

/** Reads the audit. */
public interface AuditLog {
  /** Rows that fit, the newest first. */
  Paged<AuditRow> page(Filter filter, int page, int size);

  /**
   * What to look for.
   *
   * @param from first day
   * @param to last day
   * @param actor login of the actor, whole
   * @param action begins with this, such as {@code needs.}
   * @param subjectType whole, such as {@code case}
   * @param subjectId the subject's id
   */
  record Filter(
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<String> actor,
      Optional<String> action,
      Optional<String> subjectType,
      Optional<Long> subjectId) {
    /** Everything. */
    public static final Filter NONE =
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }
}
