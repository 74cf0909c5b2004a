package org.victimfirst.security.internal.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.security.internal.domain.RefusedException;

/** Notes in a form what the domain refuses. */
final class Refusals {
  private Refusals() {}

  /**
   * Does the work, or notes why not.
   *
   * @param conflictField field at which a conflict with what is stored is told
   */
  static <T> Optional<T> noted(Form form, String conflictField, Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (RefusedException e) {
      e.refusals().forEach(refusal -> form.error(refusal.field(), refusal.why()));
    } catch (ProblemException e) {
      if (e.status() != 409) {
        throw e;
      }
      form.error(conflictField, String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }
}
