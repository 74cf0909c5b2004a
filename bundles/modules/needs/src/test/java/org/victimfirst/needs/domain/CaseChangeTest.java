package org.victimfirst.needs.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.victimfirst.needs.fixture.TestNeeds.PROFILE;
import static org.victimfirst.needs.fixture.TestNeeds.answers;
import static org.victimfirst.needs.fixture.TestNeeds.assessment;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CaseChangeTest {
  private static final LocalDate DAY = LocalDate.of(2020, 6, 18);

  private final NeedScale scale = NeedScale.of(PROFILE);

  @Test
  void eachNeedGoesItsOwnWay() {
    CaseChange change =
        change(
            new String[] {"personal_safety=severe", "family=mild", "finance_and_benefits=none"},
            new String[] {"personal_safety=moderate", "family=mild", "finance_and_benefits=mild"});

    assertThat(change.needs())
        .extracting(CaseChange.Need::area, CaseChange.Need::direction)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("personal_safety", Direction.REDUCED),
            org.assertj.core.api.Assertions.tuple("family", Direction.STAYED_THE_SAME),
            org.assertj.core.api.Assertions.tuple("finance_and_benefits", Direction.INCREASED));
    assertThat(change.fromScore()).isEqualTo(4);
    assertThat(change.toScore()).isEqualTo(4);
    assertThat(change.total()).isEqualTo(Direction.STAYED_THE_SAME);
  }

  @Test
  void noAnswerAddsNothingToTheSumAndIsNotComparable() {
    CaseChange change =
        change(
            new String[] {"personal_safety=severe", "family=mild", "social_interactions=none"},
            new String[] {"personal_safety=not_recorded", "family=mild"});

    assertThat(change.fromScore()).isEqualTo(4);
    assertThat(change.toScore()).isEqualTo(1);
    assertThat(change.total()).isEqualTo(Direction.REDUCED);
    assertThat(change.count(Direction.NOT_COMPARABLE)).isEqualTo(2);
  }

  @Test
  void needsThatWereNeverAskedAreLeftOut() {
    assertThat(change(new String[] {"family=mild"}, new String[] {"family=none"}).needs())
        .hasSize(1);
  }

  private CaseChange change(String[] from, String[] to) {
    return CaseChange.between(
        assessment(1, AssessmentStage.START, 1, answers(DAY, from)),
        assessment(2, AssessmentStage.END, 2, answers(DAY, to)),
        scale);
  }
}
