package org.victimfirst.persistence.pool;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.victimfirst.api.persistence.Dialect;

/** Tells the database's optimiser how large a module's tables have become. */
final class Statistics {
  private final SchemaName schema;

  Statistics(String module, Dialect dialect) {
    this.schema = new SchemaName(module, dialect);
  }

  void refresh(Connection connection) throws SQLException {
    for (String table : schema.tables(connection)) {
      if (schema.dialect() == Dialect.DERBY) {
        try (CallableStatement call =
            connection.prepareCall("CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS(?, ?, NULL)")) {
          call.setString(1, schema.stored());
          call.setString(2, table);
          call.execute();
        }
      } else {
        try (Statement statement = connection.createStatement()) {
          statement.execute("ANALYZE " + schema.qualified(table));
        }
      }
    }
  }
}
