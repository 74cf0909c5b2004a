package org.victimfirst.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.cases.SafeContact.State;

class ReferrerAnswersTest {
  private static final LocalDateTime RECEIVED = LocalDateTime.of(2020, 6, 1, 8, 0);

  private static List<PermissionEntry> told(String message, String write, String preferred) {
    return ReferrerAnswers.read(
        Told.of(message, RECEIVED), Told.of(write, RECEIVED), Told.of(preferred, RECEIVED), 14);
  }

  private static PermissionEntry asked(String channel, State state, LocalDateTime at) {
    LocalDate day = at.toLocalDate();
    return new PermissionEntry(channel, state, "", day, day.plusDays(14), "cw01", at, null);
  }

  private static String read(String message, String write, String preferred) {
    return told(message, write, preferred).stream()
        .map(answer -> answer.channel() + "=" + answer.state())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "unknown,unknown,'',''",
    "no,unknown,text,'voicemail=NO text=NO'",
    "yes,unknown,phone,'call=YES voicemail=YES'",
    "yes,unknown,text,'voicemail=YES text=YES'",
    "unknown,no,email,'email=NO letter=NO'",
    "unknown,yes,letter,'letter=YES'",
    "unknown,yes,email,'email=YES letter=YES'"
  })
  void readsWhatWasToldInTheSafestWay(
      String message, String write, String preferred, String answers) {
    assertThat(read(message, write, preferred)).isEqualTo(answers);
  }

  @Test
  void anAnswerEndsAndANewerOneHereGoesBeforeIt() {
    List<PermissionEntry> told = told("yes", "yes", "phone");
    PermissionEntry asked =
        new PermissionEntry(
            "letter",
            State.NO,
            "Shared letterbox",
            LocalDate.of(2020, 6, 10),
            LocalDate.of(2020, 6, 24),
            "cw01",
            LocalDateTime.of(2020, 6, 10, 9, 0),
            null);
    Permissions permissions = new Permissions(List.of(asked), told, "Say wrong number");

    SafeContact before = permissions.on(LocalDate.of(2020, 6, 15));
    assertThat(before.state("call")).isEqualTo(State.YES);
    assertThat(before.state("letter")).isEqualTo(State.NO);
    assertThat(before.askAgainBy()).isEqualTo(LocalDate.of(2020, 6, 24));

    SafeContact after = permissions.on(LocalDate.of(2020, 6, 16));
    assertThat(after.state("call"))
        .as("asked on 1 June, held for 14 days")
        .isEqualTo(State.NOT_ASKED);
    assertThat(after.state("letter")).isEqualTo(State.NO);
    assertThat(permissions.on(LocalDate.of(2020, 6, 25)).channels())
        .allMatch(channel -> channel.state() == State.NOT_ASKED);
    assertThat(permissions.asGiven().state("call")).isEqualTo(State.YES);
    assertThat(permissions.callEndedAsNo()).isFalse();
  }

  @Test
  void aLaterNoOfAReferrerGoesBeforeAYesThatHolds() {
    List<PermissionEntry> told = told("no", "unknown", "phone");
    PermissionEntry before = asked("voicemail", State.YES, RECEIVED.minusDays(1));
    PermissionEntry after = asked("voicemail", State.YES, RECEIVED.plusHours(1));
    LocalDate day = RECEIVED.toLocalDate();

    Permissions laterNo = new Permissions(List.of(before), told, "");
    assertThat(laterNo.on(day).state("voicemail")).isEqualTo(State.NO);
    assertThat(laterNo.on(day.plusDays(14)).state("voicemail"))
        .as("after the yes has ended")
        .isEqualTo(State.NO);
    assertThat(new Permissions(List.of(after), told, "").on(day).state("voicemail"))
        .as("somebody asked after that")
        .isEqualTo(State.YES);
    assertThat(
            new Permissions(List.of(asked("call", State.NO, RECEIVED.minusDays(1))), told, "")
                .on(day)
                .state("call"))
        .as("a later yes of a referrer does not open what was shut here")
        .isEqualTo(State.NO);
  }

  @Test
  void whereAYesWasTakenAwayANoOfAReferrerCountsAgain() {
    LocalDate day = RECEIVED.toLocalDate();
    List<PermissionEntry> taken =
        List.of(taken("voicemail", day.plusDays(2)), taken("letter", day.plusDays(2)));

    SafeContact after =
        new Permissions(taken, told("no", "yes", "unknown"), "").on(day.plusDays(2));

    assertThat(after.state("voicemail")).isEqualTo(State.NO);
    assertThat(after.state("letter")).as("an older yes does not").isEqualTo(State.NOT_ASKED);
  }

  private static PermissionEntry taken(String channel, LocalDate day) {
    return new PermissionEntry(
        channel, State.NOT_ASKED, "", day, day.minusDays(1), "cw01", day.atTime(9, 0), null);
  }

  @Test
  void aReferralThatTellsNothingTakesNothingAway() {
    LocalDateTime later = RECEIVED.plusDays(5);
    Told told = Told.of("no", RECEIVED);

    assertThat(told.and("unknown", later)).isEqualTo(told);
    assertThat(told.and("", later)).isEqualTo(told);
    assertThat(told.and("yes", later)).isEqualTo(new Told("yes", later));
    assertThat(told.and("yes", RECEIVED.minusDays(1))).as("an older referral").isEqualTo(told);
  }

  @Test
  void aYesThatNeedsTwoWordsIsAsOldAsTheOlder() {
    LocalDateTime later = RECEIVED.plusDays(10);

    assertThat(
            ReferrerAnswers.read(
                Told.of("yes", RECEIVED), Told.NOTHING, Told.of("text", later), 14))
        .filteredOn(answer -> answer.channel().equals("text"))
        .extracting(PermissionEntry::askAgainBy)
        .containsExactly(RECEIVED.toLocalDate().plusDays(14));
  }
}
