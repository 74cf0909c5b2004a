package org.victimfirst.modules.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayTest {
  @TempDir Path base;

  private Path folder;
  private Path fresh;
  private Overlay overlay;

  @BeforeEach
  void twoFolders() throws IOException {
    folder = base.resolve("laid");
    fresh = base.resolve("fresh");
    overlay = new Overlay(folder, base.resolve("replaced"));
    write(folder.resolve("a/1/a.jar"), "first");
    write(folder.resolve("a/index.xml"), "of the first");
    write(fresh.resolve("a/2/a.jar"), "second");
    write(fresh.resolve("a/index.xml"), "of the second");
  }

  @Test
  void keepsWhatTheOtherFolderHoldsBesides() throws IOException {
    overlay.lay(fresh);

    assertThat(folder.resolve("a/1/a.jar")).hasContent("first");
    assertThat(folder.resolve("a/2/a.jar")).hasContent("second");
    assertThat(folder.resolve("a/index.xml")).hasContent("of the second");
  }

  @Test
  void isTakenOffAsIfItHadNeverBeenThere() throws IOException {
    overlay.lay(fresh);
    overlay.takeOff();

    assertThat(folder.resolve("a/1/a.jar")).hasContent("first");
    assertThat(folder.resolve("a/2/a.jar")).doesNotExist();
    assertThat(folder.resolve("a/index.xml")).hasContent("of the first");
  }

  @Test
  void laysItselfWhereNothingWas() throws IOException {
    Overlay first = new Overlay(base.resolve("absent"), base.resolve("replaced"));
    first.lay(fresh);

    assertThat(base.resolve("absent/a/2/a.jar")).hasContent("second");
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
