package org.victimfirst.modules.health;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.DatabaseException;

/** Jobs by status, read from their table when somebody asks. */
@Component(service = JobMetrics.class)
public final class JobMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(JobMetrics.class);

  @Reference(
      target = "(victimfirst.module=modules)",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Database database;

  /** Jobs by status; empty while there is no database. */
  Map<String, Long> byStatus() {
    Map<String, Long> counts = new TreeMap<>();
    Database now = database;
    if (now == null) {
      return counts;
    }
    try {
      return now.read(
          connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(
                        "SELECT status, COUNT(*) FROM platform.job GROUP BY status");
                ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
              }
            }
            return counts;
          });
    } catch (DatabaseException e) {
      LOG.warn("Jobs cannot be counted: SQL state {}", e.sqlState());
      return counts;
    }
  }
}
