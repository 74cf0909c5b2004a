package org.victimfirst.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void aDistribution() throws IOException {
    write("home/etc/log.cfg", "of the distribution");
    write("home/etc/scripts/shell.init", "of the distribution");
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).resolveSibling("."));
    Files.writeString(folder.resolve(file), text);
  }

  private void layOut() throws IOException {
    new Settings(
            folder.resolve("home/etc"), folder.resolve("data/etc"), folder.resolve("data/runtime"))
        .layOut();
  }

  private Path read(String file) {
    return folder.resolve("data/runtime/etc").resolve(file);
  }

  @Test
  void theOwnersSettingsLieOverTheDistributions() throws IOException {
    write("data/etc/log.cfg", "of the owner");
    write("data/etc/database.cfg", "of the owner");

    layOut();

    assertThat(read("log.cfg")).hasContent("of the owner");
    assertThat(read("database.cfg")).hasContent("of the owner");
    assertThat(read("scripts/shell.init")).hasContent("of the distribution");
  }

  @Test
  void aDeletedSettingIsGoneAtTheNextStart() throws IOException {
    write("data/etc/log.cfg", "of the owner");
    write("data/etc/database.cfg", "of the owner");
    layOut();

    Files.delete(folder.resolve("data/etc/log.cfg"));
    Files.delete(folder.resolve("data/etc/database.cfg"));
    layOut();

    assertThat(read("log.cfg")).hasContent("of the distribution");
    assertThat(read("database.cfg")).doesNotExist();
  }

  @Test
  void whatKarafWroteStays() throws IOException {
    layOut();
    write("data/runtime/etc/host.key", "of Karaf");

    layOut();

    assertThat(read("host.key")).hasContent("of Karaf");
  }
}
