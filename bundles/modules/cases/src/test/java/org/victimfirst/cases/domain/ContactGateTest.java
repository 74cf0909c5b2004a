package org.victimfirst.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.area.ProfileReader;

class ContactGateTest {
  private static final AreaProfile PROFILE = ProfileReader.fromClassPath();

  private static SafeContact all(State state) {
    return new SafeContact(
        Permissions.CHANNELS.stream()
            .map(channel -> new SafeContact.Channel(channel, state, ""))
            .toList(),
        "",
        null,
        null);
  }

  private static ContactGate.Verdict judge(
      State state, boolean endedAsNo, String channel, String result) {
    return ContactGate.judge(PROFILE, all(state), endedAsNo, channel, result);
  }

  @ParameterizedTest
  @CsvSource({
    "phone,no_answer,call",
    "phone,voicemail_left,voicemail",
    "text,no_answer,text",
    "email,no_answer,email",
    "letter,letter_sent,letter"
  })
  void eachContactGoesByItsChannel(String channel, String result, String safe) {
    assertThat(judge(State.YES, false, channel, result))
        .isEqualTo(new ContactGate.Verdict(true, safe, State.YES));
    assertThat(judge(State.NO, false, channel, result))
        .isEqualTo(new ContactGate.Verdict(false, safe, State.NO));
  }

  @Test
  void aCallMayAskWhereNobodyAskedAndNothingElseMay() {
    assertThat(judge(State.NOT_ASKED, false, "phone", "no_answer").open()).isTrue();
    assertThat(judge(State.NOT_ASKED, true, "phone", "no_answer").open())
        .as("the last answer was no, and has ended")
        .isFalse();
    assertThat(judge(State.NOT_ASKED, false, "phone", "voicemail_left").open()).isFalse();
    for (String channel : List.of("text", "email", "letter")) {
      assertThat(judge(State.NOT_ASKED, false, channel, "no_answer").open()).isFalse();
    }
  }

  @Test
  void aMeetingAndTheOfficerPassByTheGate() {
    assertThat(judge(State.NO, true, ContactGate.IN_PERSON, "spoke"))
        .isEqualTo(new ContactGate.Verdict(true, "", State.YES));
    assertThat(judge(State.NO, true, "email", "officer_no_response").open()).isTrue();
  }

  @Test
  void aChannelThatTheAreaDoesNotKnowIsShut() {
    assertThat(judge(State.YES, false, "pigeon", "no_answer").open()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "in_person,voicemail_left,voicemail",
    "in_person,letter_sent,letter",
    "phone,letter_sent,letter",
    "text,voicemail_left,voicemail",
    "email,letter_sent,letter"
  })
  void whatHappenedIsJudgedWhateverTheWay(String channel, String result, String shut) {
    SafeContact safe = but(State.YES, shut, State.NO);

    assertThat(ContactGate.judge(PROFILE, safe, false, channel, result))
        .isEqualTo(new ContactGate.Verdict(false, shut, State.NO));
  }

  @Test
  void theWorseOfTwoChannelsDecides() {
    SafeContact noCalls = but(State.YES, "call", State.NO);
    assertThat(ContactGate.judge(PROFILE, noCalls, false, "phone", "voicemail_left"))
        .isEqualTo(new ContactGate.Verdict(false, "call", State.NO));

    SafeContact notAsked = but(State.NO, "voicemail", State.NOT_ASKED);
    assertThat(ContactGate.judge(PROFILE, notAsked, false, "phone", "voicemail_left"))
        .as("no is worse than not asked")
        .isEqualTo(new ContactGate.Verdict(false, "call", State.NO));

    SafeContact letters = but(State.NOT_ASKED, "letter", State.YES);
    assertThat(ContactGate.judge(PROFILE, letters, false, "phone", "letter_sent").open())
        .as("a call that asks, and a letter that is safe")
        .isTrue();
    assertThat(ContactGate.judge(PROFILE, letters, true, "phone", "letter_sent").open()).isFalse();
  }

  private static SafeContact but(State all, String channel, State other) {
    return new SafeContact(
        Permissions.CHANNELS.stream()
            .map(one -> new SafeContact.Channel(one, one.equals(channel) ? other : all, ""))
            .toList(),
        "",
        null,
        null);
  }
}
