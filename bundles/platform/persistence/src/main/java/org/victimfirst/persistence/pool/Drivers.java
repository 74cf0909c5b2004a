package org.victimfirst.persistence.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the drivers' data sources, and shuts an embedded database down. */
final class Drivers {
  private static final Logger LOG = LoggerFactory.getLogger(Drivers.class);
  private static final String DERBY_STOPPED = "08006";

  private Drivers() {}

  static DataSource dataSource(DatabaseSettings settings) {
    return switch (settings.dialect()) {
      case DERBY -> derby(settings);
      case POSTGRESQL -> postgresql(settings);
    };
  }

  private static EmbeddedDataSource derby(DatabaseSettings settings) {
    EmbeddedDataSource source = new OwnParsers();
    String name = settings.url().substring(DatabaseSettings.DERBY.length());
    int attributes = name.indexOf(';');
    if (attributes >= 0) {
      String given = name.substring(attributes + 1);
      if (given.toLowerCase(Locale.ROOT).contains("create=true")) {
        source.setCreateDatabase("create");
        given = given.replaceAll("(?i);?create=true", "");
      }
      if (!given.isBlank()) {
        source.setConnectionAttributes(given);
      }
      name = name.substring(0, attributes);
    }
    source.setDatabaseName(name);
    source.setUser(settings.user());
    source.setPassword(settings.password());
    return source;
  }

  /**
   * Derby makes a connection's parser for the first statement that it has to compile, and a thing
   * in the parser keeps the classes that were on the stack: let them be the platform's, not those
   * of a module that may have to go. Each number is new, so that none is found compiled already.
   */
  private static final class OwnParsers extends EmbeddedDataSource {
    private static final long serialVersionUID = 1;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      try (Statement statement = connection.createStatement()) {
        statement.execute("VALUES " + NUMBER.incrementAndGet());
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      return connection;
    }
  }

  private static PGSimpleDataSource postgresql(DatabaseSettings settings) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(settings.url());
    if (settings.user() != null) {
      source.setUser(settings.user());
    }
    if (settings.password() != null) {
      source.setPassword(settings.password());
    }
    source.setReWriteBatchedInserts(true);
    source.setApplicationName("victimfirst");
    source.setTcpKeepAlive(true);
    // Its details quote the row, which may hold personal data, and exceptions end in logs.
    source.setLogServerErrorDetail(false);
    return source;
  }

  /** Shuts a Derby database down, so that its folder may be copied or opened by another process. */
  static void shutDown(DataSource source) {
    if (source instanceof EmbeddedDataSource derby) {
      derby.setCreateDatabase(null);
      derby.setConnectionAttributes("shutdown=true");
      try (Connection connection = derby.getConnection()) {
        LOG.warn("Derby did not shut down: {}", connection);
      } catch (SQLException e) {
        if (!DERBY_STOPPED.equals(e.getSQLState())) {
          LOG.warn("Derby did not shut down cleanly; it recovers at the next start", e);
        }
      }
    }
  }
}
