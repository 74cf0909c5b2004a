package org.victimfirst.cases.report;

import java.util.ArrayList;
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
 * @param children whether the table has children and young people too
 * @param total whether the table has totals
 */
record Bars(
    String key, String category, String others, int shown, boolean children, boolean total) {
  static final List<String> SERIES = List.of("Closed", "of these, enhanced");

  private static final Map<String, String> ENHANCED = Map.of(CaseFilters.LEVEL, "enhanced");
  private static final Map<String, String> CHILD = Map.of(CaseFilters.CHILD, "yes");

  static Bars of(String key, String category, String others) {
    return new Bars(key, category, others, 0, false, true);
  }

  Bars withShown(int largest) {
    return new Bars(key, category, others, largest, children, total);
  }

  Bars withChildren() {
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
    List<String> columns = new ArrayList<>(List.of("Closed", "Enhanced"));
    if (children) {
      columns.addAll(List.of("Children, closed", "Children, enhanced"));
    }
    List<Block.Bar> bars = lines.all().stream().map(line -> bar(line, drawn.test(line))).toList();
    return new Block.Bars(
        heading, note, SERIES, true, columns, bars, shown, total, category, others);
  }

  private Block.Bar bar(Line line, boolean drawn) {
    Map<String, String> own = Map.of(key, line.code());
    List<Long> values = new ArrayList<>(List.of(line.closed(), line.enhanced()));
    List<Map<String, String>> drill = new ArrayList<>(List.of(own, with(own, ENHANCED)));
    if (children) {
      values.addAll(List.of(line.childClosed(), line.childEnhanced()));
      drill.addAll(List.of(with(own, CHILD), with(with(own, CHILD), ENHANCED)));
    }
    return new Block.Bar(line.code(), line.label(), values, drill, drawn);
  }

  private static Map<String, String> with(Map<String, String> one, Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(one);
    all.putAll(more);
    return all;
  }
}
