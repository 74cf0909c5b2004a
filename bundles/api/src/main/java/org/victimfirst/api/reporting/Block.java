package org.victimfirst.api.reporting;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** A piece of a section, without any format: the web page, Word, Excel and CSV draw it. */
@ProviderType
public sealed interface Block {
  /** Heading: the finding as a sentence, such as "The police sent 8 in 10 closed cases". */
  String heading();

  /** What is counted, in a sentence. */
  String note();

  /**
   * A few figures side by side.
   *
   * @param heading the heading
   * @param note what is counted
   * @param tiles the figures
   */
  record Tiles(String heading, String note, List<Tile> tiles) implements Block {}

  /**
   * One large figure.
   *
   * @param figure such as "2,641"
   * @param label what it is
   * @param note more of it, or an empty string
   * @param drill filter that gives its cases; empty when there is none
   * @param noteDrill filter that gives the cases which the note counts; empty when there is none
   */
  record Tile(
      String figure,
      String label,
      String note,
      Map<String, String> drill,
      Map<String, String> noteDrill) {
    /** A figure whose note leads nowhere. */
    public Tile(String figure, String label, String note, Map<String, String> drill) {
      this(figure, label, note, drill, Map.of());
    }
  }

  /**
   * Bars, one or more numbers for each category. With {@code partOf}, the second number is a part
   * of the first and is drawn inside it; without, the numbers are stacked.
   *
   * @param heading the heading
   * @param note what is counted
   * @param series names of the numbers, such as "Closed", "of these, enhanced"
   * @param partOf whether the second number is part of the first
   * @param columns names of all numbers that the table shows, the series first
   * @param bars the categories, in the order of the table
   * @param shown how many of the largest the chart shows before "other"; 0 for all, in order
   * @param total whether the table has a row of totals (no, where answers may be several)
   * @param category what the categories are, one of them: "Source"
   * @param others the word for those that the chart leaves out: "sources"
   * @param totalDrill for each column the filter that gives the cases of its total; an empty list
   *     where there is none
   */
  record Bars(
      String heading,
      String note,
      List<String> series,
      boolean partOf,
      List<String> columns,
      List<Bar> bars,
      int shown,
      boolean total,
      String category,
      String others,
      List<Map<String, String>> totalDrill)
      implements Block {
    /** Bars whose totals do not lead to their cases. */
    public Bars(
        String heading,
        String note,
        List<String> series,
        boolean partOf,
        List<String> columns,
        List<Bar> bars,
        int shown,
        boolean total,
        String category,
        String others) {
      this(heading, note, series, partOf, columns, bars, shown, total, category, others, List.of());
    }

    /** Bars of categories without a name of their own. */
    public Bars(
        String heading,
        String note,
        List<String> series,
        boolean partOf,
        List<String> columns,
        List<Bar> bars,
        int shown,
        boolean total) {
      this(heading, note, series, partOf, columns, bars, shown, total, "Category", "categories");
    }
  }

  /**
   * One category.
   *
   * @param code its code
   * @param label its label
   * @param values a number for each column
   * @param drill for each column the filter that gives its cases; empty maps where there is none
   * @param drawn whether the chart has it; the table has all
   */
  record Bar(
      String code,
      String label,
      List<Long> values,
      List<Map<String, String>> drill,
      boolean drawn) {
    /** A category that the chart has too. */
    public Bar(String code, String label, List<Long> values, List<Map<String, String>> drill) {
      this(code, label, values, drill, true);
    }
  }

  /**
   * Levels at the start and at the end, stacked: two bars for each area.
   *
   * @param heading the heading
   * @param note what is counted
   * @param category what the areas are, one of them: "Need"
   * @param columns names of all levels, in the order of the table
   * @param drawn which of the columns are drawn (from 0), most severe first, three at most
   * @param pairs the areas
   */
  record Levels(
      String heading,
      String note,
      String category,
      List<String> columns,
      List<Integer> drawn,
      List<Pair> pairs)
      implements Block {}

  /**
   * One area at the start and at the end.
   *
   * @param code its code
   * @param label its label
   * @param start a number for each column
   * @param end a number for each column
   * @param startDrill for each column the filter that gives its cases; empty maps where there is
   *     none
   * @param endDrill the same, at the end
   */
  record Pair(
      String code,
      String label,
      List<Long> start,
      List<Long> end,
      List<Map<String, String>> startDrill,
      List<Map<String, String>> endDrill) {}
}
