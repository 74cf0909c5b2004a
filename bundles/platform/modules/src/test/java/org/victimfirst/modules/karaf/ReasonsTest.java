package org.victimfirst.modules.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.osgi.service.resolver.ResolutionException;

class ReasonsTest {
  @Test
  void saysThatAModuleIsForAnotherPlatform() {
    String words =
        "Unable to resolve root: missing requirement [root] osgi.identity;"
            + " osgi.identity=victimfirst-future; type=karaf.feature [caused by: Unable to resolve"
            + " victimfirst-future/9.0.0: missing requirement [victimfirst-future/9.0.0]"
            + " victimfirst.platform; filter:=\"(&(version>=9.0)(!(version>=9.1)))\"]";

    assertThat(Reasons.of(new RuntimeException(new ResolutionException(words))))
        .isEqualTo("It is made for another version of the platform: victimfirst-future needs 9.0.");
  }

  @Test
  void namesWhatIsMissing() {
    String words =
        "Unable to resolve needs/1.0: missing requirement [needs/1.0] osgi.wiring.package;"
            + " filter:=\"(osgi.wiring.package=org.example)\"";

    assertThat(Reasons.ofResolver(words)).contains("needs").contains("org.example");
  }
}
