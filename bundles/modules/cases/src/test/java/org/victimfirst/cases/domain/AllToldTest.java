package org.victimfirst.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What referrals told, one after the other, about a person who is reached by the first phone. */
class AllToldTest {
  private static final String STORED = "07700 900001";
  private static final LocalDateTime FIRST = LocalDateTime.of(2020, 6, 1, 8, 0);

  private static PersonDetails by(String phone) {
    return new PersonDetails("Ruth", "Exampleford", null, "", phone, "", "", "", "", "", "");
  }

  private static Telling telling(int day, String message, String preferred, String phone) {
    return new Telling(FIRST.plusDays(day), message, "unknown", preferred, by(phone));
  }

  @ParameterizedTest
  @CsvSource({
    // The newer referral: phone, message, preferred; then what is left of "yes" and "phone".
    "07700 900001,unknown,unknown,yes,phone",
    "'',unknown,unknown,yes,phone",
    "07700 900002,unknown,unknown,unknown,unknown",
    "07700 900002,unknown,phone,unknown,unknown",
    "07700 900002,unknown,letter,unknown,letter",
    "07700 900002,no,unknown,no,unknown",
    "'',no,letter,no,letter"
  })
  void aNewerReferralWithAnotherPhoneEndsWhatWasSaidOfTheOld(
      String phone, String message, String preferred, String leftMessage, String leftPreferred) {
    Telling first = telling(0, "yes", "phone", STORED);
    Telling second = telling(1, message, preferred, phone);

    for (List<Telling> order : List.of(List.of(first, second), List.of(second, first))) {
      AllTold told = AllTold.of(order, by(STORED));
      assertThat(told.message().answer()).isEqualTo(leftMessage);
      assertThat(told.preferred().answer()).isEqualTo(leftPreferred);
    }
  }
}
