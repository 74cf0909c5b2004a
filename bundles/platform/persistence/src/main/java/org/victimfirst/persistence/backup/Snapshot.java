package org.victimfirst.persistence.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.persistence.pool.DatabaseSettings;
import org.victimfirst.persistence.pool.Pool;

/**
 * One moment of a database, to be read at leisure while others go on writing. PostgreSQL gives it
 * to any REPEATABLE READ transaction. Derby would lock every row that is read; there it is an
 * online copy of the files, opened as a database of its own.
 */
final class Snapshot implements AutoCloseable {
  private final Connection connection;
  private final @Nullable Pool copy;
  private final @Nullable Path folder;

  private Snapshot(Connection connection, @Nullable Pool copy, @Nullable Path folder) {
    this.connection = connection;
    this.copy = copy;
    this.folder = folder;
  }

  static Snapshot of(Pool pool) throws SQLException, IOException {
    if (pool.dialect() == Dialect.DERBY) {
      return copyOf(pool);
    }
    Connection connection = pool.unpooled().getConnection();
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    return new Snapshot(connection, null, null);
  }

  private static Snapshot copyOf(Pool pool) throws SQLException, IOException {
    Path folder = Files.createTempDirectory("victimfirst-backup");
    try {
      try (Connection connection = pool.unpooled().getConnection();
          CallableStatement backup =
              connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
        backup.setString(1, folder.toString());
        backup.execute();
      }
      Pool copy =
          Pool.open(new DatabaseSettings("jdbc:derby:" + onlyFolderIn(folder), null, null, 2));
      Connection connection = copy.unpooled().getConnection();
      connection.setAutoCommit(false);
      return new Snapshot(connection, copy, folder);
    } catch (Throwable e) {
      delete(folder);
      throw e;
    }
  }

  private static Path onlyFolderIn(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> folders = entries.filter(Files::isDirectory).toList();
      if (folders.size() != 1) {
        throw new IOException("Derby's online copy is not where it should be, in " + folder);
      }
      return folders.get(0);
    }
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException, IOException {
    connection.rollback();
    connection.close();
    if (copy != null) {
      copy.close();
    }
    if (folder != null) {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(done);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
