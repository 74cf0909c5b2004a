package org.victimfirst.security.internal.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.persistence.Ids;
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
   * @param actorId the user who acted, also by a token
   * @param action begins with this, such as {@code needs.}
   * @param subjectType whole, such as {@code case}
   * @param subjectId the subject's id
   */
  record Filter(
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<String> actor,
      Optional<Long> actorId,
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
            Optional.empty(),
            Optional.empty());

    /**
     * What somebody typed; what is blank or null does not count.
     *
     * @param subject a type, an id, or both as {@code case:12}
     */
    public static Filter of(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject) {
      String[] parts = text(subject).orElse("").split(":", 2);
      OptionalLong id = Ids.parse(parts[parts.length - 1].strip());
      String type = parts.length == 2 || id.isEmpty() ? parts[0] : "";
      return new Filter(
          from,
          to,
          text(actor),
          Optional.empty(),
          text(action),
          text(type),
          id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty());
    }

    /** The same, of one user. */
    public Filter by(long userId) {
      return new Filter(from, to, actor, Optional.of(userId), action, subjectType, subjectId);
    }

    private static Optional<String> text(@Nullable String typed) {
      return Optional.ofNullable(typed).map(String::strip).filter(t -> !t.isEmpty());
    }
  }
}
