package org.victimfirst.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    return withheld(0, figures, blocks).parts().get(0);
  }

  private static Report withheld(long closed, Map<String, Object> figures, Block... blocks) {
    return withheld(closed, new Section(figures, Map.of(), List.of(), List.of(blocks)));
  }

  private static Report withheld(long closed, Section section) {
    Report report =
        new Report(
            Quarter.PERIOD,
            "Area",
            Quarter.MADE_AT,
            new Totals(closed, 0, 0, 0, 0),
            List.of(new Report.Part("s", "Section", section, Report.Withheld.NOTHING)),
            List.of(),
            false);
    return new SmallCounts(Quarter.PROFILE).withhold(report);
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
                        map("a", 0L, "b", 8L)))
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
    assertThat(part.section().blocks().get(0).heading()).isEqualTo("Section");
  }

  private static Block bars(String heading, String note, long... counts) {
    List<Block.Bar> bars =
        Arrays.stream(counts)
            .mapToObj(count -> new Block.Bar("x", "X", List.of(count), List.of(Map.of())))
            .toList();
    return new Block.Bars(
        heading, note, List.of("N"), false, List.of("N"), bars, 0, true, "Source", "sources");
  }

  private static Block levels(String heading, String note, long start, long end) {
    Block.Pair pair =
        new Block.Pair(
            "x", "X", List.of(start), List.of(end), List.of(Map.of()), List.of(Map.of()));
    return new Block.Levels(heading, note, "Need", List.of("N"), List.of(0), List.of(pair));
  }

  @Test
  void givesAwayByNoFormatWhatAnotherLeavesOut() {
    Map<String, Object> gender = map("x", 1L, "y", 275L, "z", 1520L);
    Map<String, Object> orientation = map("h", 275L, "u", 2314L, "v", 3000L);

    Report.Part part =
        withhold(map("a", gender, "b", orientation), bars("B", "", 275L, 2314L, 3000L));

    assertThat(part.withheld().paths()).containsExactly("a.x", "a.y", "b.h", "b.u");
    orientation.forEach(
        (key, count) ->
            assertThat(part.withheld().hides((Long) count))
                .as(key)
                .isEqualTo(part.withheld().paths().contains("b." + key)));
  }

  private static Set<String> apart(Map<String, Object> figures, Map<String, String> apart) {
    Section section = new Section(figures, Map.of(), List.of(), List.of(), apart);
    return withheld(0, section).parts().get(0).withheld().paths();
  }

  @Test
  void takesNoPartnerThatIsNoAddend() {
    Map<String, Object> headlines =
        map(
            "closed", 40L,
            "referred", 6L,
            "enhanced", map("total", 20L),
            "standard", map("total", 12L),
            "duplicate", 7L,
            "contact_police_dept", 1L);
    Map<String, Object> referrals =
        map("total", 50L, "police", 40L, "self", 3L, "third", 7L, "of_third_fraud", 5L);

    // 40 less what is shown is 8, and 50 less what is shown is 10: of two counts each.
    assertThat(apart(headlines, Map.of("referred", "")))
        .containsExactly("contact_police_dept", "duplicate");
    assertThat(apart(referrals, Map.of("of_third_fraud", "third")))
        .containsExactly("of_third_fraud", "self", "third");
  }

  @Test
  void withholdsAPartThatLeavesASmallRest() {
    Map<String, String> apart = Map.of("of_third", "third");

    assertThat(apart(map("police", 40L, "third", 9L, "of_third", 6L), apart))
        .containsExactly("of_third");
    assertThat(apart(map("police", 40L, "third", 9L, "of_third", 9L), apart)).isEmpty();
    assertThat(apart(map("police", 40L, "third", 30L, "of_third", 0L), apart)).isEmpty();
    assertThat(apart(map("police", 40L, "third", 30L, "of_third", 3L), apart))
        .containsExactly("of_third");
  }

  @Test
  void replacesHeadingsAndNotesWhereANumberIsWithheld() {
    Report.Part part =
        withhold(
            map("a", 3L, "b", 57L, "c", 900L),
            bars("Most were sent by B", "Counted by source; some with support.", 3, 900),
            bars("None was", "Of 1,900 cases, 3 preferred not to say.", 1900),
            bars("57 of 900", "By who sent them.", 900),
            levels("Fewer at the end", "Of 560 people.", 560, 2),
            levels("Fewer people at the end", "3 people have no end.", 560, 300),
            bars("8 in 10 came by themselves", "Of 1,900 cases.", 1900, 900),
            levels("Fewer", "Of 560 people.", 560, 300));

    assertThat(part.section().blocks())
        .extracting(Block::heading)
        .containsExactly(
            "Section, by source",
            "Section, by source",
            "Section, by source",
            "Section, by need",
            "Section, by need",
            "8 in 10 came by themselves",
            "Fewer");
    assertThat(part.section().blocks().subList(0, 5))
        .extracting(Block::note)
        .containsOnly("Small counts, and what would show them, are withheld.");
    assertThat(((Block.Bars) part.section().blocks().get(0)).total()).isFalse();
    assertThat(((Block.Bars) part.section().blocks().get(1)).total()).isTrue();
  }

  @Test
  void doesNotSayHowManyCasesThereAreWhereTheyAreFew() {
    assertThat(withheld(3, map("closed", 3L)).showsClosed()).isFalse();
    assertThat(withheld(3, map("other", 50L)).showsClosed()).isFalse();
    assertThat(withheld(0, map("closed", 0L)).showsClosed()).isTrue();
    assertThat(withheld(60, map("closed", 60L)).showsClosed()).isTrue();
  }
}
