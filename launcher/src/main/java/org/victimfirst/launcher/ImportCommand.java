package org.victimfirst.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Loads a legacy extract into a running instance. */
final class ImportCommand implements Command {
  private static final String PATH = "/api/v1/intake/imports";

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String usage() {
    return "PATH [--data DIR]";
  }

  @Override
  public String help() {
    return """
    Loads a legacy extract into the running instance and waits until it is done.
    PATH is a folder of CSV files, a zip of them, or one CSV file.
    Rows that are refused are counted here and listed on the import's page. A file that is refused
    whole is said, and the command ends with 1.""";
  }

  @Override
  public int run(Path root, List<String> words) {
    Arguments arguments = new Arguments(words, Set.of("--data"), Set.of());
    Path path = Path.of(arguments.word(0, "which folder, zip or file to import"));
    if (!Files.exists(path)) {
      throw new LauncherException("There is no " + path + ".");
    }
    return load(new Client(new Instance(arguments.data(root))), path) ? 0 : 1;
  }

  /**
   * Loads and waits, showing progress.
   *
   * @return whether the import ended well; refused rows alone do not make it end badly, a refused
   *     file does
   */
  static boolean load(Client client, Path path) {
    Path zip = zip(path);
    try {
      JsonNode accepted = client.post(PATH, "application/zip", BodyPublishers.ofFile(zip));
      return await(client, PATH + "/" + accepted.path("id").asText());
    } catch (IOException e) {
      throw new LauncherException(zip + " cannot be read: " + e.getMessage());
    } finally {
      if (!zip.equals(path)) {
        delete(zip);
      }
    }
  }

  private static boolean await(Client client, String path) {
    JsonNode state = client.get(path);
    while (!ended(state)) {
      JsonNode job = state.path("job");
      Terminal.progress(
          job.path("done").asLong(), job.path("total").asLong(), job.path("message").asText(""));
      pause();
      state = client.get(path);
    }
    Terminal.endProgress();
    for (JsonNode file : state.path("files")) {
      Terminal.say(
          "  %-26s %s".formatted(file.path("file").asText(), counts(file)).stripTrailing());
    }
    if (!state.path("status").asText().equals("done")) {
      Terminal.say("The import failed: " + state.path("job").path("message").asText());
      return false;
    }
    return whole(state);
  }

  /** Whether no file was refused whole. */
  private static boolean whole(JsonNode state) {
    for (JsonNode file : state.path("files")) {
      if (file.path("status").asText().equals("refused")) {
        Terminal.say("Not all files were loaded. Correct those and import them again.");
        return false;
      }
    }
    return true;
  }

  private static boolean ended(JsonNode state) {
    return Set.of("done", "failed").contains(state.path("status").asText());
  }

  private static String counts(JsonNode file) {
    String message = file.path("message").asText("");
    if (file.path("read").asLong() == 0) {
      return message;
    }
    return "%,8d rows, %,d added, %,d unchanged, %,d refused, %,d to look at"
        .formatted(
            file.path("rows").asLong(),
            file.path("added").asLong(),
            file.path("unchanged").asLong(),
            file.path("rejected").asLong(),
            file.path("reported").asLong());
  }

  private static void pause() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted. The import goes on in the instance.");
    }
  }

  /**
   * The path itself when it is a zip, else a temporary one, which nobody but the owner can read.
   */
  static Path zip(Path path) {
    if (path.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
      return path;
    }
    Path zip = temporary();
    try {
      fill(zip, path);
      return zip;
    } catch (IOException | UncheckedIOException e) {
      delete(zip);
      throw new LauncherException(path + " cannot be read: " + e.getMessage());
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("victimfirst-import", ".zip");
    } catch (IOException e) {
      throw new LauncherException("No temporary file can be made: " + e.getMessage());
    }
  }

  private static void fill(Path zip, Path path) throws IOException {
    try (Stream<Path> files = Files.isDirectory(path) ? Files.list(path) : Stream.of(path);
        ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(zip))) {
      entries.setLevel(1);
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        entries.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new LauncherException(
          "The temporary file " + file + " cannot be deleted; it holds personal data. Delete it.");
    }
  }
}
