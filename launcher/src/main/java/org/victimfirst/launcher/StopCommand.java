package org.victimfirst.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops a running instance. */
final class StopCommand implements Command {
  private static final long LONGEST_STOP_SECONDS = 60;

  @Override
  public String name() {
    return "stop";
  }

  @Override
  public String usage() {
    return "[--data DIR]";
  }

  @Override
  public String help() {
    return "Stops the instance that runs on the data folder. Requests that are running end first.";
  }

  @Override
  public int run(Path root, List<String> words) {
    Arguments arguments = new Arguments(words, Set.of("--data"), Set.of());
    Instance instance = new Instance(arguments.data(root));
    Optional<ProcessHandle> process = instance.process();
    if (process.isEmpty()) {
      throw new LauncherException("Nothing is running on the data folder " + instance.data() + ".");
    }
    stop(process.get());
    instance.forget();
    Terminal.say("Stopped.");
    return 0;
  }

  /** Asks a process to end and waits for it. */
  static void stop(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      throw new LauncherException(
          "The instance did not end within "
              + LONGEST_STOP_SECONDS
              + " seconds and was ended by force. What was committed is kept.");
    } catch (ExecutionException e) {
      throw new LauncherException("The end of the instance cannot be seen: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted.");
    }
  }
}
