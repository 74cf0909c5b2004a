package org.victimfirst.persistence.service;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.persistence.RestoreException;
import org.victimfirst.persistence.backup.BackupFile;

/** A restore that somebody waits for while the database's own thread does it. */
final class RestoreRequest {
  private final BackupFile backup;
  private final CompletableFuture<Boolean> done = new CompletableFuture<>();

  RestoreRequest(BackupFile backup) {
    this.backup = backup;
  }

  BackupFile backup() {
    return backup;
  }

  void perform(Restore restore) {
    try {
      restore.run();
      done.complete(true);
    } catch (Exception e) {
      done.completeExceptionally(e);
    }
  }

  void await() throws IOException {
    try {
      done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof SQLException sql) {
        throw new DatabaseException("The backup was not restored: the database refused", sql);
      }
      if (e.getCause() instanceof RuntimeException runtime) {
        throw runtime;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RestoreException("Interrupted; the restore goes on", e);
    }
  }

  /** What the database's thread does. */
  @FunctionalInterface
  interface Restore {
    void run() throws IOException, SQLException;
  }
}
