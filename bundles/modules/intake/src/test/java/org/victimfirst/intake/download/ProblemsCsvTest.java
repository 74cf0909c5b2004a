package org.victimfirst.intake.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No cell of the download is a formula. */
class ProblemsCsvTest {
  @ParameterizedTest
  @CsvSource({
    "=1+1, '''=1+1'",
    "@SUM(1), '''@SUM(1)'",
    "-2, '''-2'",
    "+3, '''+3'",
    "R00000001, R00000001",
    "'', ''"
  })
  void aCellThatASpreadsheetWouldRunIsGuarded(String text, String expected) {
    assertThat(ProblemsCsv.guarded(text)).isEqualTo(expected);
  }
}
