package org.victimfirst.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;

class LeicestershireTest {
  private static final LocalDate RECEIVED = LocalDate.of(2022, 4, 1);

  private final AreaProfile profile = ProfileReader.fromClassPath();

  @Test
  void saysWhatItIs() {
    assertThat(profile.code()).isEqualTo("leicestershire");
    assertThat(profile.name()).isEqualTo("Leicester, Leicestershire and Rutland");
    assertThat(profile.serviceName()).isEqualTo("Victim First");
    assertThat(profile.settings()).containsEntry("safe-contact.valid-days", "14");
  }

  @Test
  void hasTheListsOfTheSources() {
    assertThat(profile.list("occurrence_type").on(LocalDate.of(2020, 5, 1))).hasSize(36);
    assertThat(profile.list("beat").codes()).hasSize(82);
    assertThat(profile.list("need_area").codes()).hasSize(10);
    assertThat(profile.list("closure_outcome").codes()).hasSize(11);
    assertThat(profile.list("length_band").codes()).hasSize(34);
    assertThat(profile.list("nothing").codes()).isEmpty();
  }

  @Test
  void changesItsListsByDate() {
    LocalDate before = LocalDate.of(2025, 12, 3);
    assertThat(profile.list("referral_source").on(before))
        .extracting(Code::label)
        .contains("Action Fraud")
        .doesNotContain("Report Fraud");
    assertThat(profile.list("referral_source").on(before.plusDays(1)))
        .extracting(Code::label)
        .contains("Report Fraud")
        .doesNotContain("Action Fraud");
  }

  @Test
  void derivesSupportFromTheOutcome() {
    assertThat(profile.list("closure_outcome").find("standard_letter").orElseThrow().attributes())
        .containsEntry("support_level", "standard")
        .containsEntry("group", "standard")
        .containsEntry("requires", "letter_sent")
        .containsEntry("refuses", "spoke");
  }

  @ParameterizedTest
  @CsvSource({
    "2007-04-02,13_18,true", // 12 days before the fifteenth birthday
    "2004-04-01,13_18,false", // eighteen today: in the band, no child
    "2004-04-02,13_18,true",
    "2003-04-01,19_25,false",
    "2009-04-02,under_13,true",
    "1931-04-01,91_plus,false",
    "2022-04-02,unknown,false" // born after the day
  })
  void bandsAges(LocalDate born, String band, boolean child) {
    assertThat(profile.ageBand(born, RECEIVED)).isEqualTo(band);
    assertThat(profile.child(born, RECEIVED)).isEqualTo(child);
  }

  @Test
  void knowsNoAgeWithoutADateOfBirth() {
    assertThat(profile.ageBand(null, RECEIVED)).isEqualTo("unknown");
    assertThat(profile.child(null, RECEIVED)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01,2020-01-01,days_1_2",
    "2020-01-01,2020-01-03,days_3_5",
    "2020-01-01,2020-01-31,days_26_31",
    "2020-01-01,2020-02-01,months_1_2", // 32 days: a month to the day
    "2020-01-01,2020-03-02,months_2_3",
    "2018-10-14,2020-04-14,months_18", // to the day
    "2019-01-01,2020-05-01,months_15_16",
    "2019-01-01,2020-05-02,months_17"
  })
  void bandsLengths(LocalDate first, LocalDate last, String band) {
    assertThat(profile.lengthBand(first, last)).contains(band);
  }

  @Test
  void hasNoBandForLengthsThatAreTooLongOrBackwards() {
    assertThat(profile.lengthBand(RECEIVED, RECEIVED.plusMonths(29))).isEmpty();
    assertThat(profile.lengthBand(RECEIVED, RECEIVED.minusDays(1))).isEmpty();
  }

  /** An answer of 3 May 2022 to a request of 1 April 2022: holidays 15 and 18 April, 2 May. */
  @Test
  void countsWorkingDays() {
    assertThat(profile.plusWorkingDays(RECEIVED, 19)).isEqualTo(LocalDate.of(2022, 5, 3));
    assertThat(profile.plusWorkingDays(RECEIVED, 20)).isEqualTo(LocalDate.of(2022, 5, 4));
    assertThat(profile.plusWorkingDays(RECEIVED, 0)).isEqualTo(RECEIVED);
    assertThat(profile.workingDay(LocalDate.of(2022, 4, 15))).isFalse();
    assertThat(profile.workingDay(LocalDate.of(2022, 4, 16))).isFalse();
    assertThat(profile.workingDay(LocalDate.of(2022, 4, 14))).isTrue();
  }

  @Test
  void namesTheGapsOfTheSources() {
    assertThat(profile.findings())
        .anyMatch(s -> s.contains("people aged 18 fall between \"under 18\" and \"19-24\""))
        .anyMatch(
            s ->
                s.startsWith("Rutland has 4 rows in the list beat but no total")
                    && s.endsWith("they are counted under LEICESTERSHIRE."))
        .anyMatch(s -> s.contains("3 rows of the list beat belong to LEICESTERSHIRE"))
        .anyMatch(s -> s.contains("13-18 holds people of 18 and over"))
        .anyMatch(s -> s.contains("over 28 months have no band"))
        .hasSize(5);
  }
}
