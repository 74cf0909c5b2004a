package org.victimfirst.reporting.web;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.reporting.Block;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.reporting.domain.Report;

/** Says how the large figures of a quarter differ from those of the quarter before. */
final class QuarterBefore {
  /** Where there is nothing to compare with. */
  static final QuarterBefore NONE = new QuarterBefore(Map.of());

  private final Map<String, Long> figures;

  private QuarterBefore(Map<String, Long> figures) {
    this.figures = figures;
  }

  /** The large figures of that quarter; nothing to compare with when no case was closed in it. */
  static QuarterBefore of(@Nullable Report before) {
    if (before == null || before.totals().closed() == 0) {
      return NONE;
    }
    Map<String, Long> figures = new HashMap<>();
    for (Report.Part part : before.parts()) {
      for (Block block : part.section().blocks()) {
        if (block instanceof Block.Tiles tiles) {
          for (Block.Tile tile : tiles.tiles()) {
            number(tile).ifPresent(number -> figures.put(part.key() + " " + tile.label(), number));
          }
        }
      }
    }
    return new QuarterBefore(figures);
  }

  /** How a plain number differs; an empty string where there is nothing to compare with. */
  String change(String key, Block.Tile tile) {
    Long was = figures.get(key + " " + tile.label());
    OptionalLong is = number(tile);
    if (was == null || is.isEmpty()) {
      return "";
    }
    long more = is.getAsLong() - was;
    return more == 0
        ? "As many as the quarter before"
        : "%s %s than the quarter before"
            .formatted(Words.number(Math.abs(more)), more > 0 ? "more" : "fewer");
  }

  private static OptionalLong number(Block.Tile tile) {
    String digits = tile.figure().replace(",", "");
    return digits.matches("\\d{1,15}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }
}
