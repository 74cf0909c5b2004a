package org.victimfirst.persistence.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.victimfirst.api.persistence.Dialect;

/** The migrations of one module: the {@code .sql} files in the folder {@code db} of its bundle. */
public final class Migrations {
  private static final String FOLDER = "db";
  private static final String SUFFIX = ".sql";

  private final List<MigrationFile> files;

  private Migrations(List<MigrationFile> files) {
    this.files = files.stream().sorted(Comparator.comparing(MigrationFile::name)).toList();
  }

  /** Migrations that somebody kept, such as a backup. */
  public static Migrations of(Collection<MigrationFile> files) {
    return new Migrations(List.copyOf(files));
  }

  /** The migrations in a bundle itself; what fragments bring does not count. */
  public static Migrations in(Bundle bundle) {
    List<MigrationFile> files = new ArrayList<>();
    Enumeration<String> paths = bundle.getEntryPaths(FOLDER);
    while (paths != null && paths.hasMoreElements()) {
      String path = paths.nextElement();
      URL entry = path.endsWith(SUFFIX) ? bundle.getEntry(path) : null;
      if (entry != null) {
        try (InputStream in = entry.openStream()) {
          files.add(new MigrationFile(path.substring(path.lastIndexOf('/') + 1), text(in)));
        } catch (IOException e) {
          throw new UncheckedIOException("Cannot read " + path + " of " + bundle, e);
        }
      }
    }
    return new Migrations(files);
  }

  /** The migrations in a jar or a folder of classes. */
  public static Migrations in(Path jarOrFolder) {
    try {
      if (Files.isDirectory(jarOrFolder)) {
        return inFolder(jarOrFolder.resolve(FOLDER));
      }
      try (FileSystem jar = FileSystems.newFileSystem(jarOrFolder)) {
        return inFolder(jar.getPath(FOLDER));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the migrations in " + jarOrFolder, e);
    }
  }

  private static Migrations inFolder(Path folder) throws IOException {
    List<MigrationFile> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> paths = Files.list(folder)) {
        for (Path path : paths.filter(p -> p.toString().endsWith(SUFFIX)).toList()) {
          try (InputStream in = Files.newInputStream(path)) {
            files.add(new MigrationFile(String.valueOf(path.getFileName()), text(in)));
          }
        }
      }
    }
    return new Migrations(files);
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** All files, for every database, by name. */
  public List<MigrationFile> files() {
    return files;
  }

  /** The files for one database by common name; one of its own goes before one for all. */
  Map<String, MigrationFile> forDialect(Dialect dialect) {
    Map<String, MigrationFile> chosen = new TreeMap<>();
    for (MigrationFile file : files) {
      if (file.suits(dialect)) {
        chosen.merge(file.commonName(), file, (a, b) -> a.specific(dialect) ? a : b);
      }
    }
    return chosen;
  }
}
