package org.victimfirst.cases.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {
  @ParameterizedTest
  @CsvSource({
    "2112,2641,8 in 10",
    "2641,2641,all",
    "2600,2641,nearly all",
    "300,2641,1 in 10",
    "28,2641,1 in 94",
    "5,9,6 in 10"
  })
  void saysSharesInWords(long part, long whole, String words) {
    assertThat(Finding.share(part, whole)).isEqualTo(words);
  }
}
