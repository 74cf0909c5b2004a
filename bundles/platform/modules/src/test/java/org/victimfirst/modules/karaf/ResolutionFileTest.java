package org.victimfirst.modules.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.felix.utils.resource.ResourceUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;
import org.victimfirst.modules.domain.BundleName;
import org.victimfirst.modules.domain.Resolution;

class ResolutionFileTest {
  @TempDir Path folder;

  @Test
  void readsWhoGetsPackagesFromWhom() throws Exception {
    String needs = identity("victimfirst-needs", "osgi.bundle");
    String api = identity("victimfirst-api", "osgi.bundle");
    String scr = identity("org.apache.felix.scr", "osgi.bundle");
    Path file =
        write(
            Map.of(
                "repository",
                List.of(Map.of("wiring", "not this one")),
                "success",
                "true",
                "wiring",
                Map.of(
                    needs,
                    List.of(wire("osgi.wiring.package", api), wire("osgi.extender", scr)),
                    identity("victimfirst-platform", "karaf.feature"),
                    List.of(wire("osgi.identity", api)))));

    Resolution resolution = ResolutionFile.read(file);

    assertThat(resolution.wiring())
        .isEqualTo(
            Map.of(
                new BundleName("victimfirst-needs", "0.1.0"),
                Set.of(new BundleName("victimfirst-api", "0.1.0"))));
  }

  @Test
  void refusesAFileWithoutWiring() throws Exception {
    Path file = write(Map.of("success", "false", "exception", "no"));

    assertThatThrownBy(() -> ResolutionFile.read(file)).isInstanceOf(IOException.class);
  }

  /** As Karaf writes it. */
  private static String identity(String name, String type) {
    return ResourceUtils.toString(
        null,
        "osgi.identity",
        Map.of("osgi.identity", name, "type", type, "version", Version.parseVersion("0.1.0")),
        Map.of());
  }

  private static Map<String, String> wire(String namespace, String provider) {
    return Map.of(
        "requirement",
        ResourceUtils.toString(null, namespace, Map.of(), Map.of("filter", "(a=b)")),
        "provider",
        provider);
  }

  private Path write(Map<String, ?> content) throws IOException {
    return Files.write(
        folder.resolve("resolution.json"), new ObjectMapper().writeValueAsBytes(content));
  }
}
