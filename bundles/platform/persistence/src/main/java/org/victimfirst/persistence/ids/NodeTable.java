package org.victimfirst.persistence.ids;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.persistence.pool.Pool;

/**
 * Node numbers, leased in the database. With a number comes a span of time up to which ids may be
 * made; whoever gets the number next begins after that span. So no id is made twice, whatever the
 * nodes' clocks say and however a node ends.
 */
final class NodeTable implements Leases {
  private static final int NUMBERS = 1024;
  private static final long MILLIS = 60_000;
  private static final int TRIES = 20;
  private static final String DUPLICATE = "23505";

  private final Pool pool;
  private final String holder = UUID.randomUUID().toString();

  NodeTable(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Lease take() {
    try {
      for (int i = 0; i < TRIES; i++) {
        Optional<Lease> lease = tryToTake();
        if (lease.isPresent()) {
          return lease.get();
        }
      }
    } catch (SQLException e) {
      throw new DatabaseException("No node number could be leased", e);
    }
    throw new IllegalStateException("Other nodes took every node number that was tried");
  }

  private Optional<Lease> tryToTake() throws SQLException {
    try {
      return pool.own(this::takeFreeOrNew);
    } catch (SQLException e) {
      if (DUPLICATE.equals(e.getSQLState())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<Lease> takeFreeOrNew(Connection connection) throws SQLException {
    long now = pool.clock(connection);
    Set<Integer> known = new HashSet<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT node_number, lease_until, reserved_to FROM platform.node"
                    + " ORDER BY node_number");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        int number = rows.getInt(1);
        known.add(number);
        if (rows.getLong(2) < now) {
          return takeOver(connection, number, rows.getLong(2), rows.getLong(3), now);
        }
      }
    }
    return Optional.of(insert(connection, lowestUnknown(known), now));
  }

  private Optional<Lease> takeOver(
      Connection connection, int number, long leaseUntil, long reservedTo, long now)
      throws SQLException {
    long from = Math.max(System.currentTimeMillis(), reservedTo + 1);
    Lease lease = new Lease(number, from, from + MILLIS);
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE platform.node SET holder = ?, lease_until = ?, reserved_to = ?"
                + " WHERE node_number = ? AND lease_until = ?")) {
      update.setString(1, holder);
      update.setLong(2, now + MILLIS);
      update.setLong(3, lease.to());
      update.setInt(4, number);
      update.setLong(5, leaseUntil);
      return update.executeUpdate() == 1 ? Optional.of(lease) : Optional.empty();
    }
  }

  private static int lowestUnknown(Set<Integer> known) {
    for (int number = 0; number < NUMBERS; number++) {
      if (!known.contains(number)) {
        return number;
      }
    }
    throw new IllegalStateException("All " + NUMBERS + " node numbers are held by running nodes");
  }

  private Lease insert(Connection connection, int number, long now) throws SQLException {
    long from = System.currentTimeMillis();
    Lease lease = new Lease(number, from, from + MILLIS);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO platform.node (node_number, holder, lease_until, reserved_to)"
                + " VALUES (?, ?, ?, ?)")) {
      insert.setInt(1, number);
      insert.setString(2, holder);
      insert.setLong(3, now + MILLIS);
      insert.setLong(4, lease.to());
      insert.executeUpdate();
    }
    return lease;
  }

  @Override
  public Lease prolong(Lease lease, long beyond) {
    Lease longer = new Lease(lease.number(), lease.from(), beyond + MILLIS);
    try {
      return update(longer, MILLIS) ? longer : take();
    } catch (SQLException e) {
      throw new DatabaseException("The lease of node " + lease.number() + " was not renewed", e);
    }
  }

  @Override
  public void giveBack(Lease lease, long used) {
    try {
      update(new Lease(lease.number(), lease.from(), used), -1);
    } catch (SQLException e) {
      throw new DatabaseException("Node number " + lease.number() + " was not given back", e);
    }
  }

  private boolean update(Lease lease, long millis) throws SQLException {
    return pool.own(
        connection -> {
          long until = pool.clock(connection) + millis;
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE platform.node SET lease_until = ?, reserved_to = ?"
                      + " WHERE node_number = ? AND holder = ?")) {
            update.setLong(1, until);
            update.setLong(2, lease.to());
            update.setInt(3, lease.number());
            update.setString(4, holder);
            return update.executeUpdate() == 1;
          }
        });
  }
}
