package org.victimfirst.cases.domain;

import java.util.List;

/**
 * An outcome with which a case might be closed.
 *
 * @param code code of {@code closure_outcome}
 * @param label the area's words
 * @param supportLevel the level of support that it means
 * @param reasons why it does not fit what happened, in sentences; empty when it fits
 * @param asksForDuplicate whether the form must name the referral that this one repeats
 * @param suggested whether it fits best of all
 */
public record OutcomeChoice(
    String code,
    String label,
    String supportLevel,
    List<String> reasons,
    boolean asksForDuplicate,
    boolean suggested) {
  /** Copies the reasons. */
  public OutcomeChoice {
    reasons = List.copyOf(reasons);
  }

  /** Whether it fits what happened. */
  public boolean allowed() {
    return reasons.isEmpty();
  }
}
