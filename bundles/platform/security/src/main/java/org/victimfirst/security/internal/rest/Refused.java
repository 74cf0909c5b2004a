package org.victimfirst.security.internal.rest;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.security.internal.domain.RefusedException;

/** Says what the domain refused as a problem: the first field in the problem, all in its errors. */
final class Refused {
  private Refused() {}

  static <T> T asProblem(Supplier<T> work) {
    try {
      return work.get();
    } catch (RefusedException e) {
      RefusedException.Refusal first = e.refusals().get(0);
      List<Map<String, String>> errors =
          e.refusals().stream()
              .map(r -> Map.of("field", r.field(), "code", r.code(), "detail", r.why()))
              .toList();
      throw ProblemException.field(first.field(), first.code(), first.why() + ".")
          .with("errors", errors);
    }
  }
}
