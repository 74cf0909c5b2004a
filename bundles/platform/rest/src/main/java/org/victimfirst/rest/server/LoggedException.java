package org.victimfirst.rest.server;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An exception as the log may have it: types and places, but no words of others, since a driver or
 * a parser quotes the value that it choked on, and that value may be a person's.
 */
final class LoggedException extends Exception {
  private static final long serialVersionUID = 1;

  private LoggedException(String message, @Nullable Throwable cause) {
    super(message, cause, false, true);
  }

  static LoggedException of(Throwable exception) {
    return of(exception, 0);
  }

  private static LoggedException of(Throwable exception, int depth) {
    Throwable cause = exception.getCause();
    LoggedException logged =
        new LoggedException(
            words(exception), cause == null || depth > 8 ? null : of(cause, depth + 1));
    logged.setStackTrace(exception.getStackTrace());
    return logged;
  }

  private static String words(Throwable exception) {
    String type = exception.getClass().getName();
    if (exception instanceof SQLException sql) {
      return type + ", SQL state " + sql.getSQLState();
    }
    boolean ours = type.startsWith("org.victimfirst.") || exception instanceof NullPointerException;
    return ours ? type + ": " + exception.getMessage() : type;
  }
}
