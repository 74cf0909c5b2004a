package org.victimfirst.persistence.schema;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.LoggerFactory;

/**
 * Flyway's log, one level down: {@link Migrator} says in one line what was done, and what failed
 * comes as an exception.
 */
public final class FlywayLog implements LogCreator {
  @Override
  public Log createLogger(Class<?> type) {
    return new Quiet(LoggerFactory.getLogger(type));
  }

  private record Quiet(org.slf4j.Logger logger) implements Log {
    @Override
    public boolean isDebugEnabled() {
      return logger.isTraceEnabled();
    }

    @Override
    public void debug(String message) {
      logger.trace(message);
    }

    @Override
    public void info(String message) {
      logger.debug(message);
    }

    @Override
    public void warn(String message) {
      logger.debug(message);
    }

    @Override
    public void error(String message) {
      logger.debug(message);
    }

    @Override
    public void error(String message, Exception e) {
      logger.debug(message, e);
    }

    @Override
    public void notice(String message) {
      logger.debug(message);
    }
  }
}
