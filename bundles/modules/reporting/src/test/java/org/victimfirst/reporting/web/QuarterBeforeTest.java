package org.victimfirst.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.victimfirst.api.reporting.Block;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;
import org.victimfirst.reporting.domain.Period;
import org.victimfirst.reporting.domain.Report;

class QuarterBeforeTest {
  private static Block.Tile tile(String figure, String label) {
    return new Block.Tile(figure, label, "of 9", Map.of());
  }

  private static Report report(long closed, Block.Tile... tiles) {
    Section section =
        new Section(
            Map.of(),
            Map.of(),
            List.of(),
            List.of(new Block.Tiles("Headlines", "", Arrays.asList(tiles))));
    return new Report(
        Period.of("2020-01-01", "2020-03-31"),
        "Area",
        LocalDateTime.of(2020, 7, 9, 9, 12),
        new Totals(closed, 0, 0, 0, 0),
        List.of(new Report.Part("headlines", "Headlines", section, Report.Withheld.NOTHING)),
        List.of(),
        false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2,641|475 fewer than the quarter before",
        "4,183|1,067 more than the quarter before",
        "3,116|As many as the quarter before",
        "97 of 100|''"
      })
  void saysHowAFigureDiffers(String figure, String words) {
    QuarterBefore before = QuarterBefore.of(report(3116, tile("3,116", "cases closed")));

    assertThat(before.change("headlines", tile(figure, "cases closed"))).isEqualTo(words);
  }

  @Test
  void saysNothingWhereThereIsNothingToCompare() {
    Block.Tile tile = tile("5", "cases closed");
    QuarterBefore before = QuarterBefore.of(report(9, tile("9", "cases closed")));

    assertThat(before.change("other", tile)).isEmpty();
    assertThat(before.change("headlines", tile("5", "new referrals"))).isEmpty();
    assertThat(QuarterBefore.of(report(0, tile("9", "cases closed"))).change("headlines", tile))
        .isEmpty();
    assertThat(QuarterBefore.of(null).change("headlines", tile)).isEmpty();
  }
}
