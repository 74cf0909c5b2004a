package org.victimfirst.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.reporting.Block;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;

/** What may be seen without the permission, case by case. */
class SmallCountsTest {
  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  private static Report.Part withhold(Map<String, Object> figures, Block... blocks) {
    Section section = new Section(figures, Map.of(), List.of(), List.of(blocks));
    Report report =
        new Report(
            Quarter.PERIOD,
            "Area",
            Quarter.MADE_AT,
            new Totals(0, 0, 0, 0, 0),
            List.of(new Report.Part("s", "Section", section, Report.Withheld.NOTHING)),
            List.of(),
            false);
    return new SmallCounts(Quarter.PROFILE).withhold(report).parts().get(0);
  }

  @Test
  void leavesLargeCountsAndZeroAlone() {
    assertThat(withhold(map("a", 5L, "b", 0L, "c", 900L)).withheld().paths()).isEmpty();
  }

  @Test
  void takesTheNextSmallestWithASingleSmallOne() {
    assertThat(withhold(map("a", 3L, "b", 0L, "c", 60L, "d", 20L)).withheld().paths())
        .containsExactly("a", "d");
  }

  @Test
  void takesAnotherWhereTwoOnesAddUpToTwo() {
    assertThat(withhold(map("a", 1L, "b", 1L, "c", 60L, "d", 20L)).withheld().paths())
        .containsExactly("a", "b", "d");
  }

  @Test
  void needsNoOtherWhereSeveralAreSmall() {
    assertThat(withhold(map("a", 4L, "b", 3L, "c", 60L)).withheld().paths())
        .containsExactly("a", "b");
  }

  @Test
  void treatsEachMapByItself() {
    assertThat(
            withhold(
                    map(
                        "closed",
                        map("a", 2L, "b", 9L, "c", 30L),
                        "enhanced",
                        map("a", 0L, "b", 9L)))
                .withheld()
                .paths())
        .containsExactly("closed.a", "closed.b");
  }

  @Test
  void protectsATotalAmongTheOthers() {
    assertThat(
            withhold(map("group", map("total", 3L, "a", 1L, "b", 2L), "x", 50L, "y", 70L))
                .withheld()
                .paths())
        .containsExactly("group.a", "group.b", "group.total", "x");
  }

  @Test
  void protectsAPlaceTogetherWithItsParts() {
    Report.Part part =
        withhold(
            map(
                "beat",
                    map("closed", map("central_castle", 3L, "central_dmu", 40L, "west_abbey", 6L)),
                "npa", map("closed", map("central_leicester", 43L, "west_leicester", 6L))));
    // 43 is known and 40 would give 3 away, though another beat elsewhere is withheld too.
    assertThat(part.withheld().paths())
        .contains("beat.closed.central_castle", "beat.closed.west_abbey")
        .anyMatch(
            path ->
                path.equals("beat.closed.central_dmu")
                    || path.equals("npa.closed.central_leicester"));
  }

  @Test
  void hidesNumbersOfBlocksAndDropsWordsThatHoldNumbers() {
    Block tiles =
        new Block.Tiles(
            "3 of 60",
            "",
            List.of(
                new Block.Tile("60", "large", "3 more than before", Map.of("a", "b")),
                new Block.Tile("3", "small", "", Map.of()),
                new Block.Tile("57 of 60", "words", "", Map.of())));
    Report.Part part = withhold(map("a", 3L, "b", 57L), tiles);
    assertThat(part.withheld().hides(57)).isTrue();
    assertThat(part.withheld().hides(2)).isTrue();
    assertThat(part.withheld().hides(60)).isFalse();
    assertThat(part.section().blocks())
        .singleElement()
        .satisfies(
            block ->
                assertThat(((Block.Tiles) block).tiles())
                    .containsExactly(new Block.Tile("60", "large", "", Map.of())));
  }
}
