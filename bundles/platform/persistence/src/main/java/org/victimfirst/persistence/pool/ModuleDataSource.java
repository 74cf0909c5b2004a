package org.victimfirst.persistence.pool;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The data source that one module sees. It is the shared pool until the module leaves; after that
 * it gives nothing, so that nothing that was forgotten goes on working unseen.
 */
final class ModuleDataSource implements DataSource {
  private final String module;
  private volatile @Nullable DataSource pool;

  /** The module's view of the pool. */
  public ModuleDataSource(String module, DataSource pool) {
    this.module = module;
    this.pool = pool;
  }

  /** Ends it: the module has left or the database is being changed. */
  public void end() {
    pool = null;
  }

  private DataSource pool() throws SQLException {
    DataSource current = pool;
    if (current == null) {
      throw new SQLException(
          "The data source of module " + module + " has ended; look the service up again", "08003");
    }
    return current;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return pool().getConnection();
  }

  @Override
  public Connection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    throw new SQLFeatureNotSupportedException("Connections come with the platform's user only");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("The log is the platform's");
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException("The time to wait is the platform's");
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("The platform logs by slf4j");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("The data source of module " + module + " is no " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
