package org.victimfirst.modules.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of {@code modules.wanted}: what was decided about each module. A module that nobody
 * decided about has none, and is as the distribution has it.
 */
public final class WantedTable {
  /**
   * A decision.
   *
   * @param version the version that was installed, or an empty string
   * @param installed false for a module that was removed
   * @param deployedFile the file in {@code deploy/} that it came from, or an empty string
   */
  public record Wanted(String version, boolean installed, String deployedFile) {
    /** A decision that no file in {@code deploy/} stands for. */
    public Wanted(String version, boolean installed) {
      this(version, installed, "");
    }
  }

  /** Remembers a decision. */
  public void put(Connection connection, String module, Wanted wanted, LocalDateTime at)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE modules.wanted SET module_version = ?, state = ?, changed_at = ?,"
                + " deployed_file = ? WHERE module_name = ?")) {
      fill(update, module, wanted, at);
      if (update.executeUpdate() > 0) {
        return;
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO modules.wanted (module_version, state, changed_at, deployed_file,"
                + " module_name) VALUES (?, ?, ?, ?, ?)")) {
      fill(insert, module, wanted, at);
      insert.executeUpdate();
    }
  }

  private static void fill(
      PreparedStatement statement, String module, Wanted wanted, LocalDateTime at)
      throws SQLException {
    statement.setString(1, wanted.version());
    statement.setString(2, wanted.installed() ? "installed" : "removed");
    statement.setTimestamp(3, Timestamp.valueOf(at));
    statement.setString(4, wanted.deployedFile());
    statement.setString(5, module);
  }

  /** All decisions by module. */
  public Map<String, Wanted> all(Connection connection) throws SQLException {
    Map<String, Wanted> all = new TreeMap<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT module_name, module_version, state, deployed_file FROM modules.wanted");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        boolean installed = rows.getString(3).equals("installed");
        all.put(rows.getString(1), new Wanted(rows.getString(2), installed, rows.getString(4)));
      }
    }
    return all;
  }
}
