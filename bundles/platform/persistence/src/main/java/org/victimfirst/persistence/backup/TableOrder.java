package org.victimfirst.persistence.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.victimfirst.persistence.pool.SchemaName;
import org.victimfirst.persistence.pool.SchemaTables;
import org.victimfirst.persistence.schema.Migrator;

/** Puts a schema's tables in an order in which each comes after those that it refers to. */
final class TableOrder {
  private TableOrder() {}

  /** The tables, as the catalogue names them, without the history of migrations. */
  static List<String> of(Connection connection, SchemaTables tables) throws SQLException {
    Map<String, Set<String>> missing = new LinkedHashMap<>();
    SchemaName schema = tables.schema();
    for (String table : tables.names(connection)) {
      if (!table.equalsIgnoreCase(Migrator.HISTORY)) {
        missing.put(table, parents(connection, schema, table));
      }
    }
    List<String> ordered = new ArrayList<>();
    while (!missing.isEmpty()) {
      List<String> ready =
          missing.entrySet().stream()
              .filter(e -> ordered.containsAll(e.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException(
            "Tables of module "
                + schema.module()
                + " refer to each other in a circle, which no backup can restore: "
                + missing.keySet());
      }
      ordered.addAll(ready);
      missing.keySet().removeAll(ready);
    }
    return ordered;
  }

  /** A table that refers to itself is no obstacle: its rows are kept in the order of their ids. */
  private static Set<String> parents(Connection connection, SchemaName schema, String table)
      throws SQLException {
    Set<String> parents = new TreeSet<>();
    try (ResultSet keys = connection.getMetaData().getImportedKeys(null, schema.stored(), table)) {
      while (keys.next()) {
        parents.add(keys.getString("PKTABLE_NAME"));
      }
    }
    parents.remove(table);
    return parents;
  }
}
