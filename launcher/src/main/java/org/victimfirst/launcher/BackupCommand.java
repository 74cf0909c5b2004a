package org.victimfirst.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;

/** Writes all data of a running instance to a file. */
final class BackupCommand implements Command {
  static final String PATH = "/api/v1/modules/platform";

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public String usage() {
    return "FILE [--data DIR]";
  }

  @Override
  public String help() {
    return """
    Writes all data to FILE while people work on. The file holds personal data; nobody but you can
    read it: keep it so. Settings (DIR/etc) and uploaded modules (DIR/kar) are files: copy them too.""";
  }

  @Override
  public int run(Path root, List<String> words) {
    Arguments arguments = new Arguments(words, Set.of("--data"), Set.of());
    Path file = Path.of(arguments.word(0, "the file to write to"));
    if (Files.exists(file)) {
      throw new LauncherException(file + " exists already. Name a new file.");
    }
    Client client = new Client(new Instance(arguments.data(root)));
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try {
        Files.deleteIfExists(part);
        write(client, part);
        // Only a whole backup gets the name of one.
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
      Terminal.say("Written to %s, %,d KB.".formatted(file, Files.size(file) >> 10));
    } catch (IOException e) {
      throw new LauncherException("The backup cannot be written: " + e.getMessage());
    }
    return 0;
  }

  private static void write(Client client, Path part) throws IOException {
    try (InputStream backup = client.stream("POST", PATH + "/backup", "application/zip");
        OutputStream out = OwnerOnly.create(part)) {
      backup.transferTo(out);
    }
  }
}
