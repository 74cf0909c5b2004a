package org.victimfirst.cases.report;

import java.util.Map;
import java.util.function.Predicate;
import org.victimfirst.api.area.CodeList;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.cases.CodeBook;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.reporting.ReportRun;

/**
 * Reads drill-down filters: {@code cases=all}, {@code level=enhanced}, {@code child=yes}, and a
 * code of a list.
 */
final class CaseFilters {
  static final String LEVEL = "level";
  static final String CHILD = "child";

  /** The filter of a figure that counts all cases closed. */
  static final Map<String, String> ALL_CASES = Map.of("cases", "all");

  static final Map<String, String> ALL_ENHANCED = Map.of(LEVEL, "enhanced");
  static final Map<String, String> ALL_CHILDREN = Map.of(CHILD, "yes");

  private final ReportRun run;

  CaseFilters(ReportRun run) {
    this.run = run;
  }

  /** Turns one part of a filter into a test. */
  @FunctionalInterface
  interface Part {
    /** The test of a value, or an IllegalArgumentException when the key is not the section's. */
    Predicate<CaseFact> test(String key, String value);
  }

  /** All parts of a filter together; the section gives the parts that are its own. */
  static Predicate<CaseFact> all(Map<String, String> filter, Part own) {
    Predicate<CaseFact> all = fact -> true;
    for (Map.Entry<String, String> part : filter.entrySet()) {
      all = all.and(test(part.getKey(), part.getValue(), own));
    }
    return all;
  }

  private static Predicate<CaseFact> test(String key, String value, Part own) {
    if (ALL_CASES.equals(Map.of(key, value))) {
      return fact -> true;
    }
    if (key.equals(LEVEL) && value.equals("enhanced")) {
      return CaseFact::enhanced;
    }
    if (key.equals(CHILD) && value.equals("yes")) {
      return CaseFact::child;
    }
    return own.test(key, value);
  }

  /** The cases of a code, counted as {@link Lines} counts. */
  Predicate<CaseFact> code(FactDimension dimension, String code) {
    int id = id(dimension.list(), code);
    boolean unrecorded = unrecorded(dimension.list(), code);
    return fact -> {
      int found = fact.id(dimension);
      return found == 0 ? unrecorded : found == id;
    };
  }

  /** The cases of a code, where the key is the name of the dimension's column. */
  Predicate<CaseFact> only(FactDimension dimension, String key, String value) {
    if (!key.equals(dimension.column())) {
      throw unknown(key);
    }
    return code(dimension, value);
  }

  /** The cases with an answer to a question that takes several. */
  Predicate<CaseFact> disability(String code) {
    int id = id(CodeBook.DISABILITY, code);
    long bit = id == 0 ? 0 : 1L << (id - 1);
    boolean unrecorded = unrecorded(CodeBook.DISABILITY, code);
    return fact -> fact.disabilities() == 0 ? unrecorded : (fact.disabilities() & bit) != 0;
  }

  private int id(String list, String code) {
    int id = run.codeBook().id(list, code);
    if (id == 0 && !run.profile().list(list).has(code) && !unrecorded(list, code)) {
      throw unknown(list);
    }
    return id;
  }

  private boolean unrecorded(String list, String code) {
    CodeList codes = run.profile().list(list);
    return code.equals(codes.has(Lines.UNKNOWN) ? Lines.UNKNOWN : Lines.NOT_RECORDED);
  }

  static IllegalArgumentException unknown(String key) {
    return new IllegalArgumentException("The section has no filter " + key + " of that value");
  }
}
