package org.victimfirst.modules.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {
  @Test
  void ordersNumberByNumber() {
    assertThat(
            List.of("1.10.0", "1.9.1", "0.1.0", "1.9.1.rc", "1.9").stream()
                .sorted(Versions.ORDER)
                .toList())
        .containsExactly("0.1.0", "1.9", "1.9.1", "1.9.1.rc", "1.10.0");
  }
}
