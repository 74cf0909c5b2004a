package org.victimfirst.cases.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.area.CodeList;
import org.victimfirst.api.cases.CodeBook;
import org.victimfirst.api.reporting.Check;
import org.victimfirst.api.reporting.Percent;
import org.victimfirst.api.reporting.ReportRun;

/**
 * What was counted of a list: a line for each code that was in use in the period or was counted, in
 * the order of the list; then codes that the list does not have. What is not recorded counts as
 * {@value #UNKNOWN} where the list has that code.
 */
record Lines(List<Line> all) {
  static final String UNKNOWN = "unknown";
  static final String NOT_RECORDED = "not_recorded";

  static Lines of(ReportRun run, String list, Tally tally) {
    CodeList codes = run.profile().list(list);
    CodeBook book = run.codeBook();
    List<Line> lines = new ArrayList<>();
    for (Code code : codes.codes()) {
      int id = book.id(list, code.code());
      Line line = tally.line(code.code(), words(code), id, code.code().equals(UNKNOWN));
      if (line.closed() > 0 || inUse(code, run)) {
        lines.add(line);
      }
    }
    for (int id = 1; id < tally.ids(); id++) {
      if (tally.any(id) && !codes.has(book.code(list, id))) {
        String code = book.code(list, id);
        lines.add(tally.line(code, code, id, false));
      }
    }
    if (!codes.has(UNKNOWN) && tally.any(0)) {
      lines.add(tally.line(NOT_RECORDED, "Not recorded", 0, true));
    }
    return new Lines(lines);
  }

  /** The words for a code in a chart: its label, unless the profile has better ones. */
  static String words(Code code) {
    return code.attribute("words").orElse(code.label());
  }

  /** Whether a code could be used on some day of the period. */
  static boolean inUse(Code code, ReportRun run) {
    return (code.from() == null || !code.from().isAfter(run.to()))
        && (code.to() == null || !code.to().isBefore(run.from()));
  }

  Map<String, Object> figures(ToLongFunction<Line> count) {
    Map<String, Object> figures = new LinkedHashMap<>();
    all.forEach(line -> figures.put(line.code(), count.applyAsLong(line)));
    return figures;
  }

  /** Cases closed, and of these with enhanced support. */
  Map<String, Object> closedAndEnhanced() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("closed", figures(Line::closed));
    figures.put("enhanced", figures(Line::enhanced));
    return figures;
  }

  /** The same, and the same of children and young people. */
  Map<String, Object> withChildren() {
    Map<String, Object> figures = closedAndEnhanced();
    figures.put("cyp_closed", figures(Line::childClosed));
    figures.put("cyp_enhanced", figures(Line::childEnhanced));
    return figures;
  }

  Map<String, Object> shares(ToLongFunction<Line> count, long whole) {
    Map<String, Object> shares = new LinkedHashMap<>();
    all.forEach(line -> shares.put(line.code(), Percent.of(count.applyAsLong(line), whole)));
    return shares;
  }

  long total(ToLongFunction<Line> count) {
    return all.stream().mapToLong(count).sum();
  }

  Check adds(String what, ToLongFunction<Line> count, String whole, long expected) {
    return new Check(what + " add up to " + whole, expected, total(count));
  }
}
