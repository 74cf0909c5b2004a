package org.victimfirst.security.internal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.security.internal.audit.Members.Member;
import org.victimfirst.security.internal.audit.Seal.Head;

/**
 * Makes seals. A range seal holds every row that is there between the range before and the newest
 * row; a row that is committed later with an id inside a sealed range gets into a late seal, as
 * long as that range is open. A range closes when it was looked at again after a set time.
 */
final class Sealing {
  private static final int MOST_ROWS = 5000;

  private final Database database;
  private final Clock clock;
  private final Duration openFor;

  /**
   * Sets it up.
   *
   * @param openFor how long a range takes late rows: longer than any transaction that records
   */
  Sealing(Database database, Clock clock, Duration openFor) {
    this.database = database;
    this.clock = clock;
    this.openFor = openFor;
  }

  /**
   * Seals the next rows.
   *
   * @param horizon last id to seal
   * @return how many were sealed; as many as fit when there may be more
   */
  int sealNext(long horizon) {
    // Looking first costs no transaction in the log of the database while nothing happens.
    Head seen = database.read(connection -> new SealTable(connection).head());
    if (horizon <= seen.toId() || !anyAfter(seen.toId(), horizon)) {
      return 0;
    }
    return database.write(connection -> sealNext(connection, horizon));
  }

  private boolean anyAfter(long id, long horizon) {
    return database.read(
        connection -> !new AuditTable(connection).members(id, horizon, 1).isEmpty());
  }

  private int sealNext(Connection connection, long horizon) throws SQLException {
    SealTable seals = new SealTable(connection);
    seals.lock();
    Head head = seals.head();
    List<Member> rows = new AuditTable(connection).members(head.toId(), horizon, MOST_ROWS);
    if (rows.isEmpty()) {
      return 0;
    }
    long last = rows.get(rows.size() - 1).id();
    seals.append(Seal.next(head, Seal.RANGE, head.toId() + 1, last, rows, clock.millis()), rows);
    return rows.size();
  }

  /** Whether {@link #sealNext} did as much as it does at once. */
  static boolean full(int sealed) {
    return sealed == MOST_ROWS;
  }

  /**
   * Looks for late rows in the ranges that are open.
   *
   * @param since looks at ranges that were sealed within this time only
   * @return how many were sealed
   */
  int sealLate(Duration since) {
    Head seen = database.read(connection -> new SealTable(connection).head());
    if (seen.closedNumber() == seen.number()) {
      return 0;
    }
    long earliest = clock.millis() - since.toMillis();
    return database.write(connection -> sealLate(connection, earliest));
  }

  /** Looks at everything that is open, and closes what has been open long enough. */
  int sealLateAndClose() {
    long now = clock.millis();
    return database.write(
        connection -> {
          int sealed = sealLate(connection, Long.MIN_VALUE);
          SealTable seals = new SealTable(connection);
          seals.close(closable(seals.plainAfter(seals.head().closedNumber()), now));
          return sealed;
        });
  }

  private int sealLate(Connection connection, long earliest) throws SQLException {
    SealTable seals = new SealTable(connection);
    Open open = Open.read(seals, earliest);
    if (open.ranges().isEmpty() || !open.suspicious(connection)) {
      return 0;
    }
    seals.lock();
    // Another node may have sealed them before the lock was ours.
    Open now = Open.read(seals, earliest);
    List<Member> late = now.unknownRows(connection, seals);
    if (!late.isEmpty()) {
      long first = late.get(0).id();
      long last = late.get(late.size() - 1).id();
      seals.append(Seal.next(seals.head(), Seal.LATE, first, last, late, clock.millis()), late);
    }
    return late.size();
  }

  /** Ranges that still take late rows, and the late rows that they have got already. */
  private record Open(List<Seal> ranges, Set<Long> late) {
    static Open read(SealTable seals, long earliest) throws SQLException {
      List<Seal> ranges = new ArrayList<>();
      Set<Long> late = new HashSet<>();
      for (Seal seal : seals.plainAfter(seals.head().closedNumber())) {
        if (seal.late()) {
          seals.members(seal.number()).forEach(member -> late.add(member.id()));
        } else if (seal.sealedAt() >= earliest) {
          ranges.add(seal);
        }
      }
      return new Open(ranges, late);
    }

    /** One count over all ranges tells whether any of them must be looked at. */
    boolean suspicious(Connection connection) throws SQLException {
      long after = ranges.get(0).fromId() - 1;
      long to = ranges.get(ranges.size() - 1).toId();
      long known = ranges.stream().mapToLong(Seal::rowCount).sum();
      known += late.stream().filter(id -> id > after && id <= to).count();
      return new AuditTable(connection).count(after, to) != known;
    }

    List<Member> unknownRows(Connection connection, SealTable seals) throws SQLException {
      List<Member> unknown = new ArrayList<>();
      for (Seal range : ranges) {
        Set<Long> sealed = new HashSet<>();
        seals.members(range.number()).forEach(member -> sealed.add(member.id()));
        for (Member row :
            new AuditTable(connection)
                .members(range.fromId() - 1, range.toId(), Integer.MAX_VALUE)) {
          if (!sealed.contains(row.id()) && !late.contains(row.id())) {
            unknown.add(row);
          }
        }
      }
      return unknown;
    }
  }

  private long closable(List<Seal> open, long now) {
    long closable = 0;
    for (Seal seal : open) {
      if (seal.sealedAt() > now - openFor.toMillis()) {
        break;
      }
      closable = seal.number();
    }
    return closable;
  }
}
