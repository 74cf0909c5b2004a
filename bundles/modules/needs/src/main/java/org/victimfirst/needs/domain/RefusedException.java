package org.victimfirst.needs.domain;

import java.util.List;
import java.util.stream.Collectors;

/** Values cannot be taken, and nothing was stored. */
public class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Refusal> refusals;

  /** Says why, for each value. */
  public RefusedException(List<Refusal> refusals) {
    super(refusals.stream().map(Refusal::code).collect(Collectors.joining(", ")));
    this.refusals = List.copyOf(refusals);
  }

  /** Why, for each value; at least one. */
  public List<Refusal> refusals() {
    return refusals;
  }

  /** Throws when there is anything to refuse. */
  static void unless(List<Refusal> refusals) {
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
  }
}
