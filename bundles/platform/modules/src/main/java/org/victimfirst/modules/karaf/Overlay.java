package org.victimfirst.modules.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder laid over another one, file by file: what the other one holds besides stays, because an
 * installed version may still need it. It can be taken off again as if it had never been there.
 */
final class Overlay {
  private final Path folder;
  private final Path replaced;
  private final List<Path> laid = new ArrayList<>();

  /**
   * Nothing is laid yet.
   *
   * @param folder where the files go
   * @param replaced an absent folder for what they replace, on the same file system
   */
  Overlay(Path folder, Path replaced) {
    this.folder = folder;
    this.replaced = replaced;
  }

  /** Moves all files of a folder on the same file system to where they belong. */
  void lay(Path fresh) throws IOException {
    for (Path file : files(fresh)) {
      Path name = fresh.relativize(file);
      if (Files.exists(folder.resolve(name))) {
        move(folder.resolve(name), replaced.resolve(name));
      }
      laid.add(name);
      move(file, folder.resolve(name));
    }
  }

  /** Puts everything back. */
  void takeOff() throws IOException {
    for (Path name : laid) {
      Files.deleteIfExists(folder.resolve(name));
      if (Files.exists(replaced.resolve(name))) {
        move(replaced.resolve(name), folder.resolve(name));
      }
    }
  }

  /** Deletes a folder with all that is in it, where there is one. */
  static void clear(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).toList();
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Path parent = to.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
