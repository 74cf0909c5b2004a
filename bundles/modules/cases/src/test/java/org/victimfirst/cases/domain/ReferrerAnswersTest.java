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

  private static String read(String message, String write, String preferred) {
    return ReferrerAnswers.read(RECEIVED, message, write, preferred, 14).stream()
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
    List<PermissionEntry> told = ReferrerAnswers.read(RECEIVED, "yes", "yes", "phone", 14);
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
}
