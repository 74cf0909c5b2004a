package org.victimfirst.persistence.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.persistence.Backups;
import org.victimfirst.persistence.RestoreException;
import org.victimfirst.persistence.backup.BackupFile;
import org.victimfirst.persistence.backup.BackupWriter;
import org.victimfirst.persistence.backup.Restorer;
import org.victimfirst.persistence.installation.Installation;

/** Backup and restore of whatever database is open. */
@Component
public final class BackupsComponent implements Backups {
  private final BundleContext context;
  private final DatabaseStarter starter;

  @Activate
  public BackupsComponent(BundleContext context, @Reference DatabaseStarter starter) {
    this.context = context;
    this.starter = starter;
  }

  @Override
  public void write(OutputStream to) throws IOException {
    new BackupWriter(open().pool()).write(to);
  }

  private Installation open() {
    return starter
        .installation()
        .orElseThrow(
            () -> new RestoreException("The database is not open; look into the health page"));
  }

  @Override
  public void restore(InputStream from) throws IOException {
    Path file = Files.createTempFile(starter.dataFolder(), "restore", ".part");
    try {
      Files.copy(from, file, StandardCopyOption.REPLACE_EXISTING);
      try (BackupFile backup = new BackupFile(file)) {
        backup.refuseNewerThan(InstalledModules.migrations(context));
        backup.verify();
        new Restorer(open().pool()).refuseUsed();
        starter.restore(backup);
      } catch (SQLException e) {
        throw new DatabaseException("The database could not be looked at before the restore", e);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
