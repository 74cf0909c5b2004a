package org.victimfirst.cases.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.victimfirst.api.reporting.Block;

/**
 * Makes the bars of a section: cases closed, with enhanced support drawn inside them.
 *
 * @param key key of the drill-down filter
 * @param category what the categories are, one of them
 * @param others the word for those that the chart leaves out
 * @param shown how many the chart shows; 0 for all
 * @param children whether only children and young people are counted
 * @param total whether the table has totals
 */
record Bars(
    String key, String category, String others, int shown, boolean children, boolean total) {
  static final List<String> SERIES = List.of("Closed", "of these, enhanced");

  private static final List<String> COLUMNS = List.of("Closed", "Enhanced");

  static Bars of(String key, String category, String others) {
    return new Bars(key, category, others, 0, false, true);
  }

  Bars withShown(int largest) {
    return new Bars(key, category, others, largest, children, total);
  }

  Bars ofChildren() {
    return new Bars(key, category, others, shown, true, total);
  }

  Bars withoutTotal() {
    return new Bars(key, category, others, shown, children, false);
  }

  Block draw(String heading, String note, Lines lines) {
    return draw(heading, note, lines, line -> true);
  }

  /** Draws only some of the lines; the table has all. */
  Block draw(String heading, String note, Lines lines, Predicate<Line> drawn) {
    List<Block.Bar> bars = lines.all().stream().map(line -> bar(line, drawn.test(line))).toList();
    return new Block.Bars(
        heading, note, SERIES, true, COLUMNS, bars, shown, total, category, others, totalDrill());
  }

  private List<Map<String, String>> totalDrill() {
    return children
        ? List.of(
            CaseFilters.ALL_CHILDREN,
            Map.of(CaseFilters.CHILD, "yes", CaseFilters.LEVEL, "enhanced"))
        : List.of(CaseFilters.ALL_CASES, CaseFilters.ALL_ENHANCED);
  }

  private Block.Bar bar(Line line, boolean drawn) {
    Map<String, String> closed = new TreeMap<>(Map.of(key, line.code()));
    if (children) {
      closed.put(CaseFilters.CHILD, "yes");
    }
    Map<String, String> enhanced = new TreeMap<>(closed);
    enhanced.put(CaseFilters.LEVEL, "enhanced");
    List<Long> values =
        children
            ? List.of(line.childClosed(), line.childEnhanced())
            : List.of(line.closed(), line.enhanced());
    return new Block.Bar(line.code(), line.label(), values, List.of(closed, enhanced), drawn);
  }
}
