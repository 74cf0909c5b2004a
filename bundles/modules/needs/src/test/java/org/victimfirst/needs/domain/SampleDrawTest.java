package org.victimfirst.needs.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleDrawTest {
  private static final List<Long> CASES = LongStream.rangeClosed(1, 500).boxed().toList();

  @Test
  void theSameSeedDrawsTheSameCasesInWhateverOrderTheyCome() {
    List<Long> turned = new ArrayList<>(CASES);
    Collections.reverse(turned);

    assertThat(SampleDraw.draw(2020, 100, turned))
        .hasSize(100)
        .doesNotHaveDuplicates()
        .isEqualTo(SampleDraw.draw(2020, 100, CASES));
  }

  @Test
  void anotherSeedDrawsOthers() {
    assertThat(SampleDraw.draw(2021, 100, CASES)).isNotEqualTo(SampleDraw.draw(2020, 100, CASES));
  }

  @Test
  void aLargerSampleBeginsWithTheSmallerOne() {
    assertThat(SampleDraw.draw(7, 100, CASES).subList(0, 10))
        .isEqualTo(SampleDraw.draw(7, 10, CASES));
  }

  @Test
  void fewerCasesThanAskedForAreAllDrawn() {
    assertThat(SampleDraw.draw(7, 100, List.of(3L, 1L, 2L))).containsExactlyInAnyOrder(1L, 2L, 3L);
  }

  /** Computed apart from this program: {@code printf '7:1' | sha256sum} and so on, sorted. */
  @Test
  void theWayOfDrawingIsTheOneThatIsWrittenDown() {
    assertThat(SampleDraw.draw(7, 5, List.of(1L, 2L, 3L, 4L, 5L)))
        .containsExactly(4L, 3L, 2L, 1L, 5L);
  }
}
