package org.victimfirst.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.victimfirst.api.web.ui.Words;

class WordsTest {
  @Test
  void writesDatesAndTimes() {
    assertThat(Words.date(LocalDate.of(2020, 5, 4))).isEqualTo("4 May 2020");
    assertThat(Words.longDate(LocalDate.of(2020, 7, 9))).isEqualTo("Thursday 9 July 2020");
    assertThat(Words.dateTime(LocalDateTime.of(2020, 5, 4, 14, 15)))
        .isEqualTo("4 May 2020 at 2:15pm");
    assertThat(Words.time(LocalTime.MIDNIGHT)).isEqualTo("12:00am");
    assertThat(Words.time(LocalTime.NOON)).isEqualTo("12:00pm");
    assertThat(Words.time(LocalDateTime.of(2020, 5, 4, 9, 5, 33)).asString())
        .isEqualTo("<time datetime=\"2020-05-04T09:05\">4 May 2020 at 9:05am</time>");
  }

  @Test
  void writesPeriods() {
    assertThat(Words.period(LocalDate.of(2020, 4, 1), LocalDate.of(2020, 6, 30)))
        .isEqualTo("April to June 2020");
    assertThat(Words.period(LocalDate.of(2019, 12, 1), LocalDate.of(2020, 2, 29)))
        .isEqualTo("December 2019 to February 2020");
    assertThat(Words.period(LocalDate.of(2020, 2, 1), LocalDate.of(2020, 2, 29)))
        .isEqualTo("February 2020");
    assertThat(Words.period(LocalDate.of(2020, 4, 1), LocalDate.of(2020, 4, 9)))
        .isEqualTo("1 April 2020 to 9 April 2020");
  }

  @Test
  void writesNumbersAndLists() {
    assertThat(Words.number(2641)).isEqualTo("2,641");
    assertThat(Words.count(1, "problem", "problems")).isEqualTo("1 problem");
    assertThat(Words.count(0, "problem", "problems")).isEqualTo("0 problems");
    assertThat(Words.percent(new BigDecimal("21.2"))).isEqualTo("21.2%");
    assertThat(Words.percent(null)).isEqualTo("\u2013");
    assertThat(Words.join(List.of())).isEmpty();
    assertThat(Words.join(List.of("a", "b", "c"))).isEqualTo("a, b and c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4 May 2020",
        "4/5/2020",
        "04/05/2020",
        " 4 may 2020 ",
        "4.5.2020",
        "4-5-2020",
        "2020-05-04",
        "4 May, 2020"
      })
  void readsDatesAsPeopleTypeThem(String typed) {
    assertThat(Words.parseDate(typed)).contains(LocalDate.of(2020, 5, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "31 June 2020",
        "4/13/2020",
        "May 2020",
        "4 Mai 2020",
        "4/5/20",
        "yesterday",
        "32/1/2020"
      })
  void readsNoDateWhereNoneIs(String typed) {
    assertThat(Words.parseDate(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2:15pm,14:15",
    "2.15 PM,14:15",
    "14:15,14:15",
    "2pm,14:00",
    "12am,00:00",
    "12:30pm,12:30",
    "9:05am,09:05"
  })
  void readsTimes(String typed, LocalTime time) {
    assertThat(Words.parseTime(typed)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "14", "25:00", "13:00pm", "0:30pm", "12:60", "noon"})
  void readsNoTimeWhereNoneIs(String typed) {
    assertThat(Words.parseTime(typed)).isEmpty();
  }
}
