package org.victimfirst.reporting.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.victimfirst.api.reporting.Block;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Chart;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.Tiles;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.reporting.domain.Report;

/** Draws the blocks of one section. */
public final class BlockView {
  private static final String WITHHELD = "Withheld";
  private static final Long NOTHING = 0L;

  private final Report.Part part;
  private final Function<Map<String, String>, String> cases;
  private final boolean open;

  private BlockView(Report.Part part, Function<Map<String, String>, String> cases, boolean open) {
    this.part = part;
    this.cases = cases;
    this.open = open;
  }

  /**
   * The blocks of a section as a page shows them: the table behind a chart is closed.
   *
   * @param cases where the cases of a filter are; an empty string where they are not shown
   */
  public static BlockView onPage(Report.Part part, Function<Map<String, String>, String> cases) {
    return new BlockView(part, cases, false);
  }

  /** The same in a file, which may be printed: tables are open, and nothing leads to cases. */
  public static BlockView inFile(Report.Part part) {
    return new BlockView(part, filter -> "", true);
  }

  /** The large figures of the section, without heading, each led by how it changed. */
  public List<Html> tiles(Function<Block.Tile, String> change) {
    List<Html> tiles = new ArrayList<>();
    for (Block block : part.section().blocks()) {
      if (block instanceof Block.Tiles some) {
        some.tiles().forEach(tile -> tiles.add(tile(tile, change.apply(tile))));
      }
    }
    return tiles;
  }

  /** Charts, and large figures with their heading, in the order of the section. */
  public List<Html> all() {
    return draw(true);
  }

  /** The charts alone. */
  public List<Html> charts() {
    return draw(false);
  }

  private Html tiles(Block.Tiles tiles) {
    return Html.all(
        tiles.heading().equals(part.title()) ? Html.EMPTY : Govuk.heading(3, "s", tiles.heading()),
        tiles.note().isEmpty() ? Html.EMPTY : Govuk.body(tiles.note()),
        Tiles.headline(tiles.tiles().stream().map(tile -> tile(tile, "")).toList()));
  }

  private Html tile(Block.Tile tile, String change) {
    String href = tile.figure().equals("0") ? "" : cases.apply(tile.drill());
    Html note = note(tile);
    Html all =
        change.isEmpty() || tile.note().isEmpty()
            ? Html.all(Html.text(change), note)
            : Html.all(Html.text(change + ". "), note);
    return Tiles.figure(tile.figure(), tile.label(), all, href);
  }

  private Html note(Block.Tile tile) {
    String href = cases.apply(tile.noteDrill());
    return href.isEmpty()
        ? Html.text(tile.note())
        : Govuk.link(Link.to(tile.note(), href).withHidden("show the cases"));
  }

  private List<Html> draw(boolean withTiles) {
    List<Html> charts = new ArrayList<>();
    int number = 0;
    for (Block block : part.section().blocks()) {
      number++;
      String id = "c" + part.key().replace("_", "") + number;
      if (block instanceof Block.Bars bars) {
        charts.add(bars(id, bars));
      } else if (block instanceof Block.Levels levels) {
        charts.add(levels(id, levels));
      } else if (withTiles && block instanceof Block.Tiles tiles) {
        charts.add(tiles(tiles));
      }
    }
    return charts;
  }

  private Html bars(String id, Block.Bars bars) {
    List<Chart.Bar> drawn = bars.bars().stream().map(bar -> bar(bars, bar)).toList();
    return Chart.bars(
        new Chart.Bars(
            id,
            bars.heading(),
            bars.note(),
            part.by(bars.category()),
            finding(drawn),
            bars.series(),
            bars.partOf(),
            bars.category(),
            bars.columns(),
            drawn,
            bars.shown(),
            bars.others(),
            bars.total(),
            hrefs(bars.totalDrill())),
        open);
  }

  private Chart.Bar bar(Block.Bars bars, Block.Bar bar) {
    List<Long> values = new ArrayList<>();
    List<String> words = new ArrayList<>();
    boolean drawn = bar.drawn();
    for (int i = 0; i < bar.values().size(); i++) {
      Long value = bar.values().get(i);
      boolean hidden = part.withheld().hides(value);
      values.add(hidden ? NOTHING : value);
      words.add(hidden ? WITHHELD : "");
      drawn &= !hidden || i >= bars.series().size();
    }
    return new Chart.Bar(bar.label(), values, hrefs(bar.drill()), drawn, words);
  }

  private List<String> hrefs(List<Map<String, String>> drill) {
    return drill.stream().map(cases).toList();
  }

  /** The largest four in words, for those who do not see the chart. */
  private static String finding(List<Chart.Bar> bars) {
    return bars.stream()
            .filter(Chart.Bar::drawn)
            .filter(bar -> bar.values().get(0) > 0)
            .sorted(Comparator.comparing((Chart.Bar bar) -> bar.values().get(0)).reversed())
            .limit(4)
            .map(bar -> bar.label() + " " + Words.number(bar.values().get(0)))
            .collect(Collectors.joining(", "))
        + ".";
  }

  private Html levels(String id, Block.Levels levels) {
    boolean hides =
        levels.pairs().stream()
            .anyMatch(
                pair -> part.withheld().hides(pair.start()) || part.withheld().hides(pair.end()));
    if (hides) {
      return withheldLevels(id, levels);
    }
    List<Chart.LevelPair> pairs =
        levels.pairs().stream()
            .map(
                pair ->
                    new Chart.LevelPair(
                        pair.label(),
                        pair.start(),
                        pair.end(),
                        hrefs(pair.startDrill()),
                        hrefs(pair.endDrill())))
            .toList();
    return Chart.levels(
        new Chart.Levels(
            id,
            levels.heading(),
            levels.note(),
            part.by(levels.category()),
            levels.heading() + ".",
            levels.category(),
            levels.columns(),
            levels.drawn(),
            pairs),
        open);
  }

  /** Levels with numbers left out, as bars without a drawing: the table says what is withheld. */
  private Html withheldLevels(String id, Block.Levels levels) {
    List<Block.Bar> rows = new ArrayList<>();
    for (Block.Pair pair : levels.pairs()) {
      rows.add(
          new Block.Bar(pair.code(), pair.label() + ", start", pair.start(), List.of(), false));
      rows.add(new Block.Bar(pair.code(), pair.label() + ", end", pair.end(), List.of(), false));
    }
    return bars(
        id,
        new Block.Bars(
            levels.heading(),
            levels.note(),
            List.of(),
            false,
            levels.columns(),
            rows,
            0,
            false,
            levels.category(),
            "needs"));
  }
}
