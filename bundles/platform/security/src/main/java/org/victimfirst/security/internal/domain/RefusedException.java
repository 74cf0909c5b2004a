package org.victimfirst.security.internal.domain;

import java.util.List;

/** What was typed is refused, field by field. */
public class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Refusal> refusals;

  /** Names every field that is refused. */
  public RefusedException(List<Refusal> refusals) {
    super("Refused: " + refusals.stream().map(Refusal::code).toList());
    this.refusals = List.copyOf(refusals);
  }

  /** Names the one field that is refused. */
  public RefusedException(String field, String code, String why) {
    this(List.of(new Refusal(field, code, why)));
  }

  /** The fields, in the order of the form. */
  public List<Refusal> refusals() {
    return refusals;
  }

  /**
   * One field.
   *
   * @param field its name
   * @param code stable, snake case
   * @param why in words: what to enter
   */
  public record Refusal(String field, String code, String why) {}
}
