package org.victimfirst.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The sample quarter. It goes into an instance in which there never was anything else, and nowhere
 * else: invented people among real ones could not be told apart.
 */
final class Sample {
  private static final String MARK = "sample-loaded";
  private static final String FOLDER = "samples/llr-2020-q1";

  private final Path folder;
  private final Path mark;
  private final Instance instance;

  Sample(Path root, Instance instance) {
    this.folder = root.resolve(FOLDER);
    this.mark = instance.data().resolve(MARK);
    this.instance = instance;
  }

  /** Sees to it that it is never loaded into this data folder by itself. */
  void leaveOut() {
    try {
      if (!Files.exists(mark)) {
        Files.createFile(mark);
      }
    } catch (IOException e) {
      throw new LauncherException("The file " + mark + " cannot be written: " + e.getMessage());
    }
  }

  /** Loads it, if it was not decided before and nobody has worked here. */
  void load() {
    if (Files.exists(mark) || !Files.isDirectory(folder)) {
      return;
    }
    try {
      Client client = new Client(instance);
      if (used(client)) {
        Terminal.say("The database is in use already, so the sample quarter is not loaded.");
        leaveOut();
        return;
      }
      Terminal.say(
          "Loading the sample quarter, April to June 2020. All people in it are invented.");
      if (ImportCommand.load(client, folder)) {
        leaveOut();
      } else {
        notLoaded("");
      }
    } catch (LauncherException e) {
      notLoaded(e.getMessage() + " ");
    }
  }

  private static void notLoaded(String why) {
    Terminal.say(
        "The sample quarter was not loaded, or not all of it. "
            + why
            + "The log says more. To load it: ./victimfirst import "
            + FOLDER);
  }

  /**
   * Whether there was ever an import, a referral or a case. The audit tells: nothing is taken out
   * of it, also when people are erased or modules removed.
   */
  private static boolean used(Client client) {
    return List.of("intake.", "cases.").stream()
        .map(action -> "/api/v1/security/audit?size=1&action=" + action)
        .anyMatch(path -> client.get(path).path("total").asLong(1) > 0);
  }
}
