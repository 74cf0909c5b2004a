package org.victimfirst.api.web.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.victimfirst.api.web.Html;

/** Draws {@link Chart.Bars}. */
final class BarChart {
  /** The longest bar takes so many per cent; the rest is for its number. */
  private static final double LONGEST = 62;

  private static final int ROW = 46;

  private BarChart() {}

  static Html draw(Chart.Bars c, boolean open) {
    List<Chart.Bar> drawn = shorten(c);
    Markup m = Svg.figure("", c.heading(), c.note());
    if (!drawn.isEmpty()) {
      picture(m, c, drawn);
    }
    Svg.table(m, c.heading(), table(c), open || drawn.isEmpty());
    return m.raw("</figure>").html();
  }

  private static void picture(Markup m, Chart.Bars c, List<Chart.Bar> drawn) {
    if (c.series().size() > 1) {
      m.raw("<ul class=\"vf-key\">");
      for (int i = 0; i < c.series().size(); i++) {
        String words = c.series().get(i);
        Svg.keyBar(m, barClass(c, i), c.partOf() && i == 1 ? words + " (in brackets)" : words);
      }
      m.raw("</ul>");
    }
    Svg.open(m, c.id(), ROW * drawn.size(), c.title(), c.finding());
    long most = Math.max(1, drawn.stream().mapToLong(bar -> length(c, bar)).max().orElse(1));
    for (int i = 0; i < drawn.size(); i++) {
      bar(m, c, drawn.get(i), i * ROW, LONGEST / most);
    }
    m.raw("</svg>");
  }

  private static List<Chart.Bar> shorten(Chart.Bars c) {
    List<Chart.Bar> all = c.bars().stream().filter(Chart.Bar::drawn).toList();
    if (c.shown() == 0 || all.size() <= c.shown() + 1) {
      return all;
    }
    List<Chart.Bar> largest =
        all.stream().sorted((a, b) -> Long.compare(b.values().get(0), a.values().get(0))).toList();
    List<Chart.Bar> rest = largest.subList(c.shown(), largest.size());
    List<Chart.Bar> drawn = new ArrayList<>(largest.subList(0, c.shown()));
    drawn.add(
        new Chart.Bar(
            Words.number(rest.size()) + " other " + c.others(),
            totals(rest, c.columns().size()),
            List.of()));
    return drawn;
  }

  private static List<Long> totals(List<Chart.Bar> bars, int columns) {
    List<Long> totals = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      int column = i;
      totals.add(bars.stream().mapToLong(bar -> bar.values().get(column)).sum());
    }
    return totals;
  }

  private static long length(Chart.Bars c, Chart.Bar bar) {
    int numbers = c.partOf() ? 1 : c.series().size();
    return bar.values().stream().limit(numbers).mapToLong(Long::longValue).sum();
  }

  private static String barClass(Chart.Bars c, int series) {
    if (c.partOf()) {
      return series == 0 ? "vf-bar-all" : "vf-bar-1";
    }
    return "vf-bar-" + Math.min(3, series + 1);
  }

  private static void bar(Markup m, Chart.Bars c, Chart.Bar bar, int y, double scale) {
    Svg.text(m, "", "0", y + 14, "", bar.label());
    double at = 0;
    for (int i = 0; i < c.series().size(); i++) {
      double width = bar.values().get(i) * scale;
      boolean inside = c.partOf() && i > 0;
      if (width > 0) {
        // The first bar's edge is drawn in the middle of a pixel, so that it is sharp.
        String x = inside || at == 0 ? "0.5" : Svg.percent(at);
        m.raw("<rect")
            .always("class", barClass(c, i))
            .raw(" x=\"" + x + "\" y=\"" + (y + 20) + ".5\" width=\"" + Svg.percent(width))
            .raw("\" height=\"18\"/>");
      }
      at += c.partOf() ? 0 : width;
    }
    long length = length(c, bar);
    m.raw("<text x=\"" + Svg.percent(length * scale) + "\" dx=\"9\" y=\"" + (y + 34) + "\">")
        .raw("<tspan class=\"vf-t-strong\">")
        .text(Words.number(length))
        .raw("</tspan>");
    if (c.partOf() && c.series().size() > 1) {
      m.raw("<tspan class=\"vf-t-soft\" dx=\"6\">(")
          .text(Words.number(bar.values().get(1)))
          .raw(")</tspan>");
    }
    m.raw("</text>");
  }

  private static Html table(Chart.Bars c) {
    List<Cell> head = new ArrayList<>(List.of(Cell.text(c.category())));
    c.columns().forEach(column -> head.add(Cell.text(column)));
    List<List<Cell>> rows = new ArrayList<>();
    for (Chart.Bar bar : c.bars()) {
      rows.add(row(c.columns(), bar));
    }
    if (c.total()) {
      rows.add(total(c));
    }
    Table table = Table.of(c.title()).withHead(head).withNumbersFrom(1).withRows(rows);
    return c.columns().size() > 3 ? Vf.stack(table) : Govuk.table(table);
  }

  private static List<Cell> row(List<String> columns, Chart.Bar bar) {
    List<Cell> cells = row(columns, bar.label(), bar.values(), bar.hrefs());
    for (int i = 0; i < bar.words().size(); i++) {
      if (!bar.words().get(i).isEmpty()) {
        cells.set(i + 1, Cell.numeric(bar.words().get(i)));
      }
    }
    return cells;
  }

  static List<Cell> row(List<String> columns, String label, List<Long> values, List<String> hrefs) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(label).withClasses("govuk-!-font-weight-regular"));
    for (int i = 0; i < values.size(); i++) {
      String hidden = columns.get(i).toLowerCase(Locale.UK) + ", " + label + ": show the cases";
      cells.add(Cell.drill(values.get(i), i < hrefs.size() ? hrefs.get(i) : "", hidden));
    }
    return cells;
  }

  private static List<Cell> total(Chart.Bars c) {
    List<Cell> cells =
        row(c.columns(), "total", totals(c.bars(), c.columns().size()), c.totalHrefs());
    cells.set(0, Cell.text("Total"));
    for (int i = 1; i < cells.size(); i++) {
      cells.set(i, cells.get(i).withClasses("govuk-!-font-weight-bold"));
    }
    return cells;
  }
}
