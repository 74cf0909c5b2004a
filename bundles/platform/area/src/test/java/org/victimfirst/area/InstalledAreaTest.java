package org.victimfirst.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.victimfirst.api.area.AreaProfile;

class InstalledAreaTest {
  private static final AreaProfile ONE = ProfileReader.fromClassPath();
  private static final AreaProfile OTHER = ProfileReader.fromClassPath();

  private static InstalledArea area(String name, String version, AreaProfile profile) {
    return new InstalledArea(name, Version.parseVersion(version), profile);
  }

  @Test
  void takesTheHighestVersion() {
    assertThat(
            InstalledArea.inForce(List.of(area("a", "1.10.0", ONE), area("a", "1.9.0", OTHER)), ""))
        .isSameAs(ONE);
  }

  @Test
  void takesTheConfiguredAreaOfSeveral() {
    assertThat(
            InstalledArea.inForce(List.of(area("a", "2.0.0", ONE), area("b", "1.0.0", OTHER)), "b"))
        .isSameAs(OTHER);
  }

  @Test
  void saysWhatToDoOtherwise() {
    assertThatThrownBy(() -> InstalledArea.inForce(List.of(), ""))
        .hasMessage("No area is installed");
    assertThatThrownBy(
            () ->
                InstalledArea.inForce(
                    List.of(area("a", "1.0.0", ONE), area("b", "1.0.0", OTHER)), ""))
        .hasMessageContaining("a, b")
        .hasMessageContaining("area=");
    assertThatThrownBy(() -> InstalledArea.inForce(List.of(area("a", "1.0.0", ONE)), "c"))
        .hasMessage("The area c is not installed");
  }
}
