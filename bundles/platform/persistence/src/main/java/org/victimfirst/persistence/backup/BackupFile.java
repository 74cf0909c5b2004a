package org.victimfirst.persistence.backup;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.victimfirst.persistence.RestoreException;
import org.victimfirst.persistence.schema.MigrationFile;
import org.victimfirst.persistence.schema.Migrations;
import org.victimfirst.persistence.schema.Migrator;

/** A backup that is to be restored. */
public final class BackupFile implements AutoCloseable {
  private final ZipFile zip;
  private final BackupIndex index;

  /**
   * Opens a backup.
   *
   * @throws RestoreException when the file is no backup, is damaged, or is of a newer form
   */
  public BackupFile(Path file) throws IOException {
    try {
      this.zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new RestoreException(
          "The file is no backup of Victim First, or was cut off: choose another one", e);
    }
    try {
      this.index = index();
    } catch (Throwable e) {
      zip.close();
      throw e;
    }
  }

  private BackupIndex index() throws IOException {
    ZipEntry entry = zip.getEntry(BackupIndex.ENTRY);
    if (entry == null) {
      throw new RestoreException("The file is no backup of Victim First: it has no backup.json");
    }
    BackupIndex read;
    try (InputStream in = zip.getInputStream(entry)) {
      read = BackupIndex.fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      throw new RestoreException("The backup's backup.json cannot be understood", e);
    }
    if (read.format() > BackupIndex.FORMAT) {
      throw new RestoreException(
          "The backup is of form "
              + read.format()
              + ", and this software knows forms up to "
              + BackupIndex.FORMAT
              + ": install the newer Victim First first");
    }
    return read;
  }

  /**
   * Refuses a backup with a schema that is newer than the module that is installed.
   *
   * @param installed the migrations of installed modules
   * @throws RestoreException naming the modules and versions
   */
  public void refuseNewerThan(Map<String, Migrations> installed) {
    List<String> newer = new ArrayList<>();
    index
        .versions()
        .forEach(
            (module, version) -> {
              Migrations known = installed.get(module);
              if (known != null && Migrator.compare(version, Migrator.newest(known)) > 0) {
                newer.add(
                    String.format(
                        "%s (backup: version %s, installed: %s)",
                        module, version, Migrator.newest(known)));
              }
            });
    if (!newer.isEmpty()) {
      throw new RestoreException(
          "The backup is newer than this software: "
              + String.join(", ", newer)
              + ". Install the newer version first");
    }
  }

  /**
   * Reads everything once, so that damage is found before anything is changed.
   *
   * @throws RestoreException naming what is damaged
   */
  public void verify() throws IOException {
    for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
      CRC32 sum = new CRC32();
      try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
        in.transferTo(OutputStream.nullOutputStream());
      } catch (ZipException | EOFException e) {
        throw damaged(entry.getName(), e);
      }
      if (sum.getValue() != entry.getCrc()) {
        throw damaged(entry.getName(), null);
      }
    }
    for (TableContent table : index.tables()) {
      if (zip.getEntry(table.entry()) == null) {
        throw damaged(table.entry(), null);
      }
    }
  }

  private static RestoreException damaged(String entry, @Nullable Exception because) {
    String message = "The backup is damaged in " + entry + ": choose another one";
    return because == null ? new RestoreException(message) : new RestoreException(message, because);
  }

  Map<String, String> versions() {
    return index.versions();
  }

  List<TableContent> tables() {
    return index.tables();
  }

  Migrations migrations(String module) throws IOException {
    String folder = "migrations/" + module + '/';
    List<MigrationFile> files = new ArrayList<>();
    for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
      if (entry.getName().startsWith(folder)) {
        try (InputStream in = zip.getInputStream(entry)) {
          files.add(
              new MigrationFile(
                  entry.getName().substring(folder.length()),
                  new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
      }
    }
    return Migrations.of(files);
  }

  BufferedReader rows(TableContent table) throws IOException {
    ZipEntry entry = zip.getEntry(table.entry());
    if (entry == null) {
      throw damaged(table.entry(), null);
    }
    return new BufferedReader(
        new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8), 1 << 16);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
