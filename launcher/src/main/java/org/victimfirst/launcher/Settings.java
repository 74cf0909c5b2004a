package org.victimfirst.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays out the settings that Karaf reads: those of the distribution, and over them the owner's. A
 * setting that the owner has deleted since the last start is gone, too; what Karaf wrote beside
 * them, such as its host key, stays.
 */
final class Settings {
  private final Path distribution;
  private final Path own;
  private final Path target;
  private final Path laid;

  /**
   * Settings to be laid out.
   *
   * @param distribution {@code etc} of the distribution
   * @param own {@code etc} of the data folder, which need not be there
   * @param base Karaf's own folder, in whose {@code etc} they are laid
   */
  Settings(Path distribution, Path own, Path base) {
    this.distribution = distribution;
    this.own = own;
    this.target = base.resolve("etc");
    this.laid = base.resolve("own-settings");
  }

  void layOut() throws IOException {
    if (Files.exists(laid)) {
      for (String file : Files.readAllLines(laid)) {
        Files.deleteIfExists(target.resolve(file));
      }
    }
    copy(distribution);
    List<Path> files = Files.isDirectory(own) ? copy(own) : List.of();
    Files.write(laid, files.stream().map(Path::toString).toList());
  }

  /** Copies a folder and says which files are in it. */
  private List<Path> copy(Path from) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).map(from::relativize).toList();
    }
    for (Path file : files) {
      Path copy = target.resolve(file);
      Files.createDirectories(copy.resolveSibling("."));
      Files.copy(
          from.resolve(file),
          copy,
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    return files;
  }
}
