package org.victimfirst.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house that can be read off the manifests of the jars that are shipped. */
class ManifestRulesTest {
  private static final Path SHIPPED =
      Launch.ROOT.resolve("assembly/target/assembly/system/org/victimfirst");

  /** Bundles that modules may be wired to, or that repackage third-party code. */
  private static final Set<String> PLATFORM =
      Set.of(
          "victimfirst-api",
          "victimfirst-derby",
          "victimfirst-jpa-api",
          "victimfirst-jte",
          "victimfirst-persistence",
          "victimfirst-security",
          "victimfirst-rest",
          "victimfirst-web",
          "victimfirst-area",
          "victimfirst-modules");

  @TestFactory
  Stream<DynamicTest> modulesStandAlone() throws IOException {
    return shipped().entrySet().stream()
        .filter(jar -> !PLATFORM.contains(jar.getKey()))
        .map(jar -> DynamicTest.dynamicTest(jar.getKey(), () -> checkModule(jar.getValue())));
  }

  static void checkModule(Attributes manifest) {
    assertThat(manifest.getValue("Export-Package")).as("a module exports nothing").isNull();
    assertThat(packages(manifest.getValue("Import-Package")))
        .as("of ours a module imports the api only")
        .filteredOn(name -> name.startsWith("org.victimfirst."))
        .allMatch(name -> name.startsWith("org.victimfirst.api."));
  }

  @TestFactory
  Stream<DynamicTest> modulesWithDataAnswerForThePeopleInThem() throws IOException {
    return shipped().entrySet().stream()
        .filter(jar -> !PLATFORM.contains(jar.getKey()))
        .filter(jar -> jar.getValue().getValue("VictimFirst-Schema") != null)
        .map(jar -> DynamicTest.dynamicTest(jar.getKey(), () -> checkSubjectData(jar.getValue())));
  }

  static void checkSubjectData(Attributes manifest) {
    boolean answers =
        String.valueOf(manifest.getValue("Provide-Capability"))
            .contains("\"org.victimfirst.api.privacy.SubjectData\"");
    String declared = String.valueOf(manifest.getValue("VictimFirst-Personal-Data"));
    assertThat(answers || declared.matches("none;reason=\"[^\"]{20,}\""))
        .as(
            "A module with tables provides SubjectData, or its bnd.bnd says why there is nothing"
                + " of anybody in them: VictimFirst-Personal-Data: none;reason=\"…\"")
        .isTrue();
    assertThat(answers && manifest.getValue("VictimFirst-Personal-Data") != null)
        .as("provides SubjectData, and says that it holds nothing")
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Manifest-Version: 1.0\nVictimFirst-Schema: a\n\n",
        "Manifest-Version: 1.0\nVictimFirst-Schema: a\nVictimFirst-Personal-Data: none\n\n",
        "Manifest-Version: 1.0\nVictimFirst-Personal-Data: none;reason=\"\"\n\n"
      })
  void aModuleThatDoesNotAnswerIsFound(String manifest) throws IOException {
    Attributes silent =
        new Manifest(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)))
            .getMainAttributes();

    assertThatThrownBy(() -> checkSubjectData(silent))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("A module with tables provides SubjectData");
  }

  @TestFactory
  Stream<DynamicTest> bundlesAreWiredByPackagesOnly() throws IOException {
    return shipped().entrySet().stream()
        .map(jar -> DynamicTest.dynamicTest(jar.getKey(), () -> checkWiring(jar)));
  }

  static void checkWiring(Map.Entry<String, Attributes> jar) {
    Attributes manifest = jar.getValue();
    assertThat(manifest.getValue("Require-Bundle")).isNull();
    assertThat(manifest.getValue("Fragment-Host")).isNull();
    if (!jar.getKey().equals("victimfirst-derby")) {
      assertThat(manifest.getValue("DynamicImport-Package")).isNull();
      assertThat(manifest.getValue("Bundle-Activator")).isNull();
    }
    assertThat(String.valueOf(manifest.getValue("Import-Package")))
        .as("optional imports make wiring depend on the order of installation")
        .doesNotContain("resolution:=optional")
        .doesNotContain("resolution:=\"optional\"");
  }

  @Test
  void noPackageIsSplit() throws IOException {
    Map<String, List<String>> exporters = new LinkedHashMap<>();
    shipped()
        .forEach(
            (name, manifest) ->
                packages(manifest.getValue("Export-Package"))
                    .forEach(
                        exported ->
                            exporters
                                .computeIfAbsent(exported, key -> new ArrayList<>())
                                .add(name)));
    assertThat(exporters).isNotEmpty().allSatisfy((exported, by) -> assertThat(by).hasSize(1));
  }

  private static Map<String, Attributes> shipped() throws IOException {
    Map<String, Attributes> manifests = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        try (JarFile jar = new JarFile(file.toFile())) {
          Attributes manifest = jar.getManifest().getMainAttributes();
          manifests.put(manifest.getValue("Bundle-SymbolicName").split(";")[0], manifest);
        }
      }
    }
    assertThat(manifests).as("bundles of ours in " + SHIPPED).hasSizeGreaterThan(12);
    return manifests;
  }

  /** Package names of an import or export header, without attributes and directives. */
  private static List<String> packages(@org.jspecify.annotations.Nullable String header) {
    if (header == null) {
      return List.of();
    }
    return Stream.of(header.replaceAll("\"[^\"]*\"", "").split(","))
        .flatMap(clause -> Stream.of(clause.split(";")))
        .map(String::trim)
        .filter(part -> !part.contains("=") && !part.isEmpty())
        .toList();
  }
}
