package org.victimfirst.modules.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.victimfirst.modules.domain.ChangeFailedException;

class KarFileTest {
  private static final String FEATURES = "<features name=\"a\"></features>";

  @TempDir Path folder;

  @Test
  void laysTheRepositoryOutAndFindsTheFeatures() throws Exception {
    Path kar =
        zip(
            Map.of(
                "META-INF/MANIFEST.MF", "Manifest-Version: 1.0",
                "repository/org/a/1/a-1-features.xml", FEATURES,
                "repository/org/a/1/a-1.jar", "jar"));

    assertThat(new KarFile(kar).extract(folder.resolve("out")))
        .containsExactly(folder.resolve("out/org/a/1/a-1-features.xml"));
    assertThat(folder.resolve("out/org/a/1/a-1.jar")).hasContent("jar");
  }

  @Test
  void writesNowhereElse() throws Exception {
    Path kar = zip(Map.of("repository/../../etc/passwd", "x"));

    assertThatThrownBy(() -> new KarFile(kar).extract(folder.resolve("out")))
        .isInstanceOf(ChangeFailedException.class)
        .hasMessageContaining("outside");
    assertThat(folder.resolve("etc")).doesNotExist();
  }

  @Test
  void refusesFilesForTheDistribution() throws Exception {
    Path kar =
        zip(
            Map.of(
                "repository/org/a/1/a-1-features.xml",
                FEATURES,
                "resources/etc/users.properties",
                "x"));

    assertThatThrownBy(() -> new KarFile(kar).extract(folder.resolve("out")))
        .isInstanceOf(ChangeFailedException.class)
        .hasMessageContaining("distribution");
  }

  @Test
  void refusesWhatIsNoKar() throws Exception {
    Path text = Files.writeString(folder.resolve("a.kar"), "text");
    Path empty = zip(Map.of("repository/org/a.txt", "a"));

    assertThatThrownBy(() -> new KarFile(text).extract(folder.resolve("out")))
        .isInstanceOf(ChangeFailedException.class)
        .hasMessageContaining("not a zip");
    assertThatThrownBy(() -> new KarFile(empty).extract(folder.resolve("out")))
        .isInstanceOf(ChangeFailedException.class)
        .hasMessageContaining("no features");
  }

  private Path zip(Map<String, String> entries) throws IOException {
    Path file = Files.createTempFile(folder, "test", ".kar");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
