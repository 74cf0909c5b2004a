package org.victimfirst.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.reporting.Block;
import org.victimfirst.api.reporting.Check;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;

class ReportCsvTest {
  private static Report report(boolean withheld) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("closed", Map.of("rtc", 285L));
    Map<String, Object> percent = Map.of("closed", Map.of("rtc", new BigDecimal("10.8")));
    Block bars =
        new Block.Bars(
            "h",
            "n",
            List.of("Closed"),
            false,
            List.of("Closed"),
            List.of(new Block.Bar("rtc", "=RTCs, \"all\"", List.of(285L), List.of(Map.of()))),
            0,
            true);
    Section section =
        new Section(
            figures, percent, List.of(new Check("Sources add up", 286, 285)), List.of(bars));
    return new Report(
        Quarter.PERIOD,
        "Area",
        Quarter.MADE_AT,
        new Totals(285, 0, 0, 0, 0),
        List.of(new Report.Part("sources", "Sources", section, Report.Withheld.NOTHING)),
        List.of(new Report.Absent("hate", "Hate crime", Report.Reason.NOT_INSTALLED, "")),
        withheld);
  }

  @Test
  void writesARowForEachFigureAndNamesWhatIsAbsentOrWrong() {
    assertThat(ReportCsv.of(report(false)).split("\r\n"))
        .containsExactly(
            "section,figure,label,value,percent",
            "sources,closed.rtc,\"Closed, =RTCs, \"\"all\"\"\",285,10.8",
            "hate,absent,Hate crime: this part is not installed,,",
            "sources,check failed,\"Sources add up, expected 286\",285,");
    assertThat(ReportCsv.name(report(false))).isEqualTo("report-2020-04-01-to-2020-06-30.csv");
  }

  @Test
  void doesNotSayWhatWasExpectedAndFoundWhereSmallCountsAreWithheld() {
    assertThat(ReportCsv.of(report(true)).split("\r\n"))
        .endsWith("sources,check failed,Sources add up,withheld,");
  }

  @Test
  void keepsSpreadsheetsFromCalculating() {
    assertThat(ReportCsv.cell("=1+1")).isEqualTo("'=1+1");
    assertThat(ReportCsv.cell("@x")).isEqualTo("'@x");
    assertThat(ReportCsv.cell("-1,2")).isEqualTo("\"'-1,2\"");
    assertThat(ReportCsv.cell("plain")).isEqualTo("plain");
  }
}
