package ${package}.domain;

import java.util.List;

/** Values cannot be taken, and nothing was stored. */
public class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Refusal> refusals;

  /** Says what is wrong, with at least one field. */
  RefusedException(List<Refusal> refusals) {
    super(String.join(", ", refusals.stream().map(Refusal::code).toList()));
    this.refusals = List.copyOf(refusals);
  }

  /** What is wrong, in the order of the form. */
  public List<Refusal> refusals() {
    return refusals;
  }
}
