package org.victimfirst.cases.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.cases.LegacyCase;
import org.victimfirst.cases.domain.LegacyCases;

/** Finds cases by the unique index of their legacy keys. */
@Component
public final class StoredLegacyCases implements LegacyCases {
  private static final String SELECT =
      "SELECT legacy_key, id, opened_at, closed_at, support_level FROM cases.support_case"
          + " --DERBY-PROPERTIES constraint=SUPPORT_CASE_LEGACY\n WHERE legacy_key IN (%s)";

  @Override
  public Map<String, LegacyCase> find(Connection connection, Collection<String> legacyKeys)
      throws SQLException {
    Map<String, LegacyCase> found = new HashMap<>(legacyKeys.size() * 2);
    InChunks.select(
        connection,
        SELECT,
        "?",
        legacyKeys,
        row -> {
          Timestamp closed = row.getTimestamp(4);
          found.put(
              row.getString(1),
              new LegacyCase(
                  row.getLong(2),
                  row.getTimestamp(3).toLocalDateTime(),
                  closed == null ? null : closed.toLocalDateTime(),
                  row.getString(5)));
        });
    return found;
  }
}
