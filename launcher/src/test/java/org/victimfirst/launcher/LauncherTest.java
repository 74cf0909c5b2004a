package org.victimfirst.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said before anything runs. */
class LauncherTest {
  @TempDir private Path folder = Path.of("");

  static Stream<Command> commands() {
    return Launcher.COMMANDS.stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItself(Command command) {
    assertThat(command.usage()).isNotBlank();
    assertThat(command.help()).hasSizeGreaterThan(40);
    assertThat(Launcher.run(folder, List.of(command.name(), "--help"))).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandRefusesAnOptionThatItDoesNotKnow(Command command) {
    assertThatThrownBy(() -> Launcher.run(folder, List.of(command.name(), "--no-such-option")))
        .isInstanceOf(LauncherException.class)
        .hasMessage("There is no option --no-such-option. Try --help.");
  }

  @ParameterizedTest
  @CsvSource({"import", "report", "backup", "audit", "module"})
  void whatNeedsARunningInstanceSaysThatThereIsNone(String command) {
    List<String> words =
        switch (command) {
          case "import" -> List.of(command, folder.toString(), "--data", folder.toString());
          case "report" ->
              List.of(command, "--from", "2020-04-01", "--to", "2020-06-30", "--data", data());
          case "audit" -> List.of(command, "verify", "--data", data());
          case "module" -> List.of(command, "list", "--data", data());
          default -> List.of(command, folder.resolve("b.zip").toString(), "--data", data());
        };

    assertThatThrownBy(() -> Launcher.run(folder, words))
        .isInstanceOf(LauncherException.class)
        .hasMessageContaining("Nothing is running");
  }

  @Test
  void aFullDiskIsSaidBeforeAnythingIsWritten() {
    assertThatThrownBy(() -> Instance.checkSpace(folder, 20L << 20))
        .isInstanceOf(LauncherException.class)
        .hasMessageContaining("has only 20 MB free");
  }

  @Test
  void anEmptyStartLeavesTheSampleOutForGood() {
    Sample sample = new Sample(folder, new Instance(folder));

    sample.leaveOut();
    sample.leaveOut();

    assertThat(folder.resolve("sample-loaded")).exists();
  }

  @Test
  void aZipThatCannotBeFilledIsDeleted() throws IOException {
    Path extract = folder.resolve("extract");
    try (FileSystem damaged =
        FileSystems.newFileSystem(damagedZip(extract), Map.of("create", "false"))) {
      List<Path> before = temporaryZips();

      assertThatThrownBy(() -> ImportCommand.zip(damaged.getPath("/cases.csv")))
          .isInstanceOf(LauncherException.class)
          .hasMessageContaining("cannot be read");

      assertThat(temporaryZips()).isEqualTo(before);
    }
  }

  /** A zip with one file, whose content does not agree with what the zip says of it. */
  private static Path damagedZip(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("cases.csv"));
      zip.write("invented,people\n".repeat(100).getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 39, 60, (byte) 0xff);
    return Files.write(file, bytes);
  }

  private static List<Path> temporaryZips() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("victimfirst-import"))
          .sorted()
          .toList();
    }
  }

  @Test
  void saysWhyAPortCannotBeUsed() {
    assertThat(Instance.portRefused(80, new BindException("Permission denied")))
        .hasMessage("Port 80 cannot be used: Permission denied. Choose another: --port N");
    assertThat(Instance.portRefused(8181, new BindException("Address already in use")))
        .hasMessageStartingWith("Port 8181 is taken");
  }

  @Test
  void aZipIsSentAsItIsHoweverItsEndingIsWritten() {
    Path zip = Path.of("EXTRACT.ZIP");

    assertThat(ImportCommand.zip(zip)).isEqualTo(zip);
  }

  @Test
  void aFileWithPersonalDataIsItsOwnersAlone() throws IOException {
    Path file = folder.resolve("backup.zip.part");

    OwnerOnly.create(file).close();

    assertThat(Files.getPosixFilePermissions(file))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  private String data() {
    return folder.toString();
  }
}
