package org.victimfirst.intake.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.intake.domain.StoredFiles;

/** Files of imports under {@code ${victimfirst.data}/intake}. */
@Component(service = StoredFiles.class)
public final class DiskFiles implements StoredFiles {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,60}\\.(csv|json)");

  private final Path root;

  /** Finds the data folder by the framework property {@code victimfirst.data}. */
  @Activate
  public DiskFiles(BundleContext context) {
    this(
        Path.of(
            Objects.requireNonNull(
                context.getProperty("victimfirst.data"),
                "The property victimfirst.data is not set")));
  }

  /** Keeps files under a data folder. */
  public DiskFiles(Path data) {
    this.root = data.resolve("intake");
  }

  @Override
  public Path path(long importId, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a name of the extract");
    }
    return folder(importId).resolve(name);
  }

  @Override
  public void prepare(long importId) throws IOException {
    Files.createDirectories(root);
    Path folder = folder(importId);
    if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectory(folder);
    }
  }

  @Override
  public void delete(long importId) throws IOException {
    List<Path> inside;
    try (Stream<Path> paths = Files.walk(folder(importId))) {
      inside = paths.sorted(Comparator.reverseOrder()).toList();
    } catch (NoSuchFileException gone) {
      return;
    }
    for (Path path : inside) {
      Files.deleteIfExists(path);
    }
  }

  @Override
  public Collection<Long> folders() throws IOException {
    List<Long> ids = new ArrayList<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> paths = Files.list(root)) {
        paths
            .map(path -> path.getFileName().toString())
            .filter(name -> name.matches("\\d{1,19}"))
            .forEach(name -> ids.add(Long.parseLong(name)));
      }
    }
    return ids;
  }

  @Override
  public boolean abandoned(long importId) throws IOException {
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    try (Stream<Path> paths = Files.walk(folder(importId))) {
      for (Path path : paths.toList()) {
        if (Files.getLastModifiedTime(path).toInstant().isAfter(yesterday)) {
          return false;
        }
      }
    }
    return true;
  }

  private Path folder(long importId) {
    return root.resolve(Long.toString(importId));
  }
}
