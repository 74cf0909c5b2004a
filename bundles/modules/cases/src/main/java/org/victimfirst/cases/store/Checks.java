package org.victimfirst.cases.store;

import java.util.ArrayList;
import java.util.List;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.cases.domain.FieldProblem;
import org.victimfirst.cases.domain.RefusedException;

/** Gathers what is wrong with the fields of a form, so that all of it is said at once. */
final class Checks {
  private final List<FieldProblem> problems = new ArrayList<>();

  Checks that(boolean right, String field, String code, String sentence) {
    if (!right) {
      problems.add(new FieldProblem(field, code, sentence));
    }
    return this;
  }

  Checks filled(String value, String field, String sentence) {
    return that(!value.isBlank(), field, "missing", sentence);
  }

  Checks atMost(String value, int length, String field) {
    return that(
        value.length() <= length,
        field,
        "over_long",
        "Shorten this to " + length + " characters; it has " + value.length());
  }

  /** A code of a list of the profile; an empty one is lawful where it is optional. */
  Checks code(AreaProfile profile, String list, String code, boolean optional, String field) {
    return that(
        (optional && code.isEmpty()) || profile.list(list).has(code),
        field,
        "unknown_code",
        "Choose one of the list");
  }

  /** What others found wrong comes after. */
  Checks and(Checks others) {
    problems.addAll(others.problems);
    return this;
  }

  /** Refuses when something is wrong. */
  void done() {
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
  }
}
