package org.victimfirst.needs.domain;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.victimfirst.api.cases.CodeBook;

/** Reads what reports count, on the report's connection: each call is one statement. */
public interface ClosedCaseFacts {
  /** The facts of the cases with enhanced support that were closed in a period. */
  List<NeedFact> enhanced(Connection connection, CodeBook book, LocalDate from, LocalDate to)
      throws SQLException;

  /**
   * The sampled cases that were closed in a period. Those of samples that were handed over with the
   * legacy extract are meant; where there are none, the first sample that was drawn for exactly
   * this period: the first, so that nobody draws again until the figure pleases.
   */
  List<SampledCase> sampled(Connection connection, LocalDate from, LocalDate to)
      throws SQLException;

  /**
   * A sampled case.
   *
   * @param fact what is known of its needs
   * @param noChangeReason code of {@code no_change_reason}, or an empty string
   */
  record SampledCase(NeedFact fact, String noChangeReason) {}
}
