package org.victimfirst.needs.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.victimfirst.needs.fixture.TestNeeds.PROFILE;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeTallyTest {
  private final NeedScale scale = NeedScale.of(PROFILE);
  private final ChangeTally tally = new ChangeTally(scale);

  @Test
  void countsCasesInTotalAndNeedByNeed() {
    tally.add(new NeedFact(1, levels("family=severe"), levels("family=mild")));
    tally.add(new NeedFact(2, levels("family=mild"), levels("family=mild")));
    tally.add(new NeedFact(3, levels("family=not_recorded"), levels("family=mild")));

    assertThat(tally.cases()).isEqualTo(3);
    assertThat(tally.total(Direction.REDUCED)).isEqualTo(1);
    assertThat(tally.total(Direction.STAYED_THE_SAME)).isEqualTo(1);
    assertThat(tally.total(Direction.INCREASED)).isEqualTo(1);
    assertThat(tally.needs().keySet()).hasSize(10).startsWith("personal_safety");
    assertThat(tally.needs().get("family"))
        .containsEntry(Direction.REDUCED, 1L)
        .containsEntry(Direction.STAYED_THE_SAME, 1L)
        .containsEntry(Direction.INCREASED, 0L)
        .containsEntry(Direction.NOT_COMPARABLE, 1L);
  }

  @Test
  void aStageWithoutAssessmentScoresNothing() {
    tally.add(new NeedFact(1, levels("family=severe"), null));

    assertThat(tally.total(Direction.REDUCED)).isEqualTo(1);
  }

  private NeedFact.@Nullable Levels levels(String level) {
    String[] parts = level.split("=", 2);
    return NeedFact.Levels.of(List.of(new NeedRating(parts[0], parts[1], "")), scale);
  }
}
