package org.victimfirst.reporting.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.reporting.Block;
import org.victimfirst.api.reporting.Check;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;
import org.victimfirst.reporting.domain.Period;
import org.victimfirst.reporting.domain.Report;
import org.victimfirst.reporting.view.ReportWords;

/** The file says of itself and draws what the console's page does. */
class ReportHtmlTest {
  private static final List<Map<String, String>> NO_DRILL = List.of(Map.of(), Map.of());

  private static final Block BARS =
      new Block.Bars(
          "Most were sent by the police",
          "Cases closed.",
          List.of("Closed", "of these, enhanced"),
          true,
          List.of("Closed", "Enhanced"),
          List.of(
              new Block.Bar("police", "Police", List.of(40L, 20L), NO_DRILL),
              new Block.Bar("self", "Themselves", List.of(30L, 10L), NO_DRILL)),
          0,
          true,
          "Source",
          "sources");

  private static final Block LEVELS =
      new Block.Levels(
          "People, by need",
          "Of 70 people.",
          "Need",
          List.of("Severe", "Mild"),
          List.of(0, 1),
          List.of(
              new Block.Pair(
                  "family", "Family", List.of(3L, 67L), List.of(9L, 61L), NO_DRILL, NO_DRILL)));

  private static String html(LocalDateTime madeAt, Report.Withheld left, long found, Block block) {
    Section section =
        new Section(
            Map.of(), Map.of(), List.of(new Check("Sources add up", 70, found)), List.of(block));
    Report report =
        new Report(
            new Period(LocalDate.of(2020, 4, 1), LocalDate.of(2020, 5, 9)),
            "Area",
            madeAt,
            new Totals(70, 30, 0, 0, 0),
            List.of(new Report.Part("sources", "Sources", section, left)),
            List.of(new Report.Absent("hate", "Hate crime", Report.Reason.NOT_INSTALLED, "codes")),
            left.small());
    return ReportHtml.of(new ReportWords(report, false));
  }

  @Test
  void drawsTheChartAndItsOpenTableWithTotals() {
    String html = html(LocalDateTime.of(2020, 5, 10, 9, 0), Report.Withheld.NOTHING, 70, BARS);

    assertThat(html)
        .contains("<title>Report, 1 April 2020 to 9 May 2020</title>", "Area. Worked out on")
        .contains("All figures agree. 1 of 1 checks passed")
        .contains(
            "<svg class=\"vf-chart__svg\" role=\"img\"", "<details class=\"govuk-details\" open>")
        .contains("Total", ">70</td>", ">30</td>")
        .contains("<li>Hate crime: the module codes is not installed</li>")
        .doesNotContain("These days are not over", "<a ");
  }

  @Test
  void saysTheTitleOfASectionOnce() {
    Block.Tile tile = new Block.Tile("70", "cases closed", "", Map.of());

    assertThat(tiles("Sources", tile)).contains("<h2>Sources</h2>", "70").doesNotContain("<h3");
    assertThat(tiles("Most agree", tile)).contains("<h3 class=\"govuk-heading-s\">Most agree</h3>");
  }

  private static String tiles(String heading, Block.Tile tile) {
    return html(
        LocalDateTime.of(2020, 5, 10, 9, 0),
        Report.Withheld.NOTHING,
        70,
        new Block.Tiles(heading, "", List.of(tile)));
  }

  @Test
  void saysWhenItsDaysAreNotOver() {
    assertThat(html(LocalDateTime.of(2020, 5, 9, 9, 0), Report.Withheld.NOTHING, 70, BARS))
        .contains("These days are not over: the report ends on 9 May 2020");
  }

  @Test
  void namesTheChecksThatFail() {
    LocalDateTime later = LocalDateTime.of(2020, 5, 10, 9, 0);

    assertThat(html(later, Report.Withheld.NOTHING, 69, BARS))
        .contains("1 of 1 checks failed: these figures do not agree")
        .contains("<li>Sources add up: expected 70, found 69</li>");
    assertThat(html(later, new Report.Withheld(true, Set.of(), Set.of()), 69, BARS))
        .contains("<li>Sources add up: they do not</li>")
        .doesNotContain("expected", "found");
  }

  @Test
  void drawsNothingWhereNothingMayBeDrawn() {
    Report.Withheld left = new Report.Withheld(true, Set.of("family.start.severe"), Set.of(3L));

    assertThat(html(LocalDateTime.of(2020, 5, 10, 9, 0), left, 70, LEVELS))
        .contains("Of 70 people.", "Family, start", ">Withheld</td>", ">67</td>")
        .doesNotContain("<svg", "<desc");
    assertThat(html(LocalDateTime.of(2020, 5, 10, 9, 0), Report.Withheld.NOTHING, 70, LEVELS))
        .contains("<svg class=\"vf-chart__svg\"", ">67</td>");
  }

  @Test
  void opensEveryTableBehindAChart() {
    for (Block chart : List.of(BARS, LEVELS)) {
      assertThat(html(LocalDateTime.of(2020, 5, 10, 9, 0), Report.Withheld.NOTHING, 70, chart))
          .containsOnlyOnce("<details class=\"govuk-details\" open>")
          .containsOnlyOnce("<details");
    }
  }
}
