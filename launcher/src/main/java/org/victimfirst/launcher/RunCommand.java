package org.victimfirst.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Starts an instance in the foreground. */
final class RunCommand implements Command {
  private static final String DEFAULT_PORT = "8181";

  @Override
  public String name() {
    return "run";
  }

  @Override
  public String usage() {
    return "[--empty] [--port N] [--data DIR]";
  }

  @Override
  public String help() {
    return """
    Starts Victim First in the foreground. Ctrl-C stops it.
    The first start loads the sample quarter, April to June 2020, if the database is a new one:
    never beside data that are there.
      --empty     start without the sample quarter, now and later
      --port N    serve on this port of this machine; 8181 if not said
      --data DIR  keep the data in this folder; data beside the script if not said""";
  }

  @Override
  public int run(Path root, List<String> words) {
    Arguments arguments = new Arguments(words, Set.of("--port", "--data"), Set.of("--empty"));
    int port = port(arguments.option("--port").orElse(DEFAULT_PORT));
    Instance instance = new Instance(arguments.data(root));
    instance.checkStartable(version(), port);
    Sample sample = new Sample(root, instance);
    if (arguments.has("--empty")) {
      sample.leaveOut();
    }
    Terminal.say("Starting Victim First. Data folder: " + instance.data());
    Server server = new Server(home(root), instance, port);
    Process process = server.start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (process.isAlive()) {
                    Terminal.say("Stopping.");
                    StopCommand.stop(process.toHandle());
                  }
                  instance.forget();
                }));
    server.awaitReady(process);
    sample.load();
    welcome(instance, port);
    return waitFor(process);
  }

  private static void welcome(Instance instance, int port) {
    String address = "http://127.0.0.1:" + port;
    Terminal.say("");
    Terminal.say("Victim First is ready: " + address + "/");
    Path login = instance.data().resolve("first-login.txt");
    if (Files.exists(login)) {
      try {
        Terminal.say("");
        Terminal.say("First login (the password has to be changed):");
        Files.readAllLines(login).forEach(line -> Terminal.say("  " + line));
      } catch (IOException e) {
        Terminal.say("  The first login is in " + login);
      }
    }
    Terminal.say("");
    Terminal.say("The quarterly report: " + address + "/reporting/quarterly/2020-04-01");
    Terminal.say("or: ./victimfirst report --from 2020-04-01 --to 2020-06-30 --format html");
    Terminal.say("");
    Terminal.say("Ctrl-C stops it.");
  }

  private static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Falls through to the sentence that helps.
    }
    throw new LauncherException("--port needs a number from 1 to 65535, not " + text + ".");
  }

  /** The distribution: beside the script in an installed copy, in the build in a checkout. */
  static Path home(Path root) {
    Path built = root.resolve("assembly/target/assembly");
    return Files.isDirectory(built) ? built : root;
  }

  static String version() {
    String version = RunCommand.class.getPackage().getImplementationVersion();
    return version == null ? "0" : version;
  }
}
