package org.victimfirst.api.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsTest {
  @Test
  void anIdHasUpToNineteenDigits() {
    assertThat(Ids.parse("7")).hasValue(7);
    assertThat(Ids.parse("1000000000000000000")).hasValue(1_000_000_000_000_000_000L);
    assertThat(Ids.parse("9223372036854775807")).hasValue(Long.MAX_VALUE);
  }

  @Test
  void whatIsNoIdIsNone() {
    for (String text : new String[] {"", "-1", "9223372036854775808", "1x", " 1", "\u0661"}) {
      assertThat(Ids.parse(text)).isEmpty();
    }
  }
}
