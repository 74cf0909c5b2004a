package org.victimfirst.api.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.web.Html;

/**
 * Charts as inline SVG, made here, without script: lengths in per cent, letters in px, a key, and
 * directly after it the table with every number.
 */
public final class Chart {
  private Chart() {}

  /**
   * One category of bars.
   *
   * @param label its name
   * @param values a number for each column
   * @param hrefs for each column where its cases are, empty where nowhere; or an empty list
   * @param drawn whether the chart has it; the table has all
   * @param words for each column what the table says instead of the number, such as "Withheld",
   *     empty for the number itself; or an empty list
   */
  public record Bar(
      String label, List<Long> values, List<String> hrefs, boolean drawn, List<String> words) {
    /** A category that is drawn, with all its numbers. */
    public Bar(String label, List<Long> values, List<String> hrefs) {
      this(label, values, hrefs, true, List.of());
    }
  }

  /**
   * Horizontal bars.
   *
   * @param id unique on the page, letters and digits
   * @param heading the finding as a sentence
   * @param note what is counted
   * @param title what the chart shows, for those who do not see it
   * @param finding the finding in one or two sentences, for them too
   * @param series names of the numbers that are drawn: one, two with a part inside, or up to three
   *     stacked, most severe first
   * @param partOf whether the second number is a part of the first and drawn inside it
   * @param category header of the first column, such as "Source"
   * @param columns names of all numbers of the table, the series first
   * @param bars the categories, in the order of the table
   * @param shown how many of them are drawn; the rest becomes one bar, "26 other types"; 0 for all
   * @param others word for the rest, such as "types"
   * @param total whether the table ends with a row of totals
   * @param totalHrefs for each column where the cases of its total are, empty where nowhere; or an
   *     empty list
   */
  public record Bars(
      String id,
      String heading,
      String note,
      String title,
      String finding,
      List<String> series,
      boolean partOf,
      String category,
      List<String> columns,
      List<Bar> bars,
      int shown,
      String others,
      boolean total,
      List<String> totalHrefs) {
    /** Bars whose totals lead nowhere. */
    public Bars(
        String id,
        String heading,
        String note,
        String title,
        String finding,
        List<String> series,
        boolean partOf,
        String category,
        List<String> columns,
        List<Bar> bars,
        int shown,
        String others,
        boolean total) {
      this(
          id, heading, note, title, finding, series, partOf, category, columns, bars, shown, others,
          total, List.of());
    }
  }

  /** Horizontal bars with their table. */
  public static Html bars(Bars bars) {
    return bars(bars, false);
  }

  /**
   * Horizontal bars with their table.
   *
   * @param open whether the table is open, as on paper, where nobody can open it
   */
  public static Html bars(Bars bars, boolean open) {
    return BarChart.draw(bars, open);
  }

  /**
   * One area of {@link Levels}.
   *
   * @param label its name
   * @param start numbers at the start, one for each column
   * @param end numbers at the end
   * @param startHrefs where the cases are, for each column; or an empty list
   * @param endHrefs the same, at the end
   */
  public record LevelPair(
      String label,
      List<Long> start,
      List<Long> end,
      List<String> startHrefs,
      List<String> endHrefs) {}

  /**
   * Levels at the start and at the end, stacked.
   *
   * @param id unique on the page
   * @param heading the finding as a sentence
   * @param note what is counted
   * @param title what the chart shows
   * @param finding the finding
   * @param category header of the first column, such as "Need"
   * @param columns names of all levels, in the order of the table
   * @param drawn which of the columns are drawn (from 0), most severe first, three at most
   * @param pairs the areas
   */
  public record Levels(
      String id,
      String heading,
      String note,
      String title,
      String finding,
      String category,
      List<String> columns,
      List<Integer> drawn,
      List<LevelPair> pairs) {}

  /** Levels at the start and at the end, with their table. */
  public static Html levels(Levels levels) {
    return levels(levels, false);
  }

  /**
   * Levels at the start and at the end, with their table.
   *
   * @param open whether the table is open, as on paper, where nobody can open it
   */
  public static Html levels(Levels levels, boolean open) {
    return LevelChart.draw(levels, open);
  }

  /**
   * One line of {@link Change}.
   *
   * @param label its name
   * @param levels its level at each stage: a place in {@link Change#levels}, from 0; or null when
   *     it has none there
   * @param otherwise for each stage what the table says where the level is null, such as "Not
   *     recorded" or "Not answered yet"
   */
  public record ChangeLine(String label, List<@Nullable Integer> levels, List<String> otherwise) {}

  /**
   * How levels changed over time: a ring at the first stage, a dot at the last, small dots between.
   * A line without any level has a dash.
   *
   * @param id unique on the page
   * @param title what the chart shows
   * @param finding the finding
   * @param category header of the first column, such as "Need"
   * @param levels names of the levels, lowest first
   * @param stages names of the stages, in time, such as "Start, 18 June 2020"; two at least
   * @param lines the lines
   */
  public record Change(
      String id,
      String title,
      String finding,
      String category,
      List<String> levels,
      List<String> stages,
      List<ChangeLine> lines) {}

  /** How levels changed over time, with the table. */
  public static Html change(Change change) {
    return ChangeChart.draw(change);
  }
}
