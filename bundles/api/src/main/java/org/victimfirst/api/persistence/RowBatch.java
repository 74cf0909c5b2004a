package org.victimfirst.api.persistence;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Rows that are collected and then sent together, in the caller's transaction. Cells are added in
 * the order of the columns; {@link #endRow} ends a row; only after {@link #send} are all of them in
 * the database, and more may be added. To be closed before the connection is given back.
 */
@ProviderType
public interface RowBatch extends AutoCloseable {
  /** Adds a number. */
  RowBatch add(long value) throws SQLException;

  /** Adds a number, or nothing. */
  RowBatch addNumber(@Nullable Long value) throws SQLException;

  /** Adds yes or no. */
  RowBatch add(boolean value) throws SQLException;

  /** Adds a text, or nothing. */
  RowBatch add(@Nullable String value) throws SQLException;

  /** Adds a date, or nothing. */
  RowBatch add(@Nullable LocalDate value) throws SQLException;

  /** Adds a local time, or nothing. */
  RowBatch add(@Nullable LocalDateTime value) throws SQLException;

  /**
   * Ends a row. An embedded database may take it at once.
   *
   * @throws SQLException when the database refuses it; the transaction cannot go on
   */
  void endRow() throws SQLException;

  /**
   * Sends the rows that were ended since the last time.
   *
   * @throws SQLException when the database refuses one of them; the transaction cannot go on
   */
  void send() throws SQLException;

  @Override
  void close() throws SQLException;
}
