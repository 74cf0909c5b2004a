package org.victimfirst.security.internal.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardedOriginsTest {
  private static String origin(boolean behindProxy, String... lines) {
    return new ForwardedOrigins(new Setting(behindProxy))
        .of("192.0.2.1", Collections.enumeration(List.of(lines)));
  }

  @Test
  void withoutAProxyNobodyInventsAnAddress() {
    assertThat(origin(false, "203.0.113.9")).isEqualTo("192.0.2.1");
  }

  @Test
  void behindAProxyTheLastAddressOfTheLastLineCounts() {
    assertThat(origin(true)).isEqualTo("192.0.2.1");
    assertThat(origin(true, "203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(origin(true, "198.51.100.7, 203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(origin(true, "198.51.100.7", "203.0.113.9")).isEqualTo("203.0.113.9");
  }

  @SuppressWarnings("BadAnnotationImplementation")
  private record Setting(boolean behindProxy) implements ForwardedOrigins.Settings {
    @Override
    public Class<ForwardedOrigins.Settings> annotationType() {
      return ForwardedOrigins.Settings.class;
    }
  }
}
