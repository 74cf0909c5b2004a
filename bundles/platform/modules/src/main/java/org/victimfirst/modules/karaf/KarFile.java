package org.victimfirst.modules.karaf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.victimfirst.modules.domain.ChangeFailedException;

/** A KAR: a zip of a Maven repository in which at least one file lists features. */
final class KarFile {
  private static final String REPOSITORY = "repository/";
  private static final int MOST_ENTRIES = 10_000;
  private static final long MOST_BYTES = 1L << 30;

  private final Path file;

  KarFile(Path file) {
    this.file = file;
  }

  /**
   * Lays the repository out in a folder.
   *
   * @return the files that list features
   */
  List<Path> extract(Path folder) throws IOException {
    List<Path> featureFiles = new ArrayList<>();
    Path root = folder.toAbsolutePath().normalize();
    long bytes = 0;
    int count = 0;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        if (++count > MOST_ENTRIES) {
          throw new ChangeFailedException("The file holds too many entries.");
        }
        if (entry.isDirectory() || !entry.getName().startsWith(REPOSITORY)) {
          refuseResources(entry.getName());
          continue;
        }
        Path target = root.resolve(entry.getName().substring(REPOSITORY.length())).normalize();
        if (!target.startsWith(root)) {
          throw new ChangeFailedException("The file would write outside its folder.");
        }
        bytes += copy(zip, entry, target, MOST_BYTES - bytes);
        if (listsFeatures(target)) {
          featureFiles.add(target);
        }
      }
    } catch (ZipException e) {
      throw new ChangeFailedException("The file is no KAR: it is not a zip.", e);
    }
    if (featureFiles.isEmpty()) {
      throw new ChangeFailedException("The file is no KAR: it lists no features.");
    }
    return featureFiles;
  }

  /** A KAR may hold files for Karaf's own folders; one of a module has no business there. */
  private static void refuseResources(String name) {
    if (name.startsWith("resources/") && !name.equals("resources/")) {
      throw new ChangeFailedException("The file would change the distribution's own files.");
    }
  }

  private static long copy(ZipFile zip, ZipEntry entry, Path target, long left) throws IOException {
    Path folder = target.getParent();
    if (folder == null) {
      throw new ChangeFailedException("The file would write outside its folder.");
    }
    Files.createDirectories(folder);
    long written = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        written += got;
        if (written > left) {
          throw new ChangeFailedException("The file is too large when it is unpacked.");
        }
        out.write(buffer, 0, got);
      }
    }
    return written;
  }

  private static boolean listsFeatures(Path file) throws IOException {
    if (!file.toString().endsWith(".xml")) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(2000), StandardCharsets.UTF_8);
      return head.contains("<features");
    }
  }
}
