package org.victimfirst.modules.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResolutionTest {
  private static final BundleName API = new BundleName("api", "1.0.0");
  private static final BundleName REST = new BundleName("rest", "1.0.0");
  private static final BundleName NEEDS = new BundleName("needs", "1.0.0");
  private static final BundleName NEEDS_NEXT = new BundleName("needs", "1.1.0");
  private static final BundleName LIBRARY = new BundleName("library", "2.0.0");

  private final Resolution running =
      new Resolution(Map.of(API, Set.of(), REST, Set.of(API), NEEDS, Set.of(API)));

  @Test
  void namesWhatWouldBeInstalled() {
    Resolution wanted =
        new Resolution(
            Map.of(API, Set.of(), REST, Set.of(API), NEEDS, Set.of(API), LIBRARY, Set.of()));

    Resolution.Difference difference = wanted.difference(running, running);

    assertThat(difference.install()).containsExactly(LIBRARY);
    assertThat(difference.remove()).isEmpty();
    assertThat(difference.rewire()).isEmpty();
    assertThat(difference.within(Set.of("needs"))).isTrue();
  }

  @Test
  void tellsAnUpdateFromARemoval() {
    Resolution updated =
        new Resolution(Map.of(API, Set.of(), REST, Set.of(API), NEEDS_NEXT, Set.of(API)));
    Resolution removed = new Resolution(Map.of(API, Set.of(), REST, Set.of(API)));

    assertThat(updated.difference(running, running).update()).isEqualTo(Map.of(NEEDS, NEEDS_NEXT));
    assertThat(updated.difference(running, running).install()).isEmpty();
    assertThat(removed.difference(running, running).remove()).containsExactly(NEEDS);
  }

  @Test
  void namesBundlesThatWouldBeWiredToSomethingNew() {
    Resolution wanted =
        new Resolution(
            Map.of(
                API, Set.of(), REST, Set.of(API, LIBRARY), NEEDS, Set.of(API), LIBRARY, Set.of()));

    Resolution.Difference difference = wanted.difference(running, running);

    assertThat(difference.rewire()).containsOnlyKeys(REST);
    assertThat(difference.within(Set.of("needs"))).isFalse();
  }

  @Test
  void doesNotBlameAChangeForWhatWouldHappenInAnyCase() {
    Resolution baseline =
        new Resolution(Map.of(API, Set.of(), REST, Set.of(API, NEEDS), NEEDS, Set.of(API)));
    Resolution wanted =
        new Resolution(
            Map.of(API, Set.of(), REST, Set.of(API, NEEDS), NEEDS, Set.of(API), LIBRARY, Set.of()));

    assertThat(wanted.difference(running, baseline).rewire()).isEmpty();
  }

  @Test
  void ignoresBundlesThatTheResolverDoesNotKnow() {
    Resolution baseline = new Resolution(Map.of(API, Set.of(), NEEDS, Set.of(API)));
    Resolution wanted = new Resolution(Map.of(API, Set.of()));

    assertThat(wanted.difference(running, baseline).remove()).containsExactly(NEEDS);
  }
}
