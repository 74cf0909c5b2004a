package org.victimfirst.launcher;

import java.nio.file.Path;
import java.util.List;

/** One command of the launcher. */
interface Command {
  /** Its name, as typed. */
  String name();

  /** What comes after the name. */
  String usage();

  /** What it does, one sentence to a line. */
  String help();

  /**
   * Does it.
   *
   * @param root the folder of the script, where the default data folder is
   * @param arguments the words after the name
   * @return exit code, 0 when it went well
   * @throws LauncherException when it cannot be done, with the reason
   */
  int run(Path root, List<String> arguments);
}
