package org.victimfirst.security.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {
  @Test
  void storedFormSaysHowItWasMade() {
    String stored = PasswordHash.of("violet tractor umbrella");
    assertThat(stored).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(PasswordHash.matches("violet tractor umbrella", stored)).isTrue();
    assertThat(PasswordHash.matches("violet tractor umbrellb", stored)).isFalse();
    assertThat(PasswordHash.of("violet tractor umbrella")).isNotEqualTo(stored);
    assertThat(PasswordHash.outdated(stored)).isFalse();
  }

  /** Made by the reference implementation: argon2 somesalt -id -t 2 -m 16 -p 1, "password". */
  @Test
  void otherParametersAreRead() {
    String stored =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertThat(PasswordHash.matches("password", stored)).isTrue();
    assertThat(PasswordHash.outdated(stored)).isTrue();
  }

  @Test
  void nobodysHashMatchesNothing() {
    assertThat(PasswordHash.matches("", PasswordHash.ofNobody())).isFalse();
    assertThat(PasswordHash.matches("x", "not a hash")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "elevenchars",
        "Password1234!",
        "123456789012",
        "aaaaaaaaaaaaaaaa",
        "my sam.doe secret",
        "Leicestercity2016",
        "victimfirst2020"
      })
  void guessablePasswordsAreRefused(String password) {
    assertThat(PasswordRules.refusal(password, "sam.doe@example.org")).isPresent();
  }

  @Test
  void longOnesAreTaken() {
    assertThat(PasswordRules.refusal("violet tractor umbrella", "sam.doe")).isEmpty();
    for (int i = 0; i < 100; i++) {
      assertThat(PasswordRules.refusal(Secret.readable(), "admin")).isEmpty();
    }
  }
}
