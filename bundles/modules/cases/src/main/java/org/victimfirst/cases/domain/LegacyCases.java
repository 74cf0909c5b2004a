package org.victimfirst.cases.domain;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import org.victimfirst.api.cases.LegacyCase;

/** Finds cases by their keys in the legacy extract. */
public interface LegacyCases {
  /** Those that are there, by key, in the caller's transaction. */
  Map<String, LegacyCase> find(Connection connection, Collection<String> legacyKeys)
      throws SQLException;
}
