package org.victimfirst.api.persistence;

import java.sql.SQLException;

/** The database refused. The cause has the database's words, which are for the log only. */
public class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Wraps what the driver said. */
  public DatabaseException(String what, SQLException cause) {
    super(what, cause);
  }

  /** The SQL state of the cause, five characters, or an empty string. */
  public String sqlState() {
    return getCause() instanceof SQLException e && e.getSQLState() != null ? e.getSQLState() : "";
  }

  /** Whether a unique key, a foreign key or a check was violated (SQL state class 23). */
  public boolean constraintViolated() {
    return sqlState().startsWith("23");
  }
}
