package org.victimfirst.persistence.pool;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.persistence.RowBatch;

/**
 * One module's door to its schema.
 *
 * <p>A thread that reads inside a read gets the same connection again. Inside a write neither is
 * allowed: the second connection would wait for the first one's locks, or for a free connection,
 * and the thread for itself.
 */
public final class ModuleDatabase implements Database {
  /** What the current thread is in the middle of. Always removed again. */
  private static final ThreadLocal<Open> CURRENT = new ThreadLocal<>();

  /** A name, or two with a dot between, and nothing that ends a name. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9_.]+");

  private final String module;
  private final Dialect dialect;
  private final ModuleDataSource source;
  private final DataSource pool;
  private final SchemaTables tables;

  /** The door to one module's schema. */
  public ModuleDatabase(String module, Pool pool) {
    this.module = module;
    this.dialect = pool.dialect();
    this.source = new ModuleDataSource(module, pool.work());
    this.pool = pool.work();
    this.tables = SchemaTables.of(module, pool.dialect());
  }

  /** Closes the door for good. */
  public void end() {
    source.end();
  }

  @Override
  public String module() {
    return module;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public DataSource dataSource() {
    return source;
  }

  @Override
  public <T extends @Nullable Object> T read(Work<T> work) {
    Open outer = CURRENT.get();
    if (outer != null && outer.writing()) {
      throw nested("read");
    }
    try {
      return outer != null && outer.pool() == pool
          ? work.on(outer.connection())
          : onOwnConnection(work, false, outer);
    } catch (SQLException e) {
      throw refused("read", e);
    }
  }

  @Override
  public <T extends @Nullable Object> T write(Work<T> work) {
    Open outer = CURRENT.get();
    if (outer != null && outer.writing()) {
      throw nested("write");
    }
    try {
      return onOwnConnection(work, true, outer);
    } catch (SQLException e) {
      throw refused("write", e);
    }
  }

  private <T extends @Nullable Object> T onOwnConnection(
      Work<T> work, boolean writing, @Nullable Open outer) throws SQLException {
    try (Connection connection = source.getConnection()) {
      CURRENT.set(new Open(pool, connection, writing));
      return Transactions.run(connection, !writing, work);
    } finally {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }

  @Override
  public RowBatch insert(Connection connection, String table, String... columns)
      throws SQLException {
    String names = String.join(", ", columns);
    if (!Stream.concat(Stream.of(table), Stream.of(columns))
        .allMatch(name -> NAME.matcher(name).matches())) {
      throw new IllegalArgumentException(
          "Names of tables and columns are small letters, digits and underscores, not "
              + table
              + " ("
              + names
              + ")");
    }
    return dialect == Dialect.POSTGRESQL
        ? new CopiedRows(connection, "COPY " + table + " (" + names + ") FROM STDIN")
        : batch(
            connection,
            "INSERT INTO "
                + table
                + " ("
                + names
                + ") VALUES (?"
                + ", ?".repeat(columns.length - 1)
                + ")");
  }

  @Override
  public RowBatch batch(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    return dialect == Dialect.DERBY ? new DerbyRows(statement) : new StatementRows(statement);
  }

  @Override
  public void refreshStatistics() {
    try (Connection connection = source.getConnection()) {
      tables.refreshStatistics(connection);
    } catch (SQLException e) {
      throw refused("refresh the statistics of", e);
    }
  }

  private IllegalStateException nested(String verb) {
    return new IllegalStateException(
        "Database."
            + verb
            + " of module "
            + module
            + " was called inside Database.write on the same thread, which would wait for itself:"
            + " use the connection that the outer work was handed");
  }

  private DatabaseException refused(String verb, SQLException e) {
    String state = Objects.requireNonNullElse(e.getSQLState(), "none");
    return new DatabaseException(
        "The database refused to " + verb + " module " + module + " (SQL state " + state + ")", e);
  }

  private record Open(DataSource pool, Connection connection, boolean writing) {}
}
