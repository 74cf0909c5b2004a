package org.victimfirst.area.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Call;
import org.victimfirst.area.ProfileReader;
import org.victimfirst.testing.TestPages;
import org.victimfirst.testing.TestRequest;

class AreaPagesTest {
  private final AreaProfile profile = ProfileReader.fromClassPath();
  private final TestPages pages = new TestPages(new AreaPages(() -> profile));

  private String html(String address) {
    Actor reader =
        new Actor(1, "farah", "Farah Aziz", Actor.Kind.PERSON, Set.of(), Set.of(AreaPages.READ));
    return TestPages.html(
        pages.get(address, TestRequest.by(new Call(reader, "192.0.2.1", "request"))));
  }

  @Test
  void settingsAndListsHaveWords() {
    assertThat(html("/admin/area"))
        .contains(
            "Days for which contact permission holds",
            "Neighbourhood policing areas",
            "/admin/area/lists/npa",
            "Enhanced entitlements under the Victims")
        .doesNotContain("safe-contact.valid-days", "Npa", "Vcop");
    assertThat(html("/admin/area/lists/npa")).contains("Neighbourhood policing areas", "List npa");
  }

  @Test
  void nothingOfTheProfileIsWithoutThem() {
    assertThat(profile.listNames()).allMatch(profile.list("list")::has);
    assertThat(profile.settings().keySet()).allMatch(profile.list("setting")::has);
    assertThat(profile.list("list").codes())
        .extracting(code -> code.code())
        .containsExactlyInAnyOrderElementsOf(profile.listNames());
  }
}
