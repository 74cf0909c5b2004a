package org.victimfirst.reporting.domain;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** Keeps what left the service, and knows which days have figures. */
public interface ReleaseStore {
  /**
   * Keeps that a report left the service.
   *
   * @return the release's id
   */
  long keep(Connection connection, Release release) throws SQLException;

  /** The first and the last day on which a case was closed; empty before the first. */
  Optional<Span> span(Connection connection) throws SQLException;

  /** Days from one to another. */
  record Span(LocalDate first, LocalDate last) {}
}
