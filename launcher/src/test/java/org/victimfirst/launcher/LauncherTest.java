package org.victimfirst.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

  private String data() {
    return folder.toString();
  }
}
