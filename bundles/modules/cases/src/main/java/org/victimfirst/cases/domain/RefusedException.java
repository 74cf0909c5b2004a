package org.victimfirst.cases.domain;

import java.util.List;
import java.util.Map;
import org.victimfirst.api.rest.ProblemException;

/** An act is refused because of what was entered: 422, with every field that is wrong. */
public final class RefusedException extends ProblemException {
  private static final long serialVersionUID = 1;

  private final transient List<FieldProblem> problems;

  /** Refuses; the first problem gives code and detail. */
  public RefusedException(List<FieldProblem> problems) {
    super(422, problems.get(0).code(), "A value is refused", problems.get(0).sentence());
    this.problems = List.copyOf(problems);
    with("field", problems.get(0).field());
    with(
        "errors",
        problems.stream()
            .map(p -> Map.of("field", p.field(), "code", p.code(), "detail", p.sentence()))
            .toList());
  }

  /** Refuses one field. */
  public RefusedException(String field, String code, String sentence) {
    this(List.of(new FieldProblem(field, code, sentence)));
  }

  /** Every field that is wrong. */
  public List<FieldProblem> problems() {
    return problems;
  }
}
