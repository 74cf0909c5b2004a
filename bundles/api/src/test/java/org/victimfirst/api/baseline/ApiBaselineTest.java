package org.victimfirst.api.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The api may only change as the versions of its packages say. Accept a deliberate change with
 *
 * <pre>mvn -f bundles/api/pom.xml test -Dtest=ApiBaselineTest -Dapi.accept</pre>
 */
class ApiBaselineTest {
  private static final Path BASELINE = Path.of("baseline.txt");

  private static final String FIND = "METHOD find(org.victimfirst.api.security.Call,long)";

  private final ApiTree now;

  ApiBaselineTest() throws Exception {
    now = ApiTree.of(new File("target/classes"));
  }

  @Test
  void theApiChangedOnlyAsItsVersionsSay() throws Exception {
    if (System.getProperty("api.accept") != null) {
      Files.write(BASELINE, now.lines());
    }
    ApiTree baseline = ApiTree.of(Files.readAllLines(BASELINE));

    assertThat(ApiChanges.unsaid(now, baseline))
        .as(
            "Modules were built against the api in bundles/api/baseline.txt. Keep to it, or give"
                + " the package the version that is named: a minor one still fits every module, a"
                + " major one none until it is built anew. What is meant to stay is accepted with:"
                + " mvn -f bundles/api/pom.xml test -Dtest=ApiBaselineTest -Dapi.accept")
        .isEmpty();
  }

  @Test
  void textTellsTheSame() throws Exception {
    ApiTree read = ApiTree.of(now.lines());

    assertThat(read.lines()).isEqualTo(now.lines());
    assertThat(ApiChanges.unsaid(now, read)).isEmpty();
  }

  @Test
  void whatIsGoneNeedsAMajorVersion() throws Exception {
    assertThat(ApiChanges.unsaid(now.without(FIND::equals), now))
        .singleElement()
        .asString()
        .startsWith("org.victimfirst.api.cases changed (MAJOR) and needs @Version(\"2.0.0\")");
  }

  @Test
  void whatModulesMustImplementNeedsAMajorVersion() throws Exception {
    assertThat(ApiChanges.unsaid(now, now.without("METHOD routes()"::equals)))
        .singleElement()
        .asString()
        .startsWith("org.victimfirst.api.web changed (MAJOR) and needs @Version(\"2.0.0\")");
  }

  @Test
  void whatThePlatformOffersAnewNeedsAMinorVersion() throws Exception {
    assertThat(ApiChanges.unsaid(now, now.without(FIND::equals)))
        .singleElement()
        .asString()
        .containsPattern(
            "^org\\.victimfirst\\.api\\.cases changed \\(MINOR\\) and needs @Version\\(\"1\\.\\d+\\.0\"\\)");
  }

  @Test
  void aPackageThatIsGoneIsSaid() throws Exception {
    assertThat(ApiChanges.unsaid(now.without("PACKAGE org.victimfirst.api.event"::equals), now))
        .containsExactly("org.victimfirst.api.event is gone: every module that imports it stops");
  }
}
