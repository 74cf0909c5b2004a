package org.victimfirst.reporting.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.reporting.Block;
import org.victimfirst.api.reporting.Section;

/**
 * Leaves out counts of 1 to 4, and what would reveal them. The rule, which the README explains:
 *
 * <ol>
 *   <li>A count of 1 to 4 is withheld. Zero is not.
 *   <li>Where counts add up to a total that is known, one withheld count could be worked out from
 *       the others. So at least two are withheld and they add up to at least 5; the smallest that
 *       remain are taken.
 *   <li>A part that stands beside its whole is withheld with it, and where the rest is small.
 *   <li>Places add up to larger places, so the same holds for a place together with its parts.
 *   <li>A percentage is given only beside the count that it belongs to.
 *   <li>Every number of the section that equals a withheld one is withheld, figure or drawn: what
 *       one format leaves out by its value, no other may print.
 *   <li>Where a chart or table has a withheld number, or its heading or note names one, both are
 *       replaced. Every format is drawn from what is left here.
 * </ol>
 */
final class SmallCounts {
  /** The smallest count that may be seen. */
  static final long SMALLEST = 5;

  private static final String WITHHELD = "Small counts, and what would show them, are withheld.";
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]{0,17}");

  private final AreaProfile profile;

  SmallCounts(AreaProfile profile) {
    this.profile = profile;
  }

  Report withhold(Report report) {
    List<Report.Part> parts = report.parts().stream().map(this::withhold).toList();
    return new Report(
        report.period(),
        report.area(),
        report.madeAt(),
        report.totals(),
        parts,
        report.absent(),
        true);
  }

  private Report.Part withhold(Report.Part part) {
    Section section = part.section();
    Map<String, Long> counts = Figures.counts(section.figures());
    Set<String> withheld = paths(section, counts);
    Set<Long> values = withheld.stream().map(counts::get).collect(Collectors.toSet());
    Report.Withheld left = new Report.Withheld(true, withheld, values);
    Section rest =
        new Section(
            Figures.without(section.figures(), withheld::contains),
            Figures.without(
                section.percent(), path -> !withheld.isEmpty() && !given(path, counts, withheld)),
            section.checks(),
            section.blocks().stream().map(block -> block(part, block, left)).toList(),
            section.apart());
    return new Report.Part(part.key(), part.title(), rest, left);
  }

  private static boolean given(String path, Map<String, Long> counts, Set<String> withheld) {
    String count = counts.containsKey(path) ? path : path + ".total";
    return counts.containsKey(count) && !withheld.contains(count);
  }

  /** The paths to withhold: the small ones, then others until no sum gives one away. */
  private Set<String> paths(Section section, Map<String, Long> counts) {
    Set<String> withheld = new TreeSet<>();
    counts.forEach(
        (path, count) -> {
          if (count > 0 && count < SMALLEST) {
            withheld.add(path);
          }
        });
    List<Set<String>> sums = new Sums(profile, counts).of(section);
    boolean more = true;
    while (more) {
      more = alike(counts, withheld);
      for (Set<String> sum : sums) {
        more |= protect(sum, counts, withheld);
      }
      for (Map.Entry<String, String> part : section.apart().entrySet()) {
        more |= protect(part.getKey(), part.getValue(), counts, withheld);
      }
    }
    return withheld;
  }

  /** Withholds the counts that equal a withheld one. */
  private static boolean alike(Map<String, Long> counts, Set<String> withheld) {
    Set<Long> values = withheld.stream().map(counts::get).collect(Collectors.toSet());
    boolean more = false;
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      more |= values.contains(count.getValue()) && withheld.add(count.getKey());
    }
    return more;
  }

  /** Withholds one more count of a sum if those that are withheld could be worked out. */
  private static boolean protect(Set<String> sum, Map<String, Long> counts, Set<String> withheld) {
    long cells = 0;
    long total = 0;
    String next = "";
    for (String path : sum) {
      long count = counts.getOrDefault(path, 0L);
      if (withheld.contains(path)) {
        cells++;
        total += count;
      } else if (count > 0 && (next.isEmpty() || count < counts.getOrDefault(next, 0L))) {
        next = path;
      }
    }
    boolean given = cells > 0 && (cells == 1 || total < SMALLEST);
    return given && !next.isEmpty() && withheld.add(next);
  }

  /** Withholds a part whose whole is withheld, or of whose whole it leaves a small rest. */
  private static boolean protect(
      String part, String whole, Map<String, Long> counts, Set<String> withheld) {
    long count = counts.getOrDefault(part, 0L);
    long rest = counts.getOrDefault(whole, 0L) - count;
    boolean given = withheld.contains(whole) || (rest > 0 && rest < SMALLEST);
    return count > 0 && given && withheld.add(part);
  }

  /** What a section shows: no number that is left out, and no words that could hold one. */
  private static Block block(Report.Part part, Block block, Report.Withheld left) {
    if (block instanceof Block.Bars bars) {
      return bars(part, bars, left);
    }
    if (block instanceof Block.Levels levels) {
      boolean open =
          levels.pairs().stream()
              .noneMatch(pair -> left.hides(pair.start()) || left.hides(pair.end()));
      return open && shows(levels, left)
          ? levels
          : new Block.Levels(
              part.by(levels.category()),
              WITHHELD,
              levels.category(),
              levels.columns(),
              levels.drawn(),
              levels.pairs());
    }
    return tiles(part, (Block.Tiles) block, left);
  }

  private static Block bars(Report.Part part, Block.Bars bars, Report.Withheld left) {
    boolean open = bars.bars().stream().noneMatch(bar -> left.hides(bar.values()));
    return open && shows(bars, left)
        ? bars
        : new Block.Bars(
            part.by(bars.category()),
            WITHHELD,
            bars.series(),
            bars.partOf(),
            bars.columns(),
            bars.bars(),
            bars.shown(),
            bars.total() && open,
            bars.category(),
            bars.others());
  }

  /** Whether heading and note may be shown: they hold no number that is left out. */
  private static boolean shows(Block block, Report.Withheld left) {
    return NUMBER
        .matcher(block.heading() + " " + block.note())
        .results()
        .map(found -> found.group().replace(",", ""))
        .noneMatch(digits -> left.hides(Long.parseLong(digits)));
  }

  /** Tiles of one plain number stay, without any words that may hold another. */
  private static Block tiles(Report.Part part, Block.Tiles tiles, Report.Withheld left) {
    List<Block.Tile> kept = new ArrayList<>();
    for (Block.Tile tile : tiles.tiles()) {
      String digits = tile.figure().replace(",", "");
      if (digits.matches("\\d{1,15}") && !left.hides(Long.parseLong(digits))) {
        kept.add(new Block.Tile(tile.figure(), tile.label(), "", Map.of()));
      }
    }
    return new Block.Tiles(part.title(), "", kept);
  }
}
