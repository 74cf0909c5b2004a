package org.victimfirst.needs.domain;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores the samples that are handed over with the legacy extract, in the import's transaction. */
public interface LegacySamples {
  /** The sampled cases among some, by case. */
  Map<Long, Row> ofCases(Connection connection, Collection<Long> caseIds) throws SQLException;

  /** Those of some keys of the extract whose rows were loaded before. */
  Set<String> loaded(Connection connection, Collection<String> keys) throws SQLException;

  /** Those of some cases whose needs were assessed at the start or at the end. */
  Set<Long> assessed(Connection connection, Collection<Long> caseIds) throws SQLException;

  /** Stores rows: those of one day are one sample. */
  void add(Connection connection, List<Row> rows) throws SQLException;

  /**
   * A sampled case.
   *
   * @param caseId the case
   * @param drawnOn the day on which the sample was drawn
   * @param noChangeReason code of {@code no_change_reason}, or an empty string
   * @param key key of the row in the extract; null in a sample that was drawn here
   * @param hash hash of the row's content
   * @param importId the import that it came with; 0 where that is not known
   */
  record Row(
      long caseId,
      LocalDate drawnOn,
      String noChangeReason,
      @Nullable String key,
      long hash,
      long importId) {}
}
