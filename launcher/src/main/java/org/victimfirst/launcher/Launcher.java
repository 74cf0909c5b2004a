package org.victimfirst.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Finds the command that was asked for, runs it, and says in a sentence what went wrong. */
public final class Launcher {
  static final List<Command> COMMANDS =
      List.of(
          new RunCommand(),
          new StopCommand(),
          new StatusCommand(),
          new ImportCommand(),
          new ReportCommand(),
          new ModuleCommand(),
          new BackupCommand(),
          new RestoreCommand(),
          new AuditCommand());

  private Launcher() {}

  /**
   * Runs a command.
   *
   * @param arguments the command and its words. The system property {@code victimfirst.root} is the
   *     folder of the script
   */
  public static void main(String[] arguments) {
    PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Path root = Path.of(System.getProperty("victimfirst.root", ".")).toAbsolutePath().normalize();
    int code;
    try {
      code = run(root, List.of(arguments));
    } catch (LauncherException e) {
      errors.println(e.getMessage());
      code = 1;
    }
    System.exit(code);
  }

  static int run(Path root, List<String> arguments) {
    String name = arguments.isEmpty() ? "--help" : arguments.get(0);
    Command command =
        COMMANDS.stream()
            .filter(c -> c.name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new LauncherException("There is no command " + name + ". Try --help."));
    List<String> rest = arguments.subList(1, arguments.size());
    if (rest.contains("--help")) {
      Terminal.say("Usage: ./victimfirst " + command.name() + " " + command.usage());
      Terminal.say("");
      Terminal.say(command.help());
      return 0;
    }
    return command.run(root, rest);
  }
}
