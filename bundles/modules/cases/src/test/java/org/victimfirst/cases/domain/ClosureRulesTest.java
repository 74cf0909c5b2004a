package org.victimfirst.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.area.ProfileReader;

/** The rules with the outcomes of the area that the product comes with. */
class ClosureRulesTest {
  private static final AreaProfile PROFILE = ProfileReader.fromClassPath();
  private static final LocalDate DAY = LocalDate.of(2020, 6, 30);
  private static final LocalDateTime AT = LocalDateTime.of(2020, 6, 1, 9, 0);

  private static Set<String> facts(String words) {
    return words == null ? Set.of() : Set.of(words.split(" "));
  }

  private static OutcomeChoice choice(String outcome, String words) {
    return ClosureRules.choices(PROFILE, DAY, facts(words)).stream()
        .filter(one -> one.code().equals(outcome))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "enhanced_supported,spoke,",
    "enhanced_supported,attempted,Nobody has spoken with the person yet",
    "standard_declined,spoke,",
    "standard_letter,letter_sent,",
    "standard_letter,letter_sent spoke,Somebody has spoken with the person",
    "standard_letter,attempted,No letter is recorded as sent",
    "standard_out_of_area,spoke,The area recorded is not outside this service's area",
    "standard_out_of_area,lives_elsewhere,",
    "specialist_referral,spoke,Consent to share with other services is not recorded",
    "specialist_referral,consent_share,",
    "no_answer_unsafe,attempted,",
    "no_answer_unsafe,,No attempt to reach the person is recorded",
    "unable_to_contact,,",
    "unable_to_contact,letter_sent,A letter was sent",
    "contact_police_dept,attempted,No unanswered question to the officer is recorded",
    "contact_police_dept,officer_did_not_respond,"
  })
  void anOutcomeFitsWhatHappenedOrSaysWhyNot(String outcome, String facts, String reason) {
    assertThat(choice(outcome, facts).reasons())
        .isEqualTo(reason == null ? List.of() : List.of(reason));
  }

  @Test
  void saysEveryReason() {
    assertThat(choice("no_answer_unsafe", "spoke safe_to_write").reasons())
        .containsExactly(
            "No attempt to reach the person is recorded",
            "Somebody has spoken with the person",
            "A letter is safe, so information can be sent");
    assertThat(choice("standard_declined", "spoke end_assessment_made").reasons())
        .containsExactly("Needs were assessed at the end, so support was given");
  }

  @Test
  void suggestsTheOneWithTheMostConditionsAndNoneWithoutAny() {
    assertThat(suggested("")).isEmpty();
    assertThat(suggested("attempted")).containsExactly("no_answer_unsafe");
    assertThat(suggested("letter_sent attempted")).hasSize(1);
    assertThat(suggested("officer_did_not_respond")).containsExactly("contact_police_dept");
  }

  private static List<String> suggested(String words) {
    return ClosureRules.choices(PROFILE, DAY, facts(words)).stream()
        .filter(OutcomeChoice::suggested)
        .map(OutcomeChoice::code)
        .toList();
  }

  @Test
  void onlyADuplicateNamesAnotherCase() {
    assertThat(ClosureRules.choices(PROFILE, DAY, Set.of()))
        .filteredOn(OutcomeChoice::asksForDuplicate)
        .extracting(OutcomeChoice::code)
        .containsExactly("duplicate");
    assertThat(choice("duplicate", "spoke").allowed()).isTrue();
    assertThat(choice("duplicate", "spoke").suggested()).isFalse();
  }

  @Test
  void factsComeFromAttemptsSafeContactPlaceAndConsent() {
    List<ContactAttempt> attempts = List.of(attempt("no_answer"), attempt("letter_sent"));
    List<Consent> consents =
        List.of(
            consent("share", "yes"), consent("service", "yes"), consent("service", "withdrawn"));

    assertThat(
            ClosureRules.ownFacts(
                PROFILE, attempts, safe("letter"), "other_than_leicester", consents))
        .containsExactlyInAnyOrder(
            "attempted", "letter_sent", "safe_to_write", "lives_elsewhere", "consent_share");
    assertThat(
            ClosureRules.ownFacts(
                PROFILE, List.of(), safe("voicemail"), "central_castle", List.of()))
        .containsExactly("safe_to_leave_message");
    assertThat(ClosureRules.inForce(consents, "service")).isEqualTo("withdrawn");
    assertThat(ClosureRules.inForce(consents, "rj")).isEqualTo("not_asked");
  }

  private static SafeContact safe(String yes) {
    List<SafeContact.Channel> channels = new ArrayList<>();
    for (String channel : Permissions.CHANNELS) {
      channels.add(
          new SafeContact.Channel(channel, channel.equals(yes) ? State.YES : State.NOT_ASKED, ""));
    }
    return new SafeContact(channels, "", null, null);
  }

  private static ContactAttempt attempt(String result) {
    return new ContactAttempt(1, AT, "phone", result, "cw01", "", false, "");
  }

  private static Consent consent(String kind, String answer) {
    return new Consent(kind, answer, AT.toLocalDate(), "", "cw01", AT);
  }
}
