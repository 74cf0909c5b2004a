package org.victimfirst.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a new data folder of a backup. */
final class RestoreCommand implements Command {
  @Override
  public String name() {
    return "restore";
  }

  @Override
  public String usage() {
    return "FILE [--data DIR]";
  }

  @Override
  public String help() {
    return """
    Makes a data folder of a backup. The folder must be new or hold settings (etc) only.
    The next run reads the backup before anything else; with DIR/etc/org.victimfirst.database.cfg
    it goes into that database, which must be empty.""";
  }

  @Override
  public int run(Path root, List<String> words) {
    Arguments arguments = new Arguments(words, Set.of("--data"), Set.of());
    Path file = Path.of(arguments.word(0, "the backup file"));
    Instance instance = new Instance(arguments.data(root));
    if (!Files.isRegularFile(file)) {
      throw new LauncherException("There is no file " + file + ".");
    }
    if (instance.process().isPresent()) {
      throw new LauncherException("Stop the instance first: ./victimfirst stop");
    }
    try {
      Files.createDirectories(instance.data());
      try (Stream<Path> present = Files.list(instance.data())) {
        if (present.anyMatch(path -> !path.endsWith("etc"))) {
          throw new LauncherException(
              "The folder "
                  + instance.data()
                  + " has data already. Restore into a new one: --data DIR");
        }
      }
      Files.createDirectories(instance.data().resolve("restore"));
      try (OutputStream pending =
          OwnerOnly.create(instance.data().resolve("restore/pending.zip"))) {
        Files.copy(file, pending);
      }
      // What is restored is what there is: the sample quarter is not added to it.
      new Sample(root, instance).leaveOut();
    } catch (IOException e) {
      throw new LauncherException("The backup cannot be laid ready: " + e.getMessage());
    }
    Terminal.say("Laid ready in " + instance.data() + ". ./victimfirst run reads it first.");
    return 0;
  }
}
