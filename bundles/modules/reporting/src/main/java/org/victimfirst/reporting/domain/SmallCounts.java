package org.victimfirst.reporting.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
 *   <li>Places add up to larger places, so the same holds for a place together with its parts.
 *   <li>A percentage is given only beside the count that it belongs to.
 *   <li>In charts and tables of the section every number that equals a withheld one is withheld.
 * </ol>
 */
final class SmallCounts {
  /** The smallest count that may be seen. */
  static final long SMALLEST = 5;

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
    Set<String> withheld = paths(section.figures(), counts);
    Set<Long> values = withheld.stream().map(counts::get).collect(Collectors.toSet());
    Report.Withheld left = new Report.Withheld(true, withheld, values);
    Section rest =
        new Section(
            Figures.without(section.figures(), withheld::contains),
            Figures.without(
                section.percent(), path -> !withheld.isEmpty() && !given(path, counts, withheld)),
            section.checks(),
            section.blocks().stream().map(block -> block(block, left)).toList());
    return new Report.Part(part.key(), part.title(), rest, left);
  }

  private static boolean given(String path, Map<String, Long> counts, Set<String> withheld) {
    String count = counts.containsKey(path) ? path : path + ".total";
    return counts.containsKey(count) && !withheld.contains(count);
  }

  /** The paths to withhold: the small ones, then others until no sum gives one away. */
  private Set<String> paths(Map<String, Object> figures, Map<String, Long> counts) {
    Set<String> withheld = new TreeSet<>();
    counts.forEach(
        (path, count) -> {
          if (count > 0 && count < SMALLEST) {
            withheld.add(path);
          }
        });
    List<Set<String>> sums = new Sums(profile, counts).of(figures);
    boolean more = !withheld.isEmpty();
    while (more) {
      more = false;
      for (Set<String> sum : sums) {
        more |= protect(sum, counts, withheld);
      }
    }
    return withheld;
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

  /** Tiles of one plain number stay, without their notes: these may hold any number. */
  private static Block block(Block block, Report.Withheld left) {
    if (!(block instanceof Block.Tiles tiles)) {
      return block;
    }
    List<Block.Tile> kept = new ArrayList<>();
    for (Block.Tile tile : tiles.tiles()) {
      String digits = tile.figure().replace(",", "");
      if (digits.matches("\\d{1,15}") && !left.hides(Long.parseLong(digits))) {
        kept.add(new Block.Tile(tile.figure(), tile.label(), "", Map.of()));
      }
    }
    return new Block.Tiles(tiles.heading(), tiles.note(), kept);
  }
}
