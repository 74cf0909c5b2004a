package org.victimfirst.security.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/**
 * The folder that belongs to whoever runs the platform, and files in it that nobody else may read.
 */
record DataFolder(Path path) {
  /** Where the property {@code victimfirst.data} says, or else Karaf's own data folder. */
  static DataFolder of(BundleContext context) {
    @Nullable String folder = context.getProperty("victimfirst.data");
    if (folder == null || folder.isBlank()) {
      folder = context.getProperty("karaf.data");
    }
    if (folder == null || folder.isBlank()) {
      throw new IllegalStateException("The property victimfirst.data must name the data folder");
    }
    return new DataFolder(Path.of(folder));
  }

  /** Writes a file that only its owner may read; it is never there half written or readable. */
  void writePrivate(String name, String content) {
    Path file = path.resolve(name);
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder == null) {
        throw new IOException("No folder for " + file);
      }
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, ".draft", "", ownerOnly());
      try {
        Files.writeString(draft, content, StandardCharsets.UTF_8);
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder cannot be written", e);
    }
  }

  /** Deletes a file, if it is there. */
  void delete(String name) {
    try {
      Files.deleteIfExists(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + name + " cannot be deleted", e);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }
}
