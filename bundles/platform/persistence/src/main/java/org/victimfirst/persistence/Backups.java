package org.victimfirst.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Backup and restore of the whole database, in one portable file: made on either database, restored
 * on either.
 *
 * <p>The file is a zip: {@code backup.json}, the migrations that make the schemas, and the rows of
 * every table as JSON lines. It holds everything, personal data included.
 */
@ProviderType
public interface Backups {
  /**
   * Where in the data folder a backup lies that is to be restored when the platform starts, before
   * anything else sees the database. It is removed once it has been restored.
   */
  String RESTORE_FILE = "restore/pending.zip";

  /**
   * Writes a backup of one moment, while everybody goes on working. The stream is not closed.
   *
   * @throws IOException when it cannot be written
   * @throws org.victimfirst.api.persistence.DatabaseException when the database refuses
   */
  void write(OutputStream to) throws IOException;

  /**
   * Restores a backup: everything, or nothing when it throws. While it runs, no module has a
   * database.
   *
   * @throws RestoreException when the file is no backup or is damaged, when the database is not
   *     empty, or when the backup is newer than this software; it says which
   * @throws IOException when the file cannot be read
   */
  void restore(InputStream from) throws IOException;
}
