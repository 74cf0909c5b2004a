package org.victimfirst.api.web.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.web.Html;

/** Draws {@link Chart.Change}. */
final class ChangeChart {
  private static final int ROW = 58;
  private static final int TOP = 26;

  /** Letters that one line holds on the narrowest screen; the table has the whole label. */
  private static final int LETTERS = 42;

  /** Where the lowest and the highest level stand, in per cent. */
  private static final double LEFT = 10;

  private static final double RIGHT = 91;

  private ChangeChart() {}

  static Html draw(Chart.Change c) {
    Markup m = Svg.figure("vf-chart--narrow", "", "");
    m.raw("<ul class=\"vf-key\">");
    Svg.keyDot(m, "vf-dot-from", 6, c.stages().get(0));
    for (String between : c.stages().subList(1, c.stages().size() - 1)) {
      Svg.keyDot(m, "vf-dot-to", 3, between);
    }
    Svg.keyDot(m, "vf-dot-to", 5, c.stages().get(c.stages().size() - 1));
    m.raw("</ul>");
    Svg.open(m, c.id(), TOP + ROW * c.lines().size() + 4, c.title(), c.finding());
    for (int i = 0; i < c.levels().size(); i++) {
      Svg.text(m, "vf-t-soft", at(c, i), 14, " text-anchor=\"middle\"", c.levels().get(i));
    }
    for (int i = 0; i < c.lines().size(); i++) {
      line(m, c, c.lines().get(i), TOP + i * ROW);
    }
    m.raw("</svg>");
    Svg.table(m, c.title(), table(c), false);
    return m.raw("</figure>").html();
  }

  private static String at(Chart.Change c, int level) {
    double step = c.levels().size() < 2 ? 0 : (RIGHT - LEFT) / (c.levels().size() - 1);
    return String.format(Locale.ROOT, "%.1f%%", LEFT + step * level);
  }

  private static void line(Markup m, Chart.Change c, Chart.ChangeLine line, int y) {
    int middle = y + 37;
    segment(m, "vf-axis", "0", "100%", y, y);
    String words = words(c, line);
    Svg.text(m, "vf-t-strong", "0", y + 20, "", shortened(line.label(), LETTERS - words.length()));
    Svg.text(m, "vf-t-soft", "100%", y + 20, " text-anchor=\"end\"", words);
    String low = at(c, 0);
    if (line.levels().stream().allMatch(Objects::isNull)) {
      Svg.text(m, "vf-t-soft", low, middle + 5, " text-anchor=\"middle\"", "\u2013");
      return;
    }
    segment(m, "vf-axis vf-axis--track", low, at(c, c.levels().size() - 1), middle, middle);
    for (int i = 0; i < c.levels().size(); i++) {
      segment(m, "vf-axis vf-axis--track", at(c, i), at(c, i), middle - 5, middle + 5);
    }
    int last = line.levels().size() - 1;
    @Nullable Integer from = line.levels().get(0);
    @Nullable Integer to = line.levels().get(last);
    if (from != null && to != null && !from.equals(to)) {
      segment(m, "vf-arrow", at(c, from), at(c, to), middle, middle);
    }
    for (int i = 1; i < last; i++) {
      dot(m, "vf-dot-to", c, line.levels().get(i), middle, 3);
    }
    dot(m, "vf-dot-from", c, from, middle, 7);
    boolean same = from != null && from.equals(to);
    dot(m, "vf-dot-to", c, to, middle, same ? 3 : 6);
  }

  /** Cuts a label at a word, so that it does not run into the words beside it. */
  private static String shortened(String label, int most) {
    if (label.length() <= most) {
      return label;
    }
    int cut = label.lastIndexOf(' ', most - 1);
    String begin = label.substring(0, cut > 0 ? cut : Math.max(1, most - 1));
    return begin.replaceAll("[\\s,]+$", "") + "\u2026";
  }

  private static void segment(Markup m, String classes, String x1, String x2, int y1, int y2) {
    m.raw("<line")
        .always("class", classes)
        .raw(" x1=\"" + x1 + "\" x2=\"" + x2 + "\" y1=\"" + y1 + "\" y2=\"" + y2 + "\"/>");
  }

  private static void dot(
      Markup m, String classes, Chart.Change c, @Nullable Integer level, int y, int radius) {
    if (level != null) {
      m.raw("<circle")
          .always("class", classes)
          .raw(" cx=\"" + at(c, level) + "\" cy=\"" + y + "\" r=\"" + radius + "\"/>");
    }
  }

  private static String words(Chart.Change c, Chart.ChangeLine line) {
    int last = line.levels().size() - 1;
    @Nullable Integer from = line.levels().get(0);
    @Nullable Integer to = line.levels().get(last);
    if (to == null) {
      return line.otherwise().get(last).toLowerCase(Locale.UK);
    }
    String end = c.levels().get(to);
    if (from == null) {
      return end;
    }
    return from.equals(to)
        ? end + ", same"
        : c.levels().get(from) + " to " + end.toLowerCase(Locale.UK);
  }

  private static Html table(Chart.Change c) {
    List<Cell> head = new ArrayList<>(List.of(Cell.text(c.category())));
    c.stages().forEach(stage -> head.add(Cell.text(stage)));
    List<List<Cell>> rows = new ArrayList<>();
    for (Chart.ChangeLine line : c.lines()) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(line.label()).withClasses("govuk-!-font-weight-regular"));
      for (int i = 0; i < line.levels().size(); i++) {
        @Nullable Integer level = line.levels().get(i);
        cells.add(Cell.text(level == null ? line.otherwise().get(i) : c.levels().get(level)));
      }
      rows.add(cells);
    }
    Table table = Table.of(c.title()).withHead(head).withRows(rows);
    return c.stages().size() > 3 ? Vf.stack(table) : Govuk.table(table);
  }
}
