package org.victimfirst.persistence.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.persistence.Database.Work;
import org.victimfirst.api.persistence.Dialect;

/**
 * The connections to one database: a pool for the modules' work and a few connections of the
 * platform's own, so that leases, references and the outbox go on when the modules use all of
 * theirs.
 */
public final class Pool implements AutoCloseable {
  private static final int OWN_CONNECTIONS = 4;
  private static final long WAIT_MILLIS = 15_000;

  private final DatabaseSettings settings;
  private final DataSource driver;
  private final HikariDataSource work;
  private final HikariDataSource own;

  private Pool(DatabaseSettings settings) throws SQLException {
    this.settings = settings;
    this.driver = Drivers.dataSource(settings);
    // Asked first and outside the pool, whose own words for an unreachable database are poorer.
    driver.getConnection().close();
    this.work = hikari("victimfirst", settings.poolSize(), Math.min(4, settings.poolSize()));
    this.own = hikari("victimfirst-platform", OWN_CONNECTIONS, 1);
  }

  /**
   * Opens the pool.
   *
   * @throws SQLException when the database cannot be reached or refuses the user
   */
  public static Pool open(DatabaseSettings settings) throws SQLException {
    return new Pool(settings);
  }

  private HikariDataSource hikari(String name, int size, int idle) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(driver);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(idle);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return new HikariDataSource(config);
  }

  /** Where the database is. */
  public DatabaseSettings settings() {
    return settings;
  }

  /** The kind of database. */
  public Dialect dialect() {
    return settings.dialect();
  }

  /** The modules' connections. */
  public DataSource work() {
    return work;
  }

  /** Connections outside any pool: for migrations and backups. */
  public DataSource unpooled() {
    return driver;
  }

  /**
   * Runs a short transaction of the platform's own, apart from any that the thread may be in.
   *
   * @throws SQLException when the database refuses; then nothing was done
   */
  public <T extends @Nullable Object> T own(Work<T> task) throws SQLException {
    try (Connection connection = own.getConnection()) {
      return Transactions.run(connection, false, task);
    }
  }

  /**
   * The database's clock, which all nodes share, in milliseconds since 1970; leases are told by it.
   */
  public long clock(Connection connection) throws SQLException {
    if (dialect() == Dialect.DERBY) {
      // Embedded: the database has no other clock than this process.
      return System.currentTimeMillis();
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() {
    work.close();
    own.close();
    Drivers.shutDown(driver);
  }
}
