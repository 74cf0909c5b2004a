package org.victimfirst.api.web.ui;

import java.util.ArrayList;
import java.util.List;
import org.victimfirst.api.web.Html;

/** Draws {@link Chart.Levels}. */
final class LevelChart {
  private static final int ROW = 76;

  /** Width of the bars' field in per cent of the chart, beside the words "Start" and "End". */
  private static final double FIELD = 68;

  private LevelChart() {}

  static Html draw(Chart.Levels c, boolean open) {
    Markup m = Svg.figure("vf-chart--wide", c.heading(), c.note());
    m.raw("<ul class=\"vf-key\">");
    for (int i = 0; i < c.drawn().size(); i++) {
      Svg.keyBar(m, "vf-bar-" + (i + 1), c.columns().get(c.drawn().get(i)));
    }
    m.raw("</ul>");
    Svg.open(m, c.id(), ROW * c.pairs().size(), c.title(), c.finding());
    long full = 1;
    for (Chart.LevelPair pair : c.pairs()) {
      full = Math.max(full, Math.max(sum(c, pair.start()), sum(c, pair.end())));
    }
    double scale = 100.0 / full;
    for (int i = 0; i < c.pairs().size(); i++) {
      Chart.LevelPair pair = c.pairs().get(i);
      int y = i * ROW;
      Svg.text(m, "vf-t-strong", "0", y + 14, "", pair.label());
      line(m, c, "Start", pair.start(), y + 22, scale);
      line(m, c, "End", pair.end(), y + 44, scale);
    }
    m.raw("</svg>");
    Svg.table(m, c.heading(), table(c), open);
    return m.raw("</figure>").html();
  }

  private static long sum(Chart.Levels c, List<Long> values) {
    return c.drawn().stream().mapToLong(values::get).sum();
  }

  private static void line(
      Markup m, Chart.Levels c, String word, List<Long> values, int y, double scale) {
    Svg.text(m, "vf-t-soft", "0", y + 13, "", word);
    m.raw("<svg x=\"46\" y=\"" + y + "\" width=\"" + (int) FIELD + "%\" height=\"18\">");
    double at = 0;
    for (int i = 0; i < c.drawn().size(); i++) {
      double width = values.get(c.drawn().get(i)) * scale;
      if (width > 0) {
        m.raw("<rect class=\"vf-bar-" + (i + 1) + "\" x=\"" + Svg.percent(at))
            .raw("\" y=\"0.5\" width=\"" + Svg.percent(width) + "\" height=\"16\"/>");
      }
      at += width;
    }
    m.raw("</svg>");
    Svg.text(
        m,
        "vf-t-strong",
        Svg.percent(at * FIELD / 100),
        y + 13,
        " dx=\"55\"",
        Words.number(sum(c, values)));
  }

  private static Html table(Chart.Levels c) {
    List<Cell> head = new ArrayList<>(List.of(Cell.text(c.category())));
    c.columns().forEach(column -> head.add(Cell.text(column)));
    List<List<Cell>> rows = new ArrayList<>();
    for (Chart.LevelPair pair : c.pairs()) {
      rows.add(
          BarChart.row(c.columns(), pair.label() + ", start", pair.start(), pair.startHrefs()));
      rows.add(BarChart.row(c.columns(), pair.label() + ", end", pair.end(), pair.endHrefs()));
    }
    return Vf.stack(Table.of(c.title()).withHead(head).withNumbersFrom(1).withRows(rows));
  }
}
