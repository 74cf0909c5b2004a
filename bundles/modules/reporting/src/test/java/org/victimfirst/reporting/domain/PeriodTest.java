package org.victimfirst.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.victimfirst.api.rest.ProblemException;

class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    ",2020-06-30,missing_date",
    "2020-04-01,,missing_date",
    "1 April 2020,2020-06-30,bad_date",
    "2020-04-31,2020-06-30,bad_date",
    "2020-04-01,2020-03-31,backwards_period",
    "2020-01-01,2021-02-04,long_period"
  })
  void refusesWhatIsNoPeriod(String from, String to, String code) {
    assertThatThrownBy(() -> Period.of(from, to))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(400);
              assertThat(problem.code()).isEqualTo(code);
            });
  }

  @Test
  void takesOneDayAndFourHundred() {
    assertThat(Period.of("2020-04-01", "2020-04-01").to()).isEqualTo("2020-04-01");
    assertThat(Period.of("2020-01-01", "2021-02-03").from()).isEqualTo("2020-01-01");
  }

  @Test
  void knowsQuarters() {
    Quarters quarters = new Quarters(Quarter.PROFILE);
    assertThat(quarters.isOne(Quarter.PERIOD)).isTrue();
    assertThat(quarters.isOne(Period.of("2020-04-01", "2020-06-29"))).isFalse();
    assertThat(quarters.isOne(Period.of("2020-05-01", "2020-07-31"))).isFalse();
    assertThat(quarters.beginningOn(LocalDate.of(2020, 4, 2))).isEmpty();
    assertThat(quarters.before(Quarter.PERIOD)).isEqualTo(Period.of("2020-01-01", "2020-03-31"));
    assertThat(quarters.after(Quarter.PERIOD)).isEqualTo(Period.of("2020-07-01", "2020-09-30"));
    assertThat(quarters.before(Period.of("2020-01-01", "2020-03-31")))
        .isEqualTo(Period.of("2019-10-01", "2019-12-31"));
    assertThat(quarters.between(LocalDate.of(2020, 3, 31), LocalDate.of(2020, 7, 1)))
        .isEqualTo(
            List.of(
                Period.of("2020-07-01", "2020-09-30"),
                Quarter.PERIOD,
                Period.of("2020-01-01", "2020-03-31")));
  }
}
